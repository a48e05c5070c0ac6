"""What was read, drawn over the photograph it was read in, so that a person can compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from game.core.town import Point
from game.photo.eye import Seen
from game.photo.reading import Laid, Reading
from game.type.fonts import face_file

SURE, DOUBTFUL, UNREAD = "#1F7A4D", "#B4560B", "#B00020"
UNSURE = "?"
"""What follows the name of a card that is in doubt, and stands alone on a code that could not be read."""


def drawn(seen: Seen, photo: int, reading: Reading, called: Callable[[str], str]) -> bytes:
    """Give a photograph as a JPEG, each card outlined with its name, doubtful ones with a question mark."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.open(BytesIO(seen.picture)).convert("RGB")
    scale = picture.width / seen.size[0]
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(face_file(bold=True, other=False)), max(12, picture.width // 72))
    for one in (*reading.issues, *reading.levers, *reading.events, *reading.blanks):
        if one.photo == photo:
            corners = _smaller(one.outline, scale)
            _outlined(pen, corners, DOUBTFUL if one.doubt else SURE)
            _named(pen, corners, _name(one, called), DOUBTFUL if one.doubt else SURE, font)
    for rank, code in reading.unread:
        if rank == photo:
            corners = _smaller(code.corners, scale)
            _outlined(pen, corners, UNREAD)
            _named(pen, corners, UNSURE, UNREAD, font)
    file = BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()


def _smaller(points: Sequence[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]


def _name(one: Laid, called: Callable[[str], str]) -> str:
    return f"{called(one.card)} {UNSURE}" if one.doubt else called(one.card)


def _outlined(pen: Any, corners: list[Point], colour: str) -> None:
    pen.line([*corners, corners[0], corners[1]], fill="white", width=7, joint="curve")
    pen.line([*corners, corners[0], corners[1]], fill=colour, width=4, joint="curve")


def _named(pen: Any, corners: list[Point], words: str, colour: str, font: Any) -> None:
    """Write a name on a plate in the middle of a card."""
    x, y = sum(a for a, _ in corners) / len(corners), sum(b for _, b in corners) / len(corners)
    x0, y0, x1, y1 = pen.textbbox((x, y), words, font=font, anchor="mm")
    pen.rounded_rectangle((x0 - 5, y0 - 4, x1 + 5, y1 + 4), 4, fill="white", outline=colour, width=2)
    pen.text((x, y), words, font=font, anchor="mm", fill=colour)
