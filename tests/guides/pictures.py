"""Take the pictures of the guides: `make pictures` writes docs/images/*.png, each guide's in its language.

A picture is a moment of the afternoon of rules.md, on the screen of a room at 1920×1080, drawn smaller.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from PIL import Image

from game.content.shelf import load_deck, load_scenario
from game.core.frozen import dataclass
from game.core.moves.flow import Pause
from game.core.session import Session
from game.places import shelves
from game.printing import families
from game.table.ground import Ground
from game.table.picture import png
from game.type.measure import FontMeasure
from game.view import contact, scene
from game.view.answer.ui import Ui
from game.words.catalogue import speaker
from tests.printing.press import pages, saved
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


def sheet_of_cards(lang: str) -> Image.Image:
    """Give the top of the preview of our deck's cards, of `SIZE`."""
    look = partial(scene.sight, speaker(lang), FontMeasure())
    sheets, _ = contact.pages(look, load_deck(shelves.deck("clap"))[1])
    whole = Image.open(BytesIO(png(sheets[0]))).convert("RGB")
    top = whole.crop((0, 0, whole.width, whole.width * SIZE[1] // SIZE[0]))
    return top.resize(SIZE, Image.Resampling.LANCZOS)


def board(lang: str) -> Image.Image:
    """Give the first board of the kit, the sheet whole."""
    sources = load_scenario(shelves.scenario("blagnac").parent, shelves.decks())
    limits = sources.scenario.agendas[0].limits
    made = families.boards(sources.deck, sources.scenario, limits, speaker(lang))
    with TemporaryDirectory() as folder:
        return pages(saved(made.pdf, Path(folder)), 80, "-l", "1")[0]


PAPERS: dict[str, Callable[[str], Image.Image]] = {"planche": sheet_of_cards, "plateau": board}
"""The pictures of the trainers' guides, by name."""


def paper_file(name: str, lang: str) -> str:
    """Give the name of a trainers' picture in docs/images."""
    return f"jeu-{name}-{lang}.png"


def main() -> None:
    """Write them all."""
    made = [(shot.file(lang), taken(shot, lang)) for shot, lang in all_of_them()]
    made += [(paper_file(name, lang), take(lang)) for name, take in PAPERS.items() for lang in LANGUAGES]
    for file, picture in made:
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / file, optimize=True)


if __name__ == "__main__":
    main()
