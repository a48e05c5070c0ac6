"""A fault in one card, panel, dialog or mark leaves a plain plate there, and the rest of the table stands."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from random import Random

import pygame
import pytest

from game.core.cards import IssueCard
from game.core.session import Session
from game.table import picture, shapes
from game.table.ground import Ground
from game.table.paint import Painter
from game.table.pictures import Drawing
from game.table.surfaces import Icons, Texts
from game.type.measure import FontMeasure
from game.view import scene
from game.view.answer.ui import Ui
from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.parts import cards
from game.view.tree.looks import Icon, Words
from game.view.tree.node import Node
from game.view.tree.sight import Memo
from game.words.catalogue import speaker
from tests.view import council
from tests.view.afternoon import SESSIONS

MEASURE = FontMeasure()
SIZE = (1366, 768)
FAULTS = (
    ValueError("A null character was found in the text"),
    UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    ZeroDivisionError("division by zero"),
    KeyError("icon"),
    pygame.error("Text has zero width"),
    RecursionError(),
    MemoryError(),
)
PANELS = (
    ("full", "game.view.board.hand", "_across", "hand"),
    ("full", "game.view.board.hand", "_search", "hand"),
    ("full", "game.view.plan.plan", "_build", "plan"),
    ("full", "game.view.board.ledger", "_build", "ledger"),
    ("full", "game.view.parts.topbar", "_clock", "topbar:clock"),
    ("full", "game.view.parts.footer", "_build", "footer"),
    ("voting", "game.view.council.ballot", "_body", "ballot"),
    ("sheets", "game.view.objectives.sheets", "_body", "sheets"),
    ("ended", "game.view.credits.credits", "_body", "credits"),
    ("full", "game.view.board.board", "build", "body"),
)


def session(name: str) -> Session:
    found: Session = (SESSIONS.get(name) or getattr(council, name))()
    return found


def raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


def built(name: str, memo: Memo, lang: str = "fr", **view: object) -> Node:
    ui = Ui(screen="play", lang=lang, **view)  # type: ignore[arg-type]
    return scene.build(session(name), ui, scene.sight(speaker(lang), MEASURE, SIZE, ui.percent, memo))


def panels(tree: Node) -> dict[str, Node]:
    return {node.key: node for node in tree.walk()}


@pytest.mark.parametrize(("name", "module", "builder", "key"), PANELS)
def test_a_panel_that_cannot_be_built_is_a_plate(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, builder: str, key: str
) -> None:
    whole = panels(built(name, Memo()))
    monkeypatch.setattr(import_module(module), builder, raising(ZeroDivisionError("division by zero")))
    for lang in ("fr", "en"):
        memo = Memo()
        found = panels(built(name, memo, lang))
        assert set(memo.odd) == {key}
        assert isinstance(memo.odd[key].why, ZeroDivisionError)
        plate = found[key]
        assert memo.odd[key].name in plate.name
        assert not plate.name.startswith("part.")
        assert not memo.odd[key].name.startswith("part.")
        assert plate.box.w
        below = {node.key for node in whole[key].walk()} if key in whole else set()
        lost = {one: node for one, node in whole.items() if one not in found and one not in below}
        assert all(plate.box.inset(-8).covers(node.box.meet(plate.box)) for node in lost.values())
        assert {"undo", "menu", "clock"} & lost.keys() <= {"clock"}, "the rest of the table stands"
        assert not [node for one, node in whole.items() if one in ("undo", "menu") and node.box.meets(plate.box)]
        picture.surface(built(name, memo, lang))


def test_a_panel_that_fails_is_not_built_at_each_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def fail(*_: object) -> Node:
        calls.append(1)
        raise KeyError("hand")

    monkeypatch.setattr("game.view.board.hand._across", fail)
    memo = Memo()
    for now in range(5):
        built("full", memo, now=now)
    assert len(calls) == 1


def test_a_card_that_cannot_be_shown_is_played_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = panels(built("issues", Memo()))
    shown = [node for node in whole.values() if node.role == "card"]
    real = cards._issue

    def fail(s: object, card: IssueCard, *rest: object) -> object:
        if card is one:
            raise ValueError(card.id)
        return real(s, card, *rest)  # type: ignore[arg-type]

    one = session("issues").workshop.deck.issue(shown[1].key.removeprefix("card:"))
    assert one is not None
    shown_name = one.label.say("fr")
    monkeypatch.setattr(cards, "_issue", fail)
    memo = Memo()
    found = panels(built("issues", memo))
    assert set(memo.odd) == {shown[1].key}
    assert memo.odd[shown[1].key].name == shown_name
    assert found.keys() == whole.keys()
    plate = found[shown[1].key]
    assert (plate.role, plate.drags, plate.does) == (shown[1].role, shown[1].drags, shown[1].does)
    assert shown_name in plate.name


@pytest.mark.parametrize("dialog", ["note", "guide", "time", "scale", "closing"])
def test_a_dialog_that_cannot_be_shown_can_be_closed(monkeypatch: pytest.MonkeyPatch, dialog: str) -> None:
    among = ANYWHERE if dialog in ANYWHERE else DIALOGS
    monkeypatch.setitem(among, dialog, raising(IndexError("tuple index out of range")))  # type: ignore[arg-type]
    memo = Memo()
    found = panels(built("full", memo, dialog=dialog))
    assert set(memo.odd) == {f"dialog:{dialog}"}
    assert "plan" in found
    assert any(key.endswith(":close") and node.acts for key, node in found.items())


def painted(tree: Node, painter: Painter) -> bytes:
    return pygame.image.tobytes(picture.surface(tree, painter=painter), "RGB")


@pytest.mark.parametrize("error", FAULTS, ids=lambda error: type(error).__name__)
def test_a_mark_that_cannot_be_painted_is_a_plate(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    tree = built("full", Memo())
    words = [(node, mark) for node in tree.walk() for mark in node.look if isinstance(mark, Words) and mark.lines[0]]
    node, mark = Random(7).choice(words)
    line, real = mark.lines[0], Texts._render

    def render(self: Texts, text: str, *rest: object, **more: object) -> pygame.Surface:
        if text == line:
            raise error
        return real(self, text, *rest, **more)  # type: ignore[arg-type]

    whole = picture.surface(tree)
    monkeypatch.setattr(Texts, "_render", render)
    painter = Painter()
    made = picture.surface(tree, painter=painter)
    assert node.key in painter.odd
    assert painter.odd[node.key].why is error
    with_it = {one.key for one, other in words if line in other.lines}
    assert set(painter.odd) <= with_it
    plates = [mark.box for _, mark in words if line in mark.lines]
    points = ((x, y) for x in range(0, SIZE[0], 7) for y in range(0, SIZE[1], 5))
    changed = [at for at in points if made.get_at(at) != whole.get_at(at)]
    assert changed
    assert all(any(box.holds(*at) for box in plates) for at in changed), "the rest is as it was"


def test_a_plan_that_cannot_be_painted_leaves_the_places_and_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def drawn(self: Ground, mark: object) -> Drawing:
        calls.append(1)
        raise MemoryError

    monkeypatch.setattr(Ground, "drawn", drawn)
    tree = built("full", Memo())
    painter = Painter(ground=Ground(session("full").workshop.town))
    for _ in range(3):
        painted(tree, painter)
    assert len(calls) == 1
    assert set(painter.odd) == {"town"}


def test_faults_at_random_in_what_is_painted_leave_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(2026)

    def now_and_then(real: Callable[..., object]) -> Callable[..., object]:
        def does(*given: object, **more: object) -> object:
            if dice.random() < 0.02:
                raise dice.choice(FAULTS)
            return real(*given, **more)

        return does

    for holder, name in ((Texts, "line"), (Icons, "draw"), (shapes, "fill"), (Painter, "_words")):
        monkeypatch.setattr(holder, name, now_and_then(getattr(holder, name)))
    tree = built("full", Memo())
    met: set[str] = set()
    for _ in range(10):
        painter = Painter(ground=Ground(session("full").workshop.town))
        painted(tree, painter)
        met |= set(painter.odd)
    assert len(met) > 20


@pytest.mark.parametrize(
    "text", ["\x00", "Bio\x00", "\ud800", "\u202e", "\u200b", "\ufffe", "\U000e0041", "\x9b", "e" + "\u0301" * 300]
)
def test_any_sign_is_measured_and_painted(text: str) -> None:
    tree = built("full", Memo())
    node = next(node for node in tree.walk() if any(isinstance(mark, Words) for mark in node.look))
    assert MEASURE.width(text, 20) >= 0
    mark = Words(node.box, (text,), 20, 24, "#000000")
    painter = Painter()
    painted(Node("window", "w", "", tree.box, (mark, Icon(node.box, f"no-{text}", "#000000"))), painter)
    assert painter.odd == {}
