"""How AWS Lambda scales, as a small deterministic simulation: films → when each job begins and ends.

Two functions share an account's concurrency: each uploaded film invokes a planner, and the planner's events invoke a
renderer. The model is simpler than Lambda in three ways: a throttled invocation is retried as soon as there is
capacity (Lambda waits 1 s to 5 minutes), no invocation fails, and none is throttled twice.
"""

import heapq
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import count
from typing import NamedTuple

from msgspec import Struct

# The most events in a request of PutEvents.
EVENTS_A_REQUEST = 10


class Quotas(Struct, frozen=True):
    """AWS's published limits; the defaults are those of us-east-1.

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
    """Seconds outside the jobs: to plan a film, to start an environment, to deliver an event."""

    plan: float
    start: float
    deliver: float


class Task(NamedTuple):
    """One invocation of planner or renderer: when it arrived, began and ended, and whether it was a cold start."""

    film: int
    planner: bool
    arrived: float
    begun: float
    ended: float
    cold: bool


def simulate(films: Sequence[Sequence[float]], delays: Delays, quotas: Quotas) -> list[Task]:
    """Simulate films uploaded at second 0, each given as the seconds of its jobs; return tasks in order of end."""
    return list(_Account(films, delays, quotas).run())


def makespan(tasks: Sequence[Task]) -> float:
    """Return the second at which the last task ends."""
    return max(task.ended for task in tasks)


def concurrency(tasks: Iterable[Task]) -> list[tuple[float, int]]:
    """Return the number of running tasks at each second at which it changes."""
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
    """Kinds of events. Of several at the same second, ends come first: they free capacity."""

    END = 0
    ARRIVE = 1
    WAKE = 2


class _Call(NamedTuple):
    """A waiting or running invocation."""

    film: int
    planner: bool
    seconds: float
    arrived: float


class _Gate:
    """Limits a rate."""

    def __init__(self, rate: float) -> None:
        self._gap = 1 / rate
        self._next = 0.0

    def through(self, now: float) -> float:
        """Return the second at which the next item passes."""
        at = max(now, self._next)
        self._next = at + self._gap
        return at


class _Function:
    """One function's queue and execution environments; `woken_at` is the last second for which it requested WAKE."""

    def __init__(self, quotas: Quotas) -> None:
        self.waiting: deque[_Call] = deque()
        self.idle = 0
        self.woken_at = 0.0
        self._window = quotas.scaling_seconds
        # When the last environments were created, at most one step of them.
        self._made: deque[float] = deque(maxlen=quotas.scaling_step)

    def occupy(self, now: float) -> bool | None:
        """Occupy an environment and return whether it is a cold start; None if none is available yet."""
        if self.idle:
            self.idle -= 1
            return False
        if self.may_grow(now):
            self._made.append(now)
            return True
        return None

    def may_grow(self, now: float) -> bool:
        """Return whether a new environment may be created now."""
        return len(self._made) < (self._made.maxlen or 0) or now >= self.grows_at

    @property
    def grows_at(self) -> float:
        """The second at which the next environment may be created, after a whole step of them."""
        return self._made[0] + self._window


class _Account:
    """An account: all events in order of time."""

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
            cold = function.occupy(now)
            if cold is None:
                # One WAKE per instant is enough.
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
