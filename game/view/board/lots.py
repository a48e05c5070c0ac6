"""The lot of cards a member is dealt: which one lies in the hand, for whom, and the next one at a press."""

from __future__ import annotations

from game.core.dealing import Card
from game.core.frozen import dataclass
from game.core.session import Session
from game.view.answer.editing import SEARCH
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.board.dealing import ALL, dealt
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree.layout import Piece
from game.view.tree.sight import Sight

FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Lot:
    """The cards that lie in the hand; `nth` of so many lots, from 1. Of one lot alone nothing is said."""

    cards: tuple[Card, ...]
    nth: int
    lots: int


def groups_strip(session: Session) -> str:
    """Name the strip of the hand's tabs."""
    return "stage" if session.playing_levers else "axis"


def strip(ui: Ui, session: Session) -> str:
    """Name what tells which lot lies there: each family, under each tab, has its own."""
    tabs = groups_strip(session)
    return f"lot:{tabs}:{ui.tab(FAMILY, '')}:{ui.tab(tabs, ALL)}"


def shelf(ui: Ui, session: Session) -> str:
    """Name the list of cards: another lot, or another family's, lies from its start."""
    tabs = groups_strip(session)
    if not session.stage.deal:
        return f"hand:{tabs}"
    return ":".join(one for one in ("hand", tabs, ui.tab(FAMILY, ""), ui.tab(strip(ui, session), "")) if one)


def dealing(s: Sight, ui: Ui, session: Session) -> Lot:
    """Give the lot that lies there: the last, where the one that was asked for is gone."""
    found = dealt(s, session, ui.tab(groups_strip(session), ALL), ui.text(SEARCH), ui.tab(FAMILY, ""))
    nth = min(int(ui.tab(strip(ui, session), "0")), len(found) - 1)
    return Lot(found[nth], nth + 1, len(found))


def onward(s: Sight, ui: Ui, session: Session, room: int) -> Piece | None:
    """Offer the next lot, after the last the first again; None where there is one lot.

    The button says which lot lies there, in words that fit in so many pixels or else as few as there are; read aloud,
    for whom it is too.
    """
    here = dealing(s, ui, session)
    if here.lots < 2:
        return None
    lang = s.speaker.lang
    family = next((one for one in session.workshop.families if one.id == ui.tab(FAMILY, "")), None)
    who = family.short.say(lang) if family is not None else s.say("board.lot.all")
    facts = {"nth": here.nth, "lots": here.lots, "who": who, "n": session.stage.deal}
    does = SelectTab(strip(ui, session), str(here.nth % here.lots))
    spoken = s.say("board.lot.next" if here.nth < here.lots else "board.lot.first", **facts)
    said = [*(s.say(f"board.lot.{way}", **facts) for way in ("full", "short", "tiny")), f"{here.nth}/{here.lots}"]
    buttons = [press(s, Button("hand:lot", one, does, "plain", spoken=spoken)) for one in said]
    return next((one for one in buttons if one.wide <= room), buttons[-1])
