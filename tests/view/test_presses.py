"""An afternoon of forty-five minutes for seven, led in the real view: how many times somebody presses.

A press is a button, a finger or a key going down; a drag is one, a field typed is one.
"""

from __future__ import annotations

from game.content.shelf import load_scenario
from game.core.moves.flow import OpenTable
from game.core.session import Session, start
from game.places import shelves
from game.view.answer.intents import NewSession
from game.view.answer.meanings import TableRules
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Ui, cleared
from game.view.tree.node import top_layer
from game.words.catalogue import speaker
from tests.view.room import MEASURE, MEMO, Hands
from tests.view.rooms import RuleDesk
from tests.view.test_pacing import offer

MOST = 90
"""Presses that a facilitator has to spend on forty-five minutes: the others are for the members."""
GUESSES = (10, 15, 20, 25, 15, 30, 35)
PICKS = (
    ("travaux", "sobriete-energie", "ecole-les-pres", "cout-cycle-vie", 6),
    ("urbain", "biodiversite-ville", "place-navarre", "clause-verte", 5),
    ("enfance", "alimentation-durable", "rmr-cuisine", "menus-saison", 4),
    ("sports", "eau", "piscine-ramiers", "marche-performance", 3),
    ("solidarites", "handicap", "ccas", "reserver-handicap", 2),
)
"""A family, its issue, where it lies, its lever, and the hands that were raised for it."""


class Facilitator(Hands):
    """Hands that count what they press."""

    def __init__(self) -> None:
        shelf = Shelf((offer("blagnac"),))
        self.pressed: list[str] = []
        super().__init__(
            RuleDesk(None),
            TableRules(),
            Ui(screen="home"),
            measure=MEASURE,
            speaker=speaker("fr"),
            shelf=shelf,
            memo=MEMO,
        )

    @property
    def session(self) -> Session:
        found = self.desk.session  # type: ignore[attr-defined]
        assert isinstance(found, Session)
        return found

    def tap(self, key: str) -> None:
        self.pressed.append(key)
        node = top_layer(self.tree).find(key)
        assert node is not None, (key, len(self.pressed))
        assert "disabled" not in node.states, key
        super().tap(key)
        self._begun()

    def press(self, key: str) -> None:
        """Press a key of the keyboard."""
        self.pressed.append(key)
        self.keys(key)

    def drag(self, key: str, onto: str) -> None:
        self.pressed.append(f"{key} -> {onto}")
        super().drag(key, onto)

    def seek(self, card: str) -> str:
        """Turn the pages of the hand to a card."""
        for _ in range(12):
            if self.tree.find(f"card:{card}") is not None:
                return f"card:{card}"
            after = self.tree.find("hand:after")
            self.tap("hand:after" if after is not None and "disabled" not in after.states else "hand:lot")
        raise AssertionError(card)

    def _begun(self) -> None:
        """Begin the session that home asks for, as the table does."""
        asked = next((one for one in self.effects if isinstance(one, NewSession)), None)
        if asked is None:
            return
        self.effects.clear()
        workshop = load_scenario(shelves.scenario(asked.scenario).parent, shelves.decks()).workshop(asked.agenda)
        desk = RuleDesk(start(workshop))
        desk.do(OpenTable("", "2026-12-02"))
        self.desk, self.ui = desk, cleared(self.ui, "seats")
        self.tree = self._tree()


def scout(room: Facilitator) -> None:
    room.tap("pace:45")
    room.tap("home:new")
    room.tap("seats:go")
    room.tap("guess:take")
    for percent in GUESSES:
        room.tap(f"slate:{percent}")
        room.tap("slate:put")
    room.tap("guess:reveal")
    room.tap("share:truth")
    room.tap("share:bias")
    room.tap("share:map")
    room.tap("scouting:next")


def place(room: Facilitator) -> None:
    """Each family's card is shown to the room, then laid on its place."""
    for family, issue, where, _, _ in PICKS:
        room.tap(f"head:{family}")
        card = room.seek(issue)
        room.tap(card)
        room.press("escape")
        room.drag(card, f"place:{where}")
        if room.ui.choice is not None:
            room.tap("choice:0")
    room.tap("next")


def act(room: Facilitator) -> None:
    for family, issue, _, lever, _ in PICKS:
        room.tap(f"head:{family}")
        room.drag(room.seek(lever), f"issue:{issue}")
    room.tap("next")


def settle(room: Facilitator) -> None:
    room.tap("event:open")
    room.tap("event:draw")
    room.tap("event:back")
    for pull in [one.key for one in room.tree.walk() if one.key.endswith(":held")]:
        room.tap(pull)
    room.tap("tab:council:vote")
    room.tap("vote:way")
    room.tap("way:hands")
    for _, issue, _, _, n in PICKS:
        room.tap(f"hands:{issue}:{n}")
    room.tap("vote:close")
    room.tap("ballot:do")
    room.tap("result:done")
    room.tap("next")


def adopt(room: Facilitator) -> None:
    for nth in range(3):
        room.tap("adopt")
        room.tap("sheet:next" if nth < 2 else "next")


def close(room: Facilitator) -> None:
    room.tap("export:all")
    room.tap("session:close")
    room.tap("closing:do")


def test_seven_are_led_from_home_to_the_end_in_few_presses() -> None:
    room, spent = Facilitator(), {}
    for part in (scout, place, act, settle, adopt, close):
        before = len(room.pressed)
        part(room)
        spent[part.__name__] = len(room.pressed) - before
        assert room.desk.refused == []  # type: ignore[attr-defined]
    session = room.session
    assert session.closed
    assert session.way == "hands"
    assert [len(issue.levers) for issue in session.issues] == [1] * len(PICKS)
    assert {issue.card: issue.place for issue in session.issues} == {one[1]: one[2] for one in PICKS}
    assert [sheet.adopted for sheet in session.sheets] == [True] * 3
    assert "hand:lot" not in room.pressed, "nobody turns through forty-four cards: the first lot of eight has them"
    assert len(room.pressed) <= MOST, spent
