"""The routes of a cluster: its workers, and its dead letters, which can be sent again."""

from fastapi import APIRouter, Depends, Request

from flickbook.engines.base import WorkerSeen
from flickbook.engines.dead_letters import Letter
from flickbook.web.answer_types import ClusterAnswer, DeadAnswer, DeadListing, JobAnswer, RedriveAnswer, WorkerAnswer
from flickbook.web.answers import problems
from flickbook.web.async_engine import AsyncEngine
from flickbook.web.guard import Guard


def make_cluster(guard: Guard, engine: AsyncEngine) -> APIRouter:
    """Return the routes for a cluster, or for another engine that outlives the service."""
    router = APIRouter(tags=["cluster"])
    reads, writes = [Depends(guard.reader)], [Depends(guard.writer)]

    @router.get("/api/cluster", dependencies=reads, responses=problems(401, 503))
    async def show_cluster(request: Request) -> ClusterAnswer:
        """Return how many messages wait, and what the workers do."""
        seen, full = await engine.cluster(), guard.may_write(request.scope)
        workers = [_show_worker(worker, full=full) for worker in seen.workers or ()]
        return ClusterAnswer(waiting=seen.waiting, dead=seen.dead, workers=workers)

    @router.get("/api/dead", dependencies=reads, responses=problems(401, 503))
    async def list_dead_letters(request: Request) -> DeadListing:
        """Return the dead letters and their errors."""
        letters, full = await engine.dead_letters(), guard.may_write(request.scope)
        return DeadListing(letters=[_show_dead_letter(letter, full=full) for letter in letters])

    @router.post("/api/dead/redrive", dependencies=writes, responses=problems(401, 503))
    async def redrive() -> RedriveAnswer:
        """Send the dead letters again."""
        redriven = await engine.redrive()
        return RedriveAnswer(sent=redriven.sent, left=[str(error) for error in redriven.left])

    return router


def _show_worker(worker: WorkerSeen, *, full: bool) -> WorkerAnswer:
    jobs = [JobAnswer(video=book, start=start, end=end, seconds=age) for book, start, end, age in worker.jobs]
    return WorkerAnswer(name=worker.name if full else None, slots=worker.slots, jobs=jobs)


def _show_dead_letter(letter: Letter, *, full: bool) -> DeadAnswer:
    return DeadAnswer(
        video=None if isinstance(letter.work, str) else letter.work.name,
        task=letter.task,
        error=letter.error,
        message=letter.message if full else None,
        attempts=letter.attempts,
        died=letter.died,
    )
