"""What Flickbook is compared with: FFmpeg commands, run as their users run them."""

from pathlib import Path

FFMPEG = ("ffmpeg", "-nostdin", "-loglevel", "error", "-y")
GIF_FILTER = "fps=10,scale=240:-1:flags=lanczos"
PALETTE = "split[s0][s1];[s0]palettegen[p];[s1][p]paletteuse"

Command = list[str | Path]


def build_loop(clip: Path, target: Path) -> Command:
    """Loop a 30 s clip to 180 s of real pictures without encoding anything."""
    return [*FFMPEG, "-stream_loop", "5", "-i", clip, "-c", "copy", target]


def serial_script(video: Path, out: Path, seconds: int = 180) -> list[Command]:
    """Give the public sample's two commands a snippet, one after the other."""
    commands: list[Command] = []
    for start in range(0, seconds, 30):
        cut: Command = [*FFMPEG, "-ss", str(start), "-to", str(start + 29), "-i", video]
        commands.append([*cut, "-vf", f"{GIF_FILTER},{PALETTE}", "-loop", "0", out / f"s-{start}.gif"])
        commands.append([*cut, "-vf", "fps=1", out / f"s-{start}-frame-%d.jpg"])
    return commands


def expert(video: Path, out: Path, seconds: int = 180) -> list[Command]:
    """Give one FFmpeg a snippet, which decodes once and splits."""
    commands: list[Command] = []
    for start in range(0, seconds, 30):
        graph = f"[0:v]split[a][b];[a]{GIF_FILTER},{PALETTE}[gif];[b]fps=1[stills]"
        cut: Command = [*FFMPEG, "-ss", str(start), "-to", str(start + 29), "-i", video, "-filter_complex", graph]
        stills = out / f"e-{start}-frame-%d.jpg"
        commands.append([*cut, "-map", "[gif]", "-loop", "0", out / f"e-{start}.gif", "-map", "[stills]", stills])
    return commands


def bare_decode(video: Path) -> Command:
    """Decode every frame and throw it away."""
    return [*FFMPEG, "-i", video, "-map", "0:v", "-f", "null", "-"]
