"""Contact sheet: one picture of the whole film, with a header and the time of each tile."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.outputs.base import FromStored, Made

SHEET = "contact.jpg"


class ContactOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`width` is the longer side of a tile in pixels, `quality` is from 1 to 100."""

    columns: Annotated[int, Meta(ge=1, le=12, description="Tiles in a row of the contact sheet.")] = 4
    rows: Annotated[int, Meta(ge=1, le=12, description="Most rows of the contact sheet.")] = 6
    width: Annotated[int, Meta(ge=64, le=640, description="Longer side of a tile in pixels.")] = 320
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the contact sheet, 1 to 100.")] = 80


class Contact(FromStored[ContactOptions]):
    """One sheet, made of the stored stills or tiles."""

    name = "contact"
    summary = "Make a contact sheet of the whole video."
    options = ContactOptions
    video_files: ClassVar = {SHEET: "image/jpeg"}

    def complete(self, made: Made, options: ContactOptions) -> Mapping[str, bytes]:
        """Return the sheet; an empty dictionary if no picture is stored."""
        import simplejpeg

        from flickbook.outputs.contact.choosing import choose
        from flickbook.outputs.contact.drawing import draw
        from flickbook.outputs.stored import pictures_at

        chosen = choose(made, options.columns * options.rows)
        size = made.plan.video.fitted(options.width)
        tiles = list(pictures_at(made, chosen, size[0]))
        if not tiles:
            return {}
        sheet = draw(made.plan, tiles, size, options.columns)
        return {SHEET: simplejpeg.encode_jpeg(sheet, options.quality, "RGB", "420")}


CONTACT = Contact()
