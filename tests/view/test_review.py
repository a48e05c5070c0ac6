"""The review: what it shows at every size, and what hands, keys and a screen reader do on it."""

from __future__ import annotations

import pytest

from game.core.review import Carried
from game.core.session import Session
from game.view.answer import intents
from game.view.answer.input import FocusOn, Press, SetValue
from game.view.answer.ui import Ui
from game.view.tree.looks import Line, Words
from game.view.tree.node import Node
from tests.view import reviews
from tests.view.look import table as looking
from tests.view.reviews import COST, FOOD, GREEN, WATER
from tests.view.room import Hands
from tests.view.rooms import all_between, all_sound
from tests.view.rooms import at as home_at
from tests.view.test_council_keys import press
from tests.view.test_home import CLOSED, FULL, OPEN

SESSIONS = {"opened": reviews.opened, "measured": reviews.measured, "later": reviews.later, "empty": reviews.empty}
TABS = {"list": (("review:page", "list"),), "sheet": (("review:page", "sheet"),)}


class Desk:
    """Does commands by the rules, on the day of the review."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.refused: list[str] = []

    def do(self, command: object) -> object:
        from game.core.errors import Refused

        try:
            self.session = reviews.played(self.session, self.session.date, command)
        except Refused as refused:
            self.refused.append(refused.code)
            return refused
        return None


def table(session: Session, **view: object) -> Hands:
    hands = looking(session, Ui(screen="play", **view))  # type: ignore[arg-type]
    hands.desk = Desk(session)
    return hands


def followed(room: Hands, code: str) -> Carried:
    found = room.desk.session.followed(code)  # type: ignore[attr-defined]
    assert isinstance(found, Carried)
    return found


def words(node: Node) -> list[str]:
    return [line for mark in node.look if isinstance(mark, Words) for line in mark.lines]


@pytest.mark.parametrize("page", TABS)
@pytest.mark.parametrize("name", SESSIONS)
def test_a_review_is_sound(name: str, page: str) -> None:
    all_sound(SESSIONS[name](), "play", tabs=TABS[page])


@pytest.mark.parametrize("page", TABS)
def test_a_review_is_sound_between_and_at_the_largest(page: str) -> None:
    all_between(reviews.later(), "play", tabs=TABS[page], scales=(125, 175, 300))


@pytest.mark.parametrize("what", ["keep", "adjust", "generalise", "stop"])
def test_a_decision_is_asked_for_soundly(what: str) -> None:
    dialog = {"dialog": "followup", "about": f"{GREEN}:{what}", "texts": (("followup:deadline", "bientôt"),)}
    all_sound(reviews.measured(), "play", **dialog)


def test_a_measure_is_written_recorded_and_its_fields_are_empty_again() -> None:
    room = table(reviews.opened())
    press(room, f"review:{FOOD}:0:value")
    room.type("24,5 %")
    press(room, f"review:{FOOD}:0:date")
    room.type("février 2027")
    press(room, f"review:{FOOD}:0:comment")
    room.type("après les menus")
    press(room, "review:record")
    one = followed(room, FOOD)
    assert [(m.value, m.date, m.comment) for m in one.measures] == [("24.5", "2027-02", "après les menus")]
    assert room.tree.find(f"review:{FOOD}:1:value").value == ""
    assert "mesuré, à décider" in room.tree.find(f"review:row:{FOOD}").name
    assert "24,5" in words(room.tree.find("review:now"))[1]


def test_a_refused_measure_stays_in_its_field() -> None:
    room = table(reviews.opened())
    press(room, f"review:{FOOD}:0:value")
    room.type("5 sur 3")
    press(room, "review:record")
    assert room.desk.refused == ["bad_count"]  # type: ignore[attr-defined]
    assert room.tree.find(f"review:{FOOD}:0:value").value == "5 sur 3"
    assert followed(room, FOOD).measures == ()


def test_the_guess_is_held_against_the_measure() -> None:
    room = table(reviews.opened())
    press(room, f"review:row:{FOOD}")
    press(room, f"review:{FOOD}:guess")
    room.type("10")
    room.keys("tab")
    assert followed(room, FOOD).guess == "10"
    assert room.tree.find("review:guessed") is None
    press(room, f"review:{FOOD}:0:value")
    room.type("1 sur 3")
    press(room, "review:record")
    assert room.tree.find(f"review:{FOOD}:guess") is None
    said = room.tree.find("review:guessed").name
    assert "10\u00a0%" in said
    assert "1 sur 3" in said
    assert "23,3 points" in said
    assert room.tree.find("review:now").name.startswith("Mesure, mars 2027")


def test_a_decision_wants_its_reason_and_an_adjustment_says_what_is_wrong() -> None:
    room = table(reviews.measured())
    press(room, f"review:row:{GREEN}")
    press(room, "review:way:adjust")
    assert "disabled" in room.tree.find("followup:do").states
    press(room, "followup:reason")
    room.type("on étale")
    press(room, "followup:deadline")
    room.type("bientôt")
    room.keys("tab")
    assert "bientôt" in room.tree.find("followup:wrong").name
    assert "disabled" in room.tree.find("followup:do").states
    room.give(SetValue("followup:deadline", "juin 2028"))
    room.keys("tab")
    assert room.tree.find("followup:wrong") is None
    press(room, "who:urbain")
    press(room, "followup:do")
    decision = followed(room, GREEN).decision
    assert decision is not None
    assert (decision.what, decision.reason, decision.deadline, decision.seat) == (
        "adjust",
        "on étale",
        "2028-06",
        "urbain",
    )
    assert decision.undressed
    assert room.tree.find("followup") is None
    press(room, "review:way:stop")
    assert room.tree.find("followup:reason").value == ""  # the last reason is not the next one's


def test_a_screen_reader_decides_too() -> None:
    room = table(reviews.opened())
    room.give(FocusOn("review:way:keep"), Press("review:way:keep"), SetValue("followup:reason", "la pente tient"))
    room.give(Press("followup:do"))
    assert followed(room, FOOD).status == "do"
    assert "décidé : garder" in room.tree.find(f"review:row:{FOOD}").name.replace("\u00a0", " ")


def test_the_next_one_to_decide_is_shown_and_one_goes_on_from_there() -> None:
    room = table(reviews.measured())
    assert room.tree.find("review:head").name.startswith(COST)  # FOOD is decided
    press(room, "review:next")
    assert room.tree.find("review:head").name.startswith(WATER)
    press(room, "next")
    assert room.desk.session.phase == "reperage"  # type: ignore[attr-defined]


def test_a_deadline_past_is_marked_and_said() -> None:
    row = table(reviews.later()).tree.find(f"review:row:{GREEN}")
    assert "échéance passée" in row.name
    assert "échéance passée" not in table(reviews.measured()).tree.find(f"review:row:{GREEN}").name


def test_the_curve_says_its_values_in_order_and_draws_its_target() -> None:
    room = table(reviews.later(), tabs=(("review", FOOD),))
    node = room.tree.find("review:chart")
    said = node.name.replace("\u00a0", " ").replace("\u202f", " ")
    assert said.startswith("Courbe. février 2027 : 24,5 ; 10 juin 2027 : 26")
    assert said.endswith("Cible : 30, mars 2029.")
    lines = [mark for mark in node.look if isinstance(mark, Line)]
    assert [line.dash > 0 for line in lines].count(True) == 1
    target, through = next(line for line in lines if line.dash), next(line for line in lines if len(line.points) == 5)
    ys = [y for _, y in through.points]
    assert ys[0] > ys[1] > ys[2] < ys[3] > ys[4] > target.points[0][1]  # 24,5 26 27,5 27 29, under 30
    assert [x for x, _ in through.points] == sorted(x for x, _ in through.points)


def test_nothing_to_review_is_said_and_leads_on() -> None:
    room = table(reviews.empty())
    said = room.tree.find("review:none").name
    assert said
    assert "clap review" not in said, "no command is told to elected members"
    press(room, "next")
    assert room.desk.session.phase == "reperage"  # type: ignore[attr-defined]


def test_what_was_guessed_and_renounced_then_is_told() -> None:
    shown = table(reviews.opened(), scrolls=(("review:list", 9000),))
    seen = " ".join(node.name for node in shown.tree.walk())
    assert "21\u00a0%" in seen
    assert "33\u00a0%" in seen
    assert "Renoncé alors" in seen


def test_the_credits_open_with_what_was_measured_and_decided() -> None:
    room = table(reviews.ended())
    seen = [node.key for node in room.tree.walk() if node.key.startswith("roll:")]
    assert seen.index(f"roll:review:{FOOD}") < seen.index("roll:none")
    said = room.tree.find(f"roll:review:{FOOD}:said").name.replace("\u00a0", " ")
    assert said == "24,5 % · 2027-T1, Garder : la cuisine tient la pente"
    all_sound(reviews.ended(), "play")


def test_home_offers_the_review_of_a_closed_session_only() -> None:
    home = home_at(None, "home", shelf=FULL)
    home.tap(f"review:{CLOSED.path}")
    assert home.effects == [intents.ReviewSession(CLOSED.path)]
    assert home.tree.find(f"review:{OPEN.path}") is None
    home.tap(f"session:{CLOSED.path}")
    assert home.effects[-1] == intents.OpenSession(CLOSED.path)
