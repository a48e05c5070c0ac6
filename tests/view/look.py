"""Look at a screen: python -m tests.view.look SESSION --lang fr --percent 100 --size 1920x1080 --out x.png

SESSION is a name of tests/view/afternoon.py SESSIONS (or another module's, as tests.view.council:voted). The view may
be set by --screen, --tab strip=tab, --text key=text, --dialog name:about, --spotlight card, --scroll key=px,
--camera x,y,zoom, --menu, --notice disk=3; --hold KEY ONTO drags a node over another.
"""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from game.core.session import Session
from game.view.answer.input import PointerDown, PointerMove
from game.view.answer.intents import Camera
from game.view.answer.meanings import TableRules
from game.view.answer.ui import Ui
from game.view.tree.node import Node
from game.view.tree.theme import DAY, PALETTES
from tests.view.room import MEASURE, MEMO, Hands


class OneDesk:
    """Holds one session and does nothing."""

    def __init__(self, session: object) -> None:
        self.session = session

    def do(self, command: object) -> None:
        """Nothing is recorded: one looks."""


def table(session: object, ui: Ui, size: tuple[int, int] = (1920, 1080)) -> Hands:
    """Give real sentences and real measures around a session that stays as it is."""
    from game.words.catalogue import speaker

    spoken = speaker(ui.lang)
    return Hands(OneDesk(session), TableRules(), ui, measure=MEASURE, speaker=spoken, size=size, memo=MEMO)


def tree_of(session: object, ui: Ui, size: tuple[int, int] = (1920, 1080)) -> Node:
    """Build a tree with the real sentences and measures."""
    return table(session, ui, size).tree


def picture(tree: Node, session: object, out: Path, palette: str = DAY) -> None:
    """Paint a tree with the town behind it."""
    from game.table.ground import Ground
    from game.table.paint import Painter
    from game.table.picture import png

    town = session.workshop.town if isinstance(session, Session) else None
    painter = Painter(ground=Ground(town) if town is not None else None)
    painter.wear(palette)
    out.write_bytes(png(tree, painter=painter))


def _pairs(values: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key, rest) for key, _, rest in (value.partition("=") for value in values))


def _session(name: str) -> object:
    module, _, attribute = name.rpartition(":")
    found = import_module(module or "tests.view.afternoon")
    sessions = getattr(found, "SESSIONS", {})
    made = sessions.get(attribute) or getattr(found, attribute)
    return made() if callable(made) else made


def _ui(given: argparse.Namespace) -> Ui:
    x, y, zoom = (float(part) for part in given.camera.split(","))
    dialog, _, about = given.dialog.partition(":")
    return Ui(
        screen=given.screen, lang=given.lang, percent=given.percent, reading=given.reading,
        tabs=_pairs(given.tab), texts=_pairs(given.text),
        scrolls=tuple((key, int(value)) for key, value in _pairs(given.scroll)), camera=Camera(x, y, zoom),
        menu=given.menu, dialog=dialog, about=about, spotlight=given.spotlight, notices=_pairs(given.notice),
        now=given.now,
    )  # fmt: skip


def main() -> None:
    """Write one picture."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("session")
    ask.add_argument("--screen", default="play")
    ask.add_argument("--lang", default="fr")
    ask.add_argument("--percent", type=int, default=100)
    ask.add_argument("--reading", type=int, default=100)
    ask.add_argument("--size", default="1920x1080")
    ask.add_argument("--out", type=Path, default=Path("/tmp/look.png"))
    for name in ("tab", "text", "scroll", "notice"):
        ask.add_argument(f"--{name}", action="append", default=[])
    for name in ("dialog", "spotlight"):
        ask.add_argument(f"--{name}", default="")
    ask.add_argument("--camera", default="0.5,0.5,1")
    ask.add_argument("--menu", action="store_true")
    ask.add_argument("--now", type=int, default=440)
    ask.add_argument("--hold", nargs=2, default=None)
    ask.add_argument("--check", action="store_true", help="also print what tests/view/checks.py finds")
    ask.add_argument("--palette", default=DAY, choices=sorted(PALETTES))
    given = ask.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    session = None if given.session == "none" else _session(given.session)
    hands = table(session, _ui(given), (width, height))
    if given.hold:
        (x, y), (to_x, to_y) = hands.spot(given.hold[0]), hands.spot(given.hold[1])
        hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 40, y - 40), PointerMove("mouse", to_x, to_y))
    picture(hands.tree, session, given.out, given.palette)
    if given.check:
        from tests.view.checks import faults

        print("\n".join(faults(hands.tree, hands.measure, given.percent)) or "sound")
        print("missing:", sorted(getattr(hands.speaker, "missing", ())))


if __name__ == "__main__":
    main()
