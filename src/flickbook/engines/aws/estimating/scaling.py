"""How AWS Lambda scales, as a small deterministic simulation: films → when each job begins and ends.

Two functions share an account's concurrency: a planner that each uploaded film starts, and a renderer
that the planner's events start. What the model leaves out: asynchronous invocations that find no room are
tried again after 1 s to 5 minutes, here as soon as there is room; nothing fails and nothing is throttled twice.
"""

import heapq
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import count
from typing import NamedTuple

from msgspec import Struct

# PutEvents takes at most so many events a request.
EVENTS_A_REQUEST = 10


class Quotas(Struct, frozen=True):
    """AWS's published limits, those of us-east-1 unless told otherwise.

    `concurrency` of an account (default 1,000, can be raised); of each function `scaling_step` new execution
    environments in any `scaling_seconds` (https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html);
    `put_rate` PutEvents requests and `invoke_rate` events matched by rules, both a second and an account
    (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html).
    """

    concurrency: int = 1000
    scaling_step: int = 1000
    scaling_seconds: float = 10.0
    put_rate: float = 10_000.0
    invoke_rate: float = 18_750.0


class Delays(Struct, frozen=True):
    """Seconds that are not the jobs' own: to plan a film, to start an environment, to deliver an event."""

    plan: float
    start: float
    deliver: float


class Task(NamedTuple):
    """One invocation, of the planner or the renderer: when it arrived, began and ended, and whether it began cold."""

    film: int
    planner: bool
    arrived: float
    begun: float
    ended: float
    cold: bool


def simulate(films: Sequence[Sequence[float]], delays: Delays, quotas: Quotas) -> list[Task]:
    """Run films that are all uploaded at second 0, each given as its jobs' seconds; tasks come as they end."""
    return list(_Account(films, delays, quotas).run())


def makespan(tasks: Sequence[Task]) -> float:
    """Give the second at which the last task ends."""
    return max(task.ended for task in tasks)


def concurrency(tasks: Iterable[Task]) -> list[tuple[float, int]]:
    """Give how many tasks run, at each second at which that changes."""
    changes: dict[float, int] = {}
    for task in tasks:
        changes[task.begun] = changes.get(task.begun, 0) + 1
        changes[task.ended] = changes.get(task.ended, 0) - 1
    running, steps = 0, []
    for second in sorted(changes):
        running += changes[second]
        steps.append((second, running))
    return steps


class _Event(IntEnum):
    """What happens; where several fall on one second, what ends makes room first."""

    END = 0
    ARRIVE = 1
    WAKE = 2


class _Call(NamedTuple):
    """An invocation that waits or runs."""

    film: int
    planner: bool
    seconds: float
    arrived: float


class _Gate:
    """Lets things through no faster than a rate."""

    def __init__(self, rate: float) -> None:
        self._gap = 1 / rate
        self._next = 0.0

    def through(self, now: float) -> float:
        """Give the second at which the next thing is through."""
        at = max(now, self._next)
        self._next = at + self._gap
        return at


class _Function:
    """One function's queue and execution environments; `woken_at` is the last second it asked to be looked at."""

    def __init__(self, quotas: Quotas) -> None:
        self.waiting: deque[_Call] = deque()
        self.idle = 0
        self.woken_at = 0.0
        self._window = quotas.scaling_seconds
        # The last environments made, as many as one window allows.
        self._made: deque[float] = deque(maxlen=quotas.scaling_step)

    def take_environment(self, now: float) -> bool | None:
        """Take an environment and tell whether it is a cold one; None if none may be had yet."""
        if self.idle:
            self.idle -= 1
            return False
        if self.may_grow(now):
            self._made.append(now)
            return True
        return None

    def may_grow(self, now: float) -> bool:
        """Tell whether an environment may be made now."""
        return len(self._made) < (self._made.maxlen or 0) or now >= self.grows_at

    @property
    def grows_at(self) -> float:
        """The second at which the next environment may be made, once a whole step was made."""
        return self._made[0] + self._window


class _Account:
    """Everything that happens, in order of time."""

    def __init__(self, films: Sequence[Sequence[float]], delays: Delays, quotas: Quotas) -> None:
        self._films = films
        self._delays = delays
        self._room = quotas.concurrency
        self._functions = {True: _Function(quotas), False: _Function(quotas)}
        self._puts, self._invokes = _Gate(quotas.put_rate), _Gate(quotas.invoke_rate)
        self._order = count()
        self._agenda: list[tuple[float, _Event, int, _Call | Task | None]] = []
        for film in range(len(films)):
            self._note(delays.deliver, _Event.ARRIVE, _Call(film, True, delays.plan, delays.deliver))

    def run(self) -> Iterator[Task]:
        """Yield the tasks as they end."""
        while self._agenda:
            now, _, _, what = heapq.heappop(self._agenda)
            if isinstance(what, _Call):
                self._functions[what.planner].waiting.append(what)
            elif isinstance(what, Task):
                yield what
                self._finish(what)
            for function in self._functions.values():
                self._serve(function, now)

    def _finish(self, task: Task) -> None:
        self._room += 1
        self._functions[task.planner].idle += 1
        if not task.planner:
            return
        jobs = self._films[task.film]
        for first in range(0, len(jobs), EVENTS_A_REQUEST):
            put = self._puts.through(task.ended)
            for seconds in jobs[first : first + EVENTS_A_REQUEST]:
                at = self._invokes.through(put) + self._delays.deliver
                self._note(at, _Event.ARRIVE, _Call(task.film, False, seconds, at))

    def _serve(self, function: _Function, now: float) -> None:
        while function.waiting and self._room:
            cold = function.take_environment(now)
            if cold is None:
                # One look at each instant is enough, however often it is asked for.
                if function.woken_at < function.grows_at:
                    function.woken_at = function.grows_at
                    self._note(function.grows_at, _Event.WAKE, None)
                return
            call = function.waiting.popleft()
            self._room -= 1
            ended = now + call.seconds + (self._delays.start if cold else 0.0)
            self._note(ended, _Event.END, Task(call.film, call.planner, call.arrived, now, ended, cold))

    def _note(self, second: float, event: _Event, what: _Call | Task | None) -> None:
        heapq.heappush(self._agenda, (second, event, next(self._order), what))
