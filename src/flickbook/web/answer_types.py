"""The shapes of the service's answers in JSON. docs/api.md and /openapi.json show the meaning of each field."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from flickbook.core.model import State

CellState = Literal["waiting", "done", "failed"]


class Answer(BaseModel):
    """Base of all answers: frozen, without extra fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(Answer):
    """Why a request failed."""

    error: Annotated[str, Field(description="The error's class.")]
    message: Annotated[str, Field(description="One line: the subject, what is wrong with it, and what to do.")]


class CardAnswer(Answer):
    """A video in a list. URLs are absolute paths."""

    name: Annotated[str, Field(description="The book's name.")]
    title: Annotated[str, Field(description="The last part of the name.")]
    state: Annotated[State, Field(description="`making`: snippets are missing. `partial`: finished, but some failed.")]
    added: Annotated[float, Field(description="When the video came into the list, in seconds since 1970.")]
    duration: Annotated[float | None, Field(description="Length of the video; null until it is planned.")]
    snippet: Annotated[int | None, Field(description="Length of a snippet; null until the video is planned.")]
    snippets: Annotated[int, Field(description="How many snippets there are.")]
    done: Annotated[int, Field(description="How many snippets are made.")]
    failed: Annotated[int, Field(description="How many snippets failed for good.")]
    base: Annotated[str | None, Field(description="URL below which the book's files lie; null until it is planned.")]
    poster: Annotated[str | None, Field(description="URL of the poster, or of a still near the video's middle.")]
    gif: Annotated[str | None, Field(description="URL of a GIF near the video's middle.")]
    storyboard: Annotated[str | None, Field(description="URL of `storyboard.vtt`, once it is stored.")]
    error: Annotated[str | None, Field(description="Why the video was refused, or how planning it failed.")]
    retry: Annotated[bool, Field(description="Whether a retry may make more; not of a file that is no readable video.")]


class Listing(Answer):
    """Some videos of a list."""

    videos: Annotated[list[CardAnswer], Field(description="The videos.")]
    next: Annotated[str | None, Field(description="`after` of the next request; null if these were the last.")]


class SourceAnswer(Answer):
    """The source of a video."""

    url: Annotated[str | None, Field(description="The video's URL; null without a token that may write.")]
    size: Annotated[int, Field(description="Size in bytes.")]


# Small, because a book may have thousands.
@dataclass(frozen=True, slots=True)
class Cell:
    """The state of a snippet."""

    start: Annotated[int, Field(description="Where the snippet begins.")]
    end: Annotated[float, Field(description="Where the snippet ends.")]
    state: Annotated[CellState, Field(description="What became of the snippet.")]
    error: Annotated[str | None, Field(description="Why the snippet failed.")]


class RecipeAnswer(Answer):
    """What is made of a video."""

    snippet: Annotated[int, Field(description="Length of a snippet.")]
    outputs: Annotated[
        dict[str, dict[str, int | float | bool | str | None]],
        Field(description="For each output by its name: its options by their names (number, text, boolean or null)."),
    ]


class Detail(CardAnswer):
    """All of a video."""

    source: Annotated[SourceAnswer | None, Field(description="The source; null until the video is planned.")]
    width: Annotated[int | None, Field(description="Width as shown, in pixels.")]
    height: Annotated[int | None, Field(description="Height as shown, in pixels.")]
    codec: Annotated[str | None, Field(description="Codec of the pictures.")]
    frame_rate: Annotated[float | None, Field(description="Frames a second.")]
    recipe: Annotated[RecipeAnswer | None, Field(description="What is made.")]
    cells: Annotated[tuple[Cell, ...], Field(description="The snippets in order of time.")]
    speed: Annotated[float | None, Field(description="Seconds of video that are made in a second; null if unknown.")]
    left: Annotated[float | None, Field(description="Estimated seconds until the video is made; null if unknown.")]
    manifest: Annotated[str | None, Field(description="URL of the manifest, once the book is finished.")]
    video: Annotated[str | None, Field(description="URL that plays the source; null if the service may not read it.")]
    lost: Annotated[float, Field(description="Seconds missing at the end of a video that is cut off, otherwise 0.")]
    remarks: Annotated[tuple[str, ...], Field(description="Sentences about what could not be made right.")]


class JobAnswer(Answer):
    """A job that a worker is doing."""

    video: Annotated[str, Field(description="Name of the video's book.")]
    start: Annotated[int, Field(description="Where the job's part of the video begins.")]
    end: Annotated[float, Field(description="Where the job's part of the video ends.")]
    seconds: Annotated[float, Field(description="How long the worker has been doing it.")]


class WorkerAnswer(Answer):
    """A worker of a cluster."""

    name: Annotated[str | None, Field(description="The worker's name; null without a token that may write.")]
    slots: Annotated[int, Field(description="How many jobs it can do at once.")]
    jobs: Annotated[list[JobAnswer], Field(description="The jobs that it is doing.")]


class ClusterAnswer(Answer):
    """The cluster that makes the videos."""

    waiting: Annotated[int, Field(description="How many messages wait.")]
    dead: Annotated[int, Field(description="How many dead letters there are.")]
    workers: Annotated[list[WorkerAnswer], Field(description="The workers that answered.")]


class DeadAnswer(Answer):
    """A dead letter: an order or a job that was given up."""

    video: Annotated[str | None, Field(description="Name of the video's book; null for a foreign message.")]
    task: Annotated[Literal["order", "job"] | None, Field(description="What was given up; null for a foreign message.")]
    error: Annotated[str, Field(description="The error's class.")]
    message: Annotated[
        str | None,
        Field(description="The error's text, which may contain paths; null without a token that may write."),
    ]
    attempts: Annotated[int, Field(description="How often it was tried.")]
    died: Annotated[float | None, Field(description="When it was given up, in seconds since 1970; null if unknown.")]


class DeadListing(Answer):
    """All dead letters."""

    letters: Annotated[list[DeadAnswer], Field(description="The dead letters, the oldest first.")]


class RedriveAnswer(Answer):
    """The result of sending the dead letters again."""

    sent: Annotated[int, Field(description="How many dead letters were sent again.")]
    left: Annotated[list[str], Field(description="For each dead letter that was not sent, the error.")]


class UploadAnswer(Answer):
    """An upload under way."""

    id: Annotated[str, Field(description="Last part of the upload's URL.")]
    key: Annotated[str, Field(description="The key that the video gets in the source store.")]
    size: Annotated[int | None, Field(description="Bytes of the whole file; null while unknown.")]
    offset: Annotated[int, Field(description="Bytes that were received.")]
    begun: Annotated[float, Field(description="When the upload began, in seconds since 1970.")]
    expires: Annotated[float, Field(description="When the upload expires, in seconds since 1970.")]
    client: Annotated[str, Field(description="IPv4 address or IPv6 network of the client that began it.")]
    state: Annotated[
        Literal["receiving", "storing"],
        Field(description="Whether bytes are still received, or the whole file is put into the source store."),
    ]


class UploadListing(Answer):
    """All uploads under way."""

    uploads: Annotated[list[UploadAnswer], Field(description="The uploads, the oldest first.")]


class SessionAnswer(Answer):
    """What the sent token or cookie allows, and facts about the service."""

    engine: Annotated[str, Field(description="Name of the engine that makes the videos.")]
    token: Annotated[str | None, Field(description="Name of the token that was sent in the header; null without one.")]
    reads: Annotated[bool, Field(description="Whether the client may read.")]
    writes: Annotated[bool, Field(description="Whether the client may write.")]
    upload_limit: Annotated[int, Field(description="Most bytes of an upload.")]
    suffixes: Annotated[list[str], Field(description="Suffixes that an uploaded video's name may have.")]
    version: Annotated[str, Field(description="Version of Flickbook.")]


class TokenAnswer(Answer):
    """A token, without its text."""

    name: Annotated[str, Field(description="Its name; `--token` and `--read-token` are those of the settings.")]
    rights: Annotated[Literal["read", "write"], Field(description="What it allows; who may write may read too.")]
    made: Annotated[float | None, Field(description="When it was made, in seconds since 1970; null in the settings.")]
    used: Annotated[
        float | None, Field(description="Its last use to the hour, in seconds since 1970; null if unknown.")
    ]
    revocable: Annotated[bool, Field(description="Whether it can be revoked here: it is in the token file.")]


class TokenListing(Answer):
    """All tokens that are valid now."""

    tokens: Annotated[list[TokenAnswer], Field(description="The tokens, those of the settings first.")]


class NewTokenAnswer(Answer):
    """A token that was made."""

    name: Annotated[str, Field(description="Its name.")]
    rights: Annotated[Literal["read", "write"], Field(description="What it allows.")]
    token: Annotated[str, Field(description="Its text, which is shown only now.")]
