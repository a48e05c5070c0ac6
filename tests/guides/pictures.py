"""Take the pictures of the guides: `make pictures` writes docs/images/*.png, each guide's in its language.

A picture is a moment of the afternoon of rules.md, on the screen of a room at 1920×1080, drawn smaller.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from PIL import Image

from game.core.frozen import dataclass
from game.core.moves.flow import Pause
from game.core.session import Session
from game.table.ground import Ground
from game.table.picture import png
from game.view.answer.ui import Ui
from tests.view import afternoon, ballots, council
from tests.view.look import table

IMAGES = Path(__file__).parents[2] / "docs" / "images"
LANGUAGES = ("fr", "en")
SIZE = (1120, 630)
COLOURS = 128


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the facilitators' guides: its name, the session shown, and what of the view is set."""

    name: str
    session: Callable[[], Session]
    view: tuple[tuple[str, object], ...] = ()

    def file(self, lang: str) -> str:
        """Give the name of its file in docs/images."""
        return f"table-{self.name}-{lang}.png"


SHOTS = (
    Shot("reperage", afternoon.opened),
    Shot("enjeux", afternoon.issues),
    Shot("leviers", afternoon.picked),
    Shot("mains", lambda: ballots.going("hands")),
    Shot("resultat", council.settled, (("dialog", "result"),)),
    Shot("objectifs", council.sheets),
    Shot("generique", council.ended),
    Shot("pause", lambda: afternoon.played(council.voting(), Pause())),
)
"""In the order of the afternoon."""


def taken(shot: Shot, lang: str) -> Image.Image:
    """Take one picture, of `SIZE`."""
    session = shot.session()
    view = Ui(screen="play", lang=lang, now=440, **dict(shot.view))  # type: ignore[arg-type]
    hands = table(session, view)
    whole = Image.open(BytesIO(png(hands.tree, Ground(session.workshop.town))))
    return whole.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)


def all_of_them() -> Iterator[tuple[Shot, str]]:
    """Give each picture in each language."""
    return ((shot, lang) for shot in SHOTS for lang in LANGUAGES)


def main() -> None:
    """Write them all."""
    for shot, lang in all_of_them():
        taken(shot, lang).quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / shot.file(lang), optimize=True)


if __name__ == "__main__":
    main()
