"""Make whole pictures of interlaced frames, each by itself.

libavfilter's `estdif` interpolates along edges within one field, so it needs no neighbours in time:
the wanted frame is enough, and frames nobody wants need not be kept for it.
"""

from av.filter import Graph
from av.video.frame import VideoFrame


def deinterlaced(frame: VideoFrame) -> VideoFrame:
    """Interpolate one field of a frame from the other; libavfilter converts formats `estdif` does not know."""
    graph = Graph()
    source = graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=frame.time_base)
    bob = graph.add("estdif", "mode=frame:deint=interlaced")
    sink = graph.add("buffersink")
    source.link_to(bob)
    bob.link_to(sink)
    graph.configure()
    # estdif holds a frame back until the next one, or the end, comes.
    source.push(frame)
    source.push(None)
    whole = sink.pull()
    assert isinstance(whole, VideoFrame)
    return whole
