"""What Flickbook accepts as a video: libav's demuxers and decoders that may be used, and how other files begin.

libav reads far more. Each demuxer and decoder is code that strangers' files reach, so only those are listed whose files
people really have. Those of games, consoles and single still images are left out.
"""

# libav knows the formats of the last line by their content alone: raw streams without a container.
DEMUXERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,avi,flv,live_flv,asf,ogg,mxf,nut,ivf,dv,wtv,swf,rm,"
    "gif,apng,webp_anim,"
    "h264,hevc,mpegvideo,m4v,obu,yuv4mpegpipe"
)

# libav's names of decoders, by who has such videos. Some libav versions decode the older raw formats as rawvideo.
_DECODERS = {
    "phones, cameras, streaming, discs, broadcast": """
        h264 hevc vvc vp8 vp9 libvpx-vp9 av1 libdav1d mpeg1video mpeg2video mpeg4 mjpeg mjpegb dvvideo vc1 theora
        dirac amv mimic sp5x
    """,
    "moving images": "gif apng webp_anim",
    "downloads and video calls of the years before H.264": """
        msmpeg4 msmpeg4v1 msmpeg4v2 h261 h263 h263i h263p flv vp3 vp4 vp5 vp6 vp6f vp6a vp7 snow
        wmv1 wmv2 wmv3 wmv3image vc1image rv10 rv20 rv30 rv40 svq1 svq3 cinepak indeo2 indeo3 indeo4 indeo5
        msvideo1 msrle rpza smc 8bps qtrle truemotion1 truemotion2 asv1 asv2
    """,
    "recordings of screens": """
        camtasia tscc2 camstudio vmnc zmbv flashsv flashsv2 g2m msa1 mss1 mss2 mts2 fic screenpresso rscc scpr aasc
        zlib mszh
    """,
    "capture cards, archives and editing": """
        prores prores_raw dnxhd cfhd apv ffv1 huffyuv ffvhuff utvideo magicyuv lagarith fraps hap notchlc dxv pixlet
        hq_hqa hqx aic speedhq sheervideo ylc vble loco rawvideo v210 v210x v308 v408 v410 y41p yuv4 012v r10k r210
        avui avrp cyuv cljr jpeg2000 jpegls png targa tiff bmp
    """,
}
DECODERS = frozenset(" ".join(_DECODERS.values()).split())

# How files begin that are no videos, with the offset.
REFUSED: tuple[tuple[int, tuple[bytes, ...], str], ...] = (
    (0, (b"#EXTM3U", b"ffconcat", b"v=0\r", b"v=0\n", b"[playlist]", b"<MPD", b"<SmoothStreamingMedia"), "a playlist"),
    (0, (b"\xff\xd8\xff", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0"), "an image"),
    (0, (b"<?xml", b"<!DOCTYPE", b"<html", b"<svg", b"%PDF", b"PK\3\4"), "a document"),
)
# How images begin that may hold more than one picture, and are videos then.
IMAGES = ((0, (b"\x89PNG", b"GIF8")), (8, (b"WEBP", b"avif", b"avis", b"heic", b"heix", b"mif1")))
# The brands of image files (ISO/IEC 23008-12) that hold a track of pictures.
SEQUENCES = (b"avis", b"msf1")
# How raw pictures begin that may be all printable characters.
RAW = b"YUV4MPEG2 "
