"""How well the service serves others while somebody who may only read attacks it: `python -m benchmarks.attacks`.

Writes 65 small books and one of 24 hours (2,880 snippets) into a temporary folder, serves it, and has films of five
minutes made all the while. Needs `ffmpeg` and `wrk` (Debian packages) on the PATH.
"""

import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote, urlsplit

from benchmarks.listing import write_book
from flickbook.cli.demo import SAMPLE
from flickbook.core.model import Artifact, Receipt, Snippet, Source, Timing, Video
from flickbook.core.planning import make_plan
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.outputs.base import Place
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.stills import StillsOptions
from tests.web.server import Serving, start

BOOKS = 65
FILMS = 40
DAY = Video(Fraction(86399), Fraction(86399), Fraction(0), 64, 64, 0, Fraction(1), "h264", "yuv420p", "mp4")


class Client:
    """Sends requests to the service and nothing else, so that what is measured is the service."""

    def __init__(self, serving: Serving) -> None:
        address = urlsplit(serving.url)
        self._host, self._port = address.hostname or "", address.port or 0
        self._held: list[asyncio.StreamWriter] = []

    async def get(self, path: str) -> tuple[int, bytes, float]:
        """Return the status and the body of an answer, and the seconds that it took."""
        begun = time.perf_counter()
        reader, writer = await self._send(path)
        answer = await reader.read()
        writer.close()
        head, _, body = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), body, time.perf_counter() - begun

    async def hold(self, path: str) -> int:
        """Send a request, return the status of its answer, and read no more of it; 0 if there is none in a minute."""
        with suppress(TimeoutError, OSError, IndexError):
            async with asyncio.timeout(60):
                reader, writer = await self._send(path)
                self._held.append(writer)
                return int((await reader.readline()).split()[1])
        return 0

    def let_go(self) -> None:
        """Close what is held."""
        for writer in self._held:
            writer.transport.abort()
        self._held.clear()

    async def _send(self, path: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        # A reader that never reads: a few bytes of buffer, as a small socket has.
        reader, writer = await asyncio.open_connection(self._host, self._port, limit=1024)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {self._host}\r\nConnection: close\r\n\r\n".encode())
        return reader, writer


def write_day(out: str) -> None:
    """Write the book of a video of 24 hours, with plan, receipts and index entry, as rendering leaves it."""
    plan = make_plan("day", Source("file:///videos/day.mp4", "1", 1), DAY, make_recipe())
    book = Book(out, "day")
    book.adopt(plan)
    receipts = [_receipt(plan.id, snippet) for snippet in plan.snippets]
    with ThreadPoolExecutor(4) as pool:
        for _ in pool.map(book.store_receipt, receipts):
            pass
    Index(out).note(entry_of(plan, receipts, "complete"))


def _receipt(plan: str, snippet: Snippet) -> Receipt:
    gif = Place("day", snippet, ".gif").key
    files = [Artifact(gif, "gif", "gif", "image/gif", 9, "a" * 64, 64, 64, _at(snippet), snippet.end, 30)]
    for second in range(len(StillsOptions().seconds(snippet))):
        key, window = (
            Place("day", snippet, "-frame-#.jpg", second).key,
            (_at(snippet, second), _at(snippet, second + 1)),
        )
        files.append(Artifact(key, "stills", "still", "image/jpeg", 9, "b" * 64, 64, 64, *window))
    return Receipt(plan=plan, snippet=snippet, artifacts=tuple(files), timing=Timing(1, 1, 1))


def _at(snippet: Snippet, second: int = 0) -> Fraction:
    return Fraction(snippet.start + second)


@contextmanager
def health(serving: Serving) -> Iterator[list[float]]:
    """Ask for the health again and again, by a process of its own; in the end the list has the seconds that it took."""
    took: list[float] = []
    address = urlsplit(serving.url)
    probe = [sys.executable, "-c", _PROBE, str(address.hostname), str(address.port)]
    with subprocess.Popen(probe, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield took
        told, _ = process.communicate("stop")
        took += map(float, told.split())


# A process of its own, so that it does not wait for the attacker; it ends when something comes by its standard input.
_PROBE = """
import http.client, select, sys, time
ask = http.client.HTTPConnection(sys.argv[1], int(sys.argv[2]), timeout=60)
print("ready", flush=True)
while not select.select([sys.stdin], [], [], 0.02)[0]:
    begun = time.perf_counter()
    ask.request("GET", "/healthz")
    answer = ask.getresponse()
    assert answer.status == 200, answer.read()
    answer.read()
    print(time.perf_counter() - begun)
"""


async def silent_streams(client: Client, count: int, tag: str) -> Counter[int]:
    """Open streams of 50 names each, read nothing for ten seconds, and return the statuses of their answers."""
    paths = [
        "/api/events?name=film-00&" + "&".join(f"name={tag}{stream}x{name}" for name in range(49))
        for stream in range(count)
    ]
    statuses = await asyncio.gather(*(client.hold(path) for path in paths))
    await asyncio.sleep(10)
    return Counter(statuses)


def memory(serving: Serving) -> float:
    """Return the resident memory of the service's own process in MB."""
    status = Path(f"/proc/{serving.process.pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024


def listings_a_second(serving: Serving, connections: int, seconds: int = 5) -> float:
    """Return how many times a second the list of all books is answered."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--timeout=60", f"{serving.url}/api/videos?limit=200"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in told, told
    return float(re.findall(r"Requests/sec:\s+([\d.]+)", told)[0])


async def attack(serving: Serving, show: Callable[[str, str], None]) -> None:
    """Attack the service in all ways, one after the other."""
    client = Client(serving)
    with health(serving) as took:
        await asyncio.sleep(5)
    show("/healthz, nobody else asks", _spread(took))

    before = memory(serving)
    status, body, seconds = await client.get("/api/videos/day")
    assert (status, body.count(b'"done"')) == (200, 2880 + 1)
    show("detail of 2,880 snippets, cold", f"{1000 * seconds:.0f} ms")
    warm = [(await client.get("/api/videos/day"))[2] for _ in range(20)]
    show("detail of 2,880 snippets, warm, median of 20", f"{1000 * statistics.median(warm):.0f} ms")
    answers = await asyncio.gather(*(client.get("/api/videos/day") for _ in range(40)))
    show("40 parallel details: longest answer", f"{max(answer[2] for answer in answers):.2f} s")
    show("memory grown by all these details", f"{memory(serving) - before:.0f} MB")

    for connections in (50, 100):
        rate = await asyncio.to_thread(listings_a_second, serving, connections)
        show(f"/api/videos?limit=200, {connections} connections", f"{rate:.0f}/s")

    with health(serving) as took:
        statuses = await silent_streams(client, 100, "a")
    show("100 silent streams of 50 names: answers", _told(statuses))
    show("    /healthz meanwhile", _spread(took))
    client.let_go()
    await asyncio.sleep(2)
    before = memory(serving)
    with health(serving) as took:
        statuses = await silent_streams(client, 1000, "b")
    show("1,000 silent streams of 50 names: answers", _told(statuses))
    show("    /healthz meanwhile", _spread(took))
    show("    memory grown", f"{memory(serving) - before:.0f} MB")
    client.let_go()


def _spread(took: Sequence[float]) -> str:
    return f"median {1000 * statistics.median(took):.0f} ms, longest {1000 * max(took):.0f} ms of {len(took)}"


def _told(statuses: Counter[int]) -> str:
    return ", ".join(f"{status or 'none'}: {count}" for status, count in sorted(statuses.items()))


def _order_films(serving: Serving, names: Sequence[str]) -> None:
    for name in names:
        assert serving.order(f"{name}.mp4").status_code == 202
    while not any(cell["state"] == "done" for cell in serving.detail(names[0])["cells"]):
        time.sleep(0.2)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        for number in range(BOOKS):
            write_book(out.as_uri(), number)
        write_day(out.as_uri())
        films = [f"film-{number:02}" for number in range(FILMS)]
        film = source / f"{films[0]}.mp4"
        loop = ["ffmpeg", "-loglevel", "error", "-stream_loop", "9", "-i", str(SAMPLE), "-t", "300", "-c", "copy"]
        subprocess.run([*loop, str(film)], check=True)
        for name in films[1:]:
            (source / f"{name}.mp4").hardlink_to(film)
        usual = {"FLICKBOOK_SNIPPET": "30", "FLICKBOOK_SIZE": "240"}
        with start(source, out, environ=usual) as serving:
            _order_films(serving, films)
            asyncio.run(attack(serving, lambda what, figure: print(f"{what:50} {figure}", flush=True)))
            left = serving.detail(quote(films[-1]))["state"]
            print(f"{'the last film that was being made meanwhile':50} {left}")


if __name__ == "__main__":
    main()
