"""The table, opened as `clap` opens it and timed: `opened.py start|idle|memory [ARGUMENTS OF clap…]`.

Two functions of the table are wrapped, nothing of it is replaced: the curtain, to note when the first frame stands,
and the loop's turn, before the first of which everything is painted and inputs are answered.
"""

from __future__ import annotations

import sys
import time
from threading import Timer

from game.table import opening

WHAT = sys.argv[1]
SETTLE, WATCHED, UNTOUCHED = 3.0, 10.0, 60.0
"""Seconds before the watch, and watched; after so many untouched it is watched again."""
stamps: dict[str, float] = {}


def raised(*given: object, **named: object) -> None:
    """Raise the curtain, note when, and wait for the table's first turn."""
    CURTAIN(*given, **named)
    stamps["frame"] = time.monotonic()
    opening.curtain = CURTAIN
    from game.table.app import Table  # read next by the table itself: its time stays in the figure

    Table.turn = turning(Table.turn)  # type: ignore[method-assign]


def turning(turn):  # type: ignore[no-untyped-def]
    """Give the turn that notes when it first comes, then watches the table or drops a card."""
    from benchmarks.weight import pss

    def turned(self, clock):  # type: ignore[no-untyped-def]
        if "usable" not in stamps:
            stamps["usable"] = time.monotonic()
            if WHAT == "start":
                _finish(self, lambda: turn(self, clock))
        if WHAT == "memory" and time.monotonic() > stamps["usable"] + SETTLE:
            _tell({"pss": pss()})
        _watch(self, "idle", SETTLE)
        if _watch(self, "calm", UNTOUCHED):
            Timer(0.5, _touch).start()
        turn(self, clock)
        if "touched" in stamps and self.ui.focus:
            _tell({"touch": 1000 * (time.monotonic() - stamps["touched"])})

    return turned


def _watch(table, name, after) -> bool:  # type: ignore[no-untyped-def]
    """Note what the table takes of a core from some seconds after its opening; tell when this is known."""
    now, start = time.monotonic(), f"{name} from"
    if start not in stamps and now > stamps["usable"] + after:
        stamps.update({start: now, f"{name} spent": time.process_time(), f"{name} frames": -table.window.frames})
    if name in stamps or now <= stamps.get(start, now) + WATCHED:
        return False
    stamps[name] = 100 * (time.process_time() - stamps[f"{name} spent"]) / (now - stamps[start])
    stamps[f"{name} frames"] += table.window.frames
    return True


def _touch() -> None:
    """Strike the Tab key: what it goes to is shown."""
    import pygame

    stamps["touched"] = time.monotonic()
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="", scancode=0))


def _finish(table, turn) -> None:  # type: ignore[no-untyped-def]
    """Check that all is painted; where a session lies open, drop a card and note when it is accepted."""
    facts: dict[str, object] = {
        "modules": sorted({name.partition(".")[0] for name in sys.modules}),
        "painted": _whole(table),
    }
    if table.desk is not None:
        began = time.monotonic()
        rows = len(table.desk.log())
        _drop(turn, table)
        facts |= {"drop": time.monotonic() - began, "accepted": len(table.desk.log()) - rows == 1}
    _tell(facts)


def _whole(table) -> bool:  # type: ignore[no-untyped-def]
    """Tell whether the screen shows what the tree, painted whole by a fresh painter, would."""
    import pygame

    from game.table.paint import Painter

    target = table.window.screen.copy()
    target.fill("magenta")
    painter = Painter(ground=table.painter.pictures.ground, tilt=table.painter.tilt)
    for layer in table.tree.kids:
        painter.paint(target, layer, table.tree.box)
    return pygame.image.tobytes(target, "RGB") == pygame.image.tobytes(table.window.screen, "RGB")


def _drop(turn, table) -> None:  # type: ignore[no-untyped-def]
    """Drag the first card of the hand that may go somewhere onto where it may go, as a mouse does."""
    import pygame

    from game.view.answer.landing import landing

    card = next(node for node in table.tree.find("hand").walk() if node.drags is not None)
    x, y = card.box.centre
    _post(pygame.MOUSEBUTTONDOWN, (x, y), button=1)
    _post(pygame.MOUSEMOTION, (x + 40, y - 40), buttons=(1, 0, 0), rel=(0, 0))
    turn()
    target = landing(table.ui.held[0], table.tree.kids[0]).targets[-1]
    _post(pygame.MOUSEMOTION, target.box.centre, buttons=(1, 0, 0), rel=(0, 0))
    turn()
    _post(pygame.MOUSEBUTTONUP, target.box.centre, button=1)
    turn()


def _post(kind: int, at: tuple[int, int], **facts: object) -> None:
    import pygame

    pygame.event.post(pygame.event.Event(kind, pos=at, **facts))


def _tell(facts: dict[str, object]) -> None:
    """Tell the facts and leave: closing is not what is timed."""
    import json
    import os

    print(json.dumps(stamps | facts), flush=True)
    os._exit(0)


CURTAIN = opening.curtain
opening.curtain = raised
sys.argv = ["clap", *sys.argv[2:]]

from game.__main__ import main  # noqa: E402  the curtain is wrapped first

main()
