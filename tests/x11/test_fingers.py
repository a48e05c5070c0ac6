"""Fingers in a real window: they pinch, tap, carry cards side by side and write; palms press and lift nothing."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from math import dist

import pytest

from game.core.moves.flow import EnterPhase
from game.table.contacts import WIDE, hand_width
from game.view.answer.intents import Pan
from game.view.tree.node import Node
from tests.pilot import Pilot, text_of
from tests.x11.fingers import DRIVER, SCREEN, Fingers, Point, touched
from tests.x11.outputs import lacking
from tests.x11.sessions import made

pytestmark = pytest.mark.x11
TORTURE = bool(os.environ.get("CLAP_TORTURE"))
Table = tuple[Pilot, Fingers]
HAND = hand_width(SCREEN.w, WIDE)
SAID = "Équité – à l'œuvre, 30 %"
"""What the keys on the screen write, between guillemets: capitals, accents, a dash, a ligature, signs."""


@pytest.fixture(scope="module")
def sat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """Sit at a table in its window, on a screen that is touched: the phase Enjeux."""
    if lacking() or not DRIVER.exists():
        pytest.skip(f"needs {', '.join(lacking()) or DRIVER.name}")
    home = tmp_path_factory.mktemp("touch")
    with touched(home, "play", str(made(home, EnterPhase("enjeux")))) as (pilot, fingers):
        yield pilot, fingers


def ground(p: Pilot, point: Point) -> Point:
    """Give what of the town lies at a pixel, in shares of the whole."""
    node = p.node("plan")
    assert isinstance(node.does, Pan)
    seen, box, (x, y) = node.does.seen, node.does.box, node.box.centre
    return seen.x + (point[0] - x) / (box.w * seen.zoom), seen.y + (point[1] - y) / (box.h * seen.zoom)


def pixel(p: Pilot, spot: Point) -> Point:
    """Give the pixel of a spot of the town."""
    node = p.node("plan")
    assert isinstance(node.does, Pan)
    seen, box, (x, y) = node.does.seen, node.does.box, node.box.centre
    return x + (spot[0] - seen.x) * box.w * seen.zoom, y + (spot[1] - seen.y) * box.h * seen.zoom


def zoom(p: Pilot) -> float:
    does = p.node("plan").does
    assert isinstance(does, Pan)
    return does.seen.zoom


@pytest.mark.parametrize("by", [1.3, 1.7, 2.4, 3.1, 4.4, 5.8] if TORTURE else [2.7])
def test_what_lies_under_two_fingers_lies_under_them_at_any_zoom(sat: Table, by: float) -> None:
    p, fingers = sat
    (x, y), half = p.node("plan").box.centre, (50, -40)
    starts = [(x + side * half[0], y + side * half[1]) for side in (-1, 1)]
    ends = [(round(x + side * half[0] * by), round(y + side * half[1] * by)) for side in (-1, 1)]
    spots, place = [ground(p, start) for start in starts], middle(p, HELD)
    where = ground(p, place)
    hands = [fingers.down(start) for start in starts]
    fingers.glide({hand: (start, end) for hand, start, end in zip(hands, starts, ends, strict=True)})
    p.until(lambda _: zoom(p) > 1.05, "the plan closer")
    for hand, end in zip(hands, ends, strict=True):
        fingers.up(hand, end)

    def under(_: object) -> bool:
        return all(dist(pixel(p, spot), end) <= 2 for spot, end in zip(spots, ends, strict=True))

    p.until(under, f"what lay under both fingers still there, {by} times closer", 20)
    assert dist(pixel(p, where), middle(p, HELD)) <= 1 + by / 2, "what is drawn is where the plan looks at"
    p.until(lambda _: p.reached("plan:whole"), "the way back to the whole plan")
    fingers.tap(p.point("plan:whole"))
    p.until(lambda _: zoom(p) == 1 and middle(p, HELD) == place, "the whole plan again")


HELD = "place:espace-seniors"
"""A place in the middle of the plan."""


def middle(p: Pilot, key: str) -> Point:
    """Give where a place stands on the plan, to the half of a pixel."""
    xs, ys = zip(*p.node(key).shape, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def chosen(node: Node | None) -> bool:
    return node is not None and "selected" in node.states


def test_taps_by_two_people_all_press(sat: Table) -> None:
    """One brings the plan closer and away again, one turns the tabs of the hand, each at their own pace."""
    p, fingers = sat
    dice = random.Random(15)
    tabs = [node.key for node in p.node("hand:tabs").kids][:2]
    start = zoom(p)
    for n in range(100 if TORTURE else 4):
        tab, press = tabs[(n + 1) % 2], ("plan:closer", "plan:whole")[n % 2]
        spots = [(0.0, p.point(press)), (dice.uniform(0, 0.3), p.point(tab))]
        for_long = [(at, spot, at + dice.uniform(0.1, 0.7)) for at, spot in spots]
        played(fingers, [event for at, spot, end in for_long for event in contact(at, end, spot)])
        p.until(lambda shown, tab=tab: chosen(shown.tree.find(tab)), f"{tab} chosen")
        p.until(lambda _, n=n: (zoom(p) > start * 1.1) == (n % 2 == 0), f"{press} pressed")


Event = tuple[float, int, str, Point]
"""When, whose contact, what it does, where."""


def contact(at: float, end: float, spot: Point, drift: tuple[Point, ...] = ()) -> list[Event]:
    """Give a contact that comes, drifts by less than a drag, and ends; times in seconds."""
    whose = hash((at, end, spot))
    rests = [(at + (end - at) * (i + 1) / (len(drift) + 1), whose, "move", (spot[0] + x, spot[1] + y))
             for i, (x, y) in enumerate(drift)]  # fmt: skip
    return [(at, whose, "down", spot), *rests, (end, whose, "up", spot)]


def played(fingers: Fingers, events: list[Event]) -> None:
    """Play contacts in their time."""
    start, known = time.monotonic(), {}
    for at, whose, what, spot in sorted(events):
        time.sleep(max(0.0, start + at - time.monotonic()))
        if what == "down":
            known[whose] = fingers.down(spot)
        elif what == "move":
            fingers.move(known[whose], spot)
        else:
            fingers.up(known.pop(whose), spot)


def palm(spot: Point, dice: random.Random) -> list[Event]:
    """Give the contacts of a palm: many points in a hand's width for a moment, or a few that rest."""
    flat, half, events = dice.random() < 0.5, HAND / 2 * 0.7, []
    long = dice.uniform(0.2, 5 if TORTURE else 2) if flat else dice.uniform(0.9, 5) if TORTURE else 1.2
    for _ in range(dice.randint(*((4, 6) if flat else (1, 3)))):
        at = dice.uniform(0, 0.05)
        point = spot[0] + dice.uniform(-half, half), spot[1] + dice.uniform(-half, half)
        drift = tuple((dice.uniform(-6, 6), dice.uniform(-6, 6)) for _ in range(3))
        events += contact(at, at + long, point, drift)
    return events


def test_palms_press_and_lift_nothing(sat: Table) -> None:
    """Three people lean on the table at once, on cards and buttons as elsewhere."""
    p, fingers = sat
    dice, rows, laid = random.Random(14), p.rows(), 0
    cards = [node.box.centre for node in p.node("hand").walk() if node.role == "card"]
    while laid < (1000 if TORTURE else 12):
        spots = [dice.choice(cards[:2]), (dice.uniform(850, 1100), dice.uniform(200, 900)), p.point("next")]
        events = [event for spot in spots for event in palm(spot, dice)]
        laid += len({whose for _, whose, *_ in events})
        played(fingers, events)
        time.sleep(0.5)
        fingers.tap(p.point("menu"))
        shown = p.until(lambda shown: shown.tree.find("dialog:menu"), "the menu, which the next finger opens")
        assert shown.tree.find("spotlight") is None
        assert (shown.held, p.rows()) == ((), rows)
        fingers.tap(p.point("dialog:menu:close"))
        p.until(lambda shown: not shown.tree.find("dialog:menu"), "the menu closed")


def test_two_people_carry_two_cards_while_a_third_scrolls(sat: Table) -> None:
    p, fingers = sat
    cards = [node for node in p.node("hand").walk() if node.role == "card"][:3]
    starts = [node.box.centre for node in cards]
    one, two, three = (fingers.down(start) for start in starts)
    lifted = {hand: ((x, y), (x, y - 200)) for hand, (x, y) in zip((one, two), starts, strict=False)}
    fingers.glide(lifted)
    p.until(lambda shown: {*shown.held} == {cards[0].key, cards[1].key}, "two cards held")
    x, y = starts[2]
    rows = [p.point(row, drop=True) for row in ("row:urbain", "row:sports")]
    ways = {hand: (lifted[hand][1], row) for hand, row in zip((one, two), rows, strict=True)}
    fingers.glide({**ways, three: ((x, y), (x - 130, y))})
    p.until(lambda shown: moved(shown.tree, cards[2]) == -130, "the hand scrolled by the third one")
    for hand, row in zip((one, two), rows, strict=True):
        fingers.up(hand, row)
    fingers.up(three, (x - 130, y))
    p.until(lambda shown: not shown.held, "both let go")
    placed = {(f"card:{issue.card}", issue.family) for issue in p.session().issues}
    assert placed == {(cards[0].key, "urbain"), (cards[1].key, "sports")}


def moved(tree: Node, card: Node) -> int:
    """Give how far a card has moved to the right."""
    now = tree.find(card.key)
    return now.box.x - card.box.x if now is not None else 0


def test_a_note_is_written_by_fingers_alone(sat: Table) -> None:
    p, fingers = sat
    for key in ("menu", "menu:note"):
        fingers.tap(p.point(key))
        p.until(lambda shown, key=key: key in ("menu",) or shown.editing, f"{key} pressed")
    field, text = p.shown.editing, f"« {SAID} »"
    for n, sign in enumerate(text, 1):
        struck(p, fingers, sign)
        p.until(lambda shown, n=n: plain(text_of(shown, field)) == text[:n], f"{text[:n]} written")
    fingers.tap(p.point("keys:done"))
    p.until(lambda shown: not shown.tree.find("keys"), "the keys put away")
    fingers.tap(p.point("note:go"))
    p.until(lambda shown: not shown.tree.find("note"), "the note taken")
    assert [plain(note.text) for note in p.session().notes] == [text]


def plain(text: str) -> str:
    """Give a text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def struck(p: Pilot, fingers: Fingers, sign: str) -> None:
    """Strike a sign, after what brings it."""
    key = {" ": "keys:space"}.get(sign, f"keys:{sign}")
    if sign.isupper():
        fingers.tap(p.point("keys:shift"))
        p.until(lambda shown: shown.tree.find(key), key)
    elif not p.has(key):
        fingers.tap(p.point("keys:page"))
        p.until(lambda shown: shown.tree.find(key), key)
    fingers.tap(p.point(key))
