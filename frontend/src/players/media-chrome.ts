// Part by part, because seven other parts have the names of elements of Vidstack’s.
import "media-chrome/media-control-bar";
import "media-chrome/media-controller";
import "media-chrome/media-time-display";
import "media-chrome/media-time-range";
