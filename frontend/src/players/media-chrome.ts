// Part by part: seven of the other parts have names that Vidstack’s elements have too, and this page holds both.
import "media-chrome/media-control-bar";
import "media-chrome/media-controller";
import "media-chrome/media-time-display";
import "media-chrome/media-time-range";
