"""The routes of `/api/tokens`: the tokens are listed, made and revoked by clients that may write."""

import asyncio

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, Response

from flickbook.core.decoding import Decoder
from flickbook.web.answer_types import NewTokenAnswer, TokenAnswer, TokenListing
from flickbook.web.answers import problems
from flickbook.web.bodies import MAX_JSON_BYTES, json_body, read_json
from flickbook.web.guard import Guard
from flickbook.web.token_file import Access


class NewToken(msgspec.Struct, forbid_unknown_fields=True):
    """The name and rights of a token to make."""

    name: str
    rights: Access


_NEW_TOKEN = Decoder(NewToken)
_NO_STORE = {"Cache-Control": "no-store"}


def make_tokens(guard: Guard) -> APIRouter:
    """Return the routes that list, make and revoke tokens."""
    router = APIRouter(tags=["tokens"], dependencies=[Depends(guard.writer)])

    @router.get("/api/tokens", responses=problems(401))
    async def list_tokens() -> TokenListing:
        """Return the names and rights of all tokens."""
        stored = {token.name: token for token in guard.file.stored().tokens}
        return TokenListing(
            tokens=[
                TokenAnswer(
                    name=known.name,
                    rights="write" if known.rights.writes else "read",
                    made=stored[known.name].made if known.stored else None,
                    used=stored[known.name].used if known.stored else None,
                    revocable=known.stored,
                )
                for known in guard.tokens()
                if known.rights.reads
            ]
        )

    @router.post(
        "/api/tokens",
        status_code=201,
        response_model=NewTokenAnswer,
        responses=problems(401, 408, 409, 413, 422, 503),
        openapi_extra=json_body(NewToken),
    )
    async def add_token(request: Request) -> Response:
        """Make a token, and return its text, which is shown only now."""
        remedy = 'send {"name": "tv", "rights": "read"}'
        asked = await read_json(request, _NEW_TOKEN, MAX_JSON_BYTES, remedy)
        text = await asyncio.to_thread(guard.file.add, asked.name, asked.rights)
        made = NewTokenAnswer(name=asked.name.strip(), rights=asked.rights, token=text)
        return JSONResponse(made.model_dump(), 201, _NO_STORE)

    @router.delete("/api/tokens/{name}", status_code=204, responses=problems(401, 404, 422, 503))
    async def revoke_token(name: str) -> Response:
        """Revoke a token. Its sessions end too."""
        await asyncio.to_thread(guard.file.revoke, name)
        return Response(status_code=204)

    return router
