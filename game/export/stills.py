"""A session in pictures: a strip of stills with their sentences, and a short film that goes through them (WebP)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from game.core.frozen import dataclass
from game.places import landing
from game.type.fonts import SURE, face_file
from game.type.measure import FontMeasure
from game.words.catalogue import speaker

STILL = (960, 540)
"""Pixels of a still, in the strip and in the film."""
ACROSS, CAPTION, GAP = 3, 84, 24
"""Stills side by side in the strip, the height of a caption and the gaps, in pixels."""
LASTS, LAST = 1600, 4000
"""Milliseconds that a still of the film stands, and the last one."""
SIZE, INK, PAPER = 26, "#1B2230", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Still:
    """The picture of a moment (PNG, any size) and its sentence."""

    picture: bytes
    said: str


def export(stills: Sequence[Still], lang: str, folder: Path) -> tuple[Path, ...]:
    """Write the strip (PNG) and the film (WebP). Gives the files. Raises ExportError as `landing` says."""
    shown = [_scaled(one.picture) for one in stills]
    said = speaker(lang)
    made = (
        (said.say("export.stills.strip"), _strip(shown, [one.said for one in stills])),
        (said.say("export.stills.film"), _film(shown)),
    )
    room = landing.folder(folder)
    for name, content in made:
        landing.put(room / name, content)
    return tuple(room / name for name, _ in made)


def _scaled(picture: bytes) -> bytes:
    """Give the pixels of a picture, RGB, at the size of a still."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as found:
        return found.convert("RGB").resize(STILL, Image.Resampling.LANCZOS).tobytes()


def _film(pixels: Sequence[bytes]) -> bytes:
    from PIL import Image

    out, shown = io.BytesIO(), [Image.frombytes("RGB", STILL, one) for one in pixels]
    lasts = [LASTS] * (len(shown) - 1) + [LAST]
    shown[0].save(out, "WEBP", save_all=True, append_images=shown[1:], duration=lasts, loop=0, quality=70, method=4)
    return out.getvalue()


def _caption(words: str) -> str:
    """Break a sentence in the two lines there is room for; its no-break spaces are plain once it is broken."""
    lines = FontMeasure().wrap(words, SIZE, bold=True, width=STILL[0], max_lines=2)
    return "\n".join(lines).translate(dict.fromkeys(map(ord, SURE[:2]), " "))


def _strip(shown: Sequence[bytes], said: Sequence[str]) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    wide, tall = STILL
    across, down = min(ACROSS, len(shown)), -(-len(shown) // ACROSS)
    sheet = Image.new("RGB", (GAP + across * (wide + GAP), GAP + down * (tall + CAPTION + GAP)), PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(face_file(bold=True)), SIZE)
    for i, (still, words) in enumerate(zip(shown, said, strict=True)):
        x, y = GAP + (i % ACROSS) * (wide + GAP), GAP + (i // ACROSS) * (tall + CAPTION + GAP)
        sheet.paste(Image.frombytes("RGB", STILL, still), (x, y))
        draw.rectangle((x, y, x + wide - 1, y + tall - 1), outline=INK)
        draw.multiline_text((x, y + tall + 8), _caption(words), INK, font, spacing=6)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()
