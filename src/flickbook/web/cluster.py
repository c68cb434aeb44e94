"""The routes that show a cluster: its workers, and what they gave up, which can be sent again."""

from fastapi import APIRouter, Depends, Request

from flickbook.engines.base import WorkerSeen
from flickbook.engines.dead_letters import Letter
from flickbook.web.answers import (
    ClusterAnswer,
    DeadAnswer,
    DeadListing,
    JobAnswer,
    RedriveAnswer,
    WorkerAnswer,
    problems,
)
from flickbook.web.guard import Guard
from flickbook.web.making import Making


def make_cluster(guard: Guard, making: Making) -> APIRouter:
    """Make the routes of a service whose engine is a cluster, or another that outlives the service."""
    router = APIRouter(tags=["cluster"])
    reads, writes = [Depends(guard.reader)], [Depends(guard.writer)]

    @router.get(
        "/api/cluster",
        dependencies=reads,
        summary="What waits, and what the workers are at",
        responses=problems(401, 503),
    )
    async def show_cluster(request: Request) -> ClusterAnswer:
        seen, full = await making.look(), guard.may_write(request.scope)
        workers = [_show_worker(worker, full=full) for worker in seen.workers or ()]
        return ClusterAnswer(waiting=seen.waiting, dead=seen.dead, workers=workers)

    @router.get("/api/dead", dependencies=reads, summary="What was given up, and why", responses=problems(401, 503))
    async def show_dead(request: Request) -> DeadListing:
        letters, full = await making.letters(), guard.may_write(request.scope)
        return DeadListing(letters=[_show_letter(letter, full=full) for letter in letters])

    @router.post(
        "/api/dead/redrive", dependencies=writes, summary="Send again what was given up", responses=problems(401, 503)
    )
    async def redrive() -> RedriveAnswer:
        redriven = await making.redrive()
        return RedriveAnswer(sent=redriven.sent, left=[str(error) for error in redriven.left])

    return router


def _show_worker(worker: WorkerSeen, *, full: bool) -> WorkerAnswer:
    jobs = [JobAnswer(video=book, start=start, end=end, seconds=took) for book, start, end, took in worker.jobs]
    return WorkerAnswer(name=worker.name if full else None, slots=worker.slots, jobs=jobs)


def _show_letter(letter: Letter, *, full: bool) -> DeadAnswer:
    return DeadAnswer(
        video=None if isinstance(letter.work, str) else letter.work.name,
        task=letter.task,
        error=letter.error,
        message=letter.message if full else None,
        attempts=letter.attempts,
        died=letter.died,
    )
