"""The objectives' sheets: typed, checked, adopted, undressed with a reason."""

from __future__ import annotations

from game.core.objective import Objective
from game.core.session import Session
from game.core.sheets import objective
from game.core.smart import smart
from game.core.sources import by_hand
from game.view.tree import theme
from game.view.tree.looks import Fill
from game.view.tree.node import Node, outline
from tests.view.council import SESSIONS, table
from tests.view.room import Hands

ISSUE = "alimentation-durable"


def sheet(room: Hands, issue: str = ISSUE) -> Objective:
    session = room.desk.session  # type: ignore[attr-defined]
    assert isinstance(session, Session)
    found = objective(session, issue)
    assert found is not None
    return found


def opened(moment: str, page: str = "main", issue: str = ISSUE) -> Hands:
    return table(SESSIONS[moment](), tabs=(("objective", issue), ("sheet", page)))


def write(room: Hands, field: str, text: str, issue: str = ISSUE) -> None:
    """Type a text over a field's own, and leave the field by Enter."""
    room.tap(f"objective:{issue}:{field}")
    room.keys("ctrl+a")
    room.type(text)
    room.keys("enter")


def test_accents_and_months_are_typed_as_people_write_them() -> None:
    room = opened("sheets")
    write(room, "title", "Réserver à l'été 2028 une pêche « maîtrisée » à la cantine")
    write(room, "deadline", "décembre 2029")
    write(room, "target", "−35,5 %")
    assert sheet(room).title.fr == "Réserver à l'été 2028 une pêche « maîtrisée » à la cantine"
    assert (sheet(room).deadline, sheet(room).target) == ("2029-12", "-35.5")
    shown = {node.key: node.value for node in room.tree.walk()}
    assert shown[f"objective:{ISSUE}:deadline"] == "décembre 2029"
    assert shown[f"objective:{ISSUE}:target"] == "−35,5"


def test_a_field_left_as_it_is_changes_nothing() -> None:
    room = opened("sheets")
    for field in ("deadline", "target", "baseline", "title"):
        room.tap(f"objective:{ISSUE}:{field}")
        room.keys("enter")
    assert sheet(room) == objective(SESSIONS["sheets"](), ISSUE)


def test_what_is_shown_is_read_back_as_the_same_number() -> None:
    for lang, typed in (("fr", "1250,5"), ("en", "1250.5")):
        room = table(SESSIONS["sheets"](), tabs=(("objective", ISSUE),), lang=lang)
        write(room, "target", typed)
        field = room.tree.find(f"objective:{ISSUE}:target")
        assert field is not None
        assert field.value == typed
        write(room, "target", "1")
        write(room, "target", field.value)
        assert sheet(room).target == "1250.5"


def test_the_smart_check_follows_what_is_typed() -> None:
    room = opened("sheets")
    write(room, "unit", "")
    assert not smart(room.desk.session, sheet(room))[1].held  # type: ignore[attr-defined]
    said = room.tree.find("smart:M")
    assert said is not None
    assert "il manque l'unité" in said.name
    write(room, "unit", "%")
    assert "à reprendre" not in outline(room.tree.find("smart"))  # type: ignore[arg-type]


def test_the_smart_check_answers_each_key() -> None:
    room = opened("sheets")
    room.tap(f"objective:{ISSUE}:title")
    room.keys("ctrl+a")
    room.type("Sensibiliser les écoles")
    said = room.tree.find("smart:S")
    assert said is not None
    assert "sensibiliser" in said.name
    assert sheet(room) == objective(SESSIONS["sheets"](), ISSUE)


def test_a_refused_text_stays_in_its_field() -> None:
    room = opened("sheets")
    write(room, "title", "Sensibiliser les services")
    assert room.desk.refused.code == "vague_verb"  # type: ignore[attr-defined]
    field = room.tree.find(f"objective:{ISSUE}:title")
    assert field is not None
    assert field.value == "Sensibiliser les services"


def test_purchases_are_linked_and_unlinked() -> None:
    room = opened("sheets", "context")
    linked = sheet(room).intentions[0].id
    room.tap(f"intention:{linked}")
    assert sheet(room).intentions == ()
    room.tap(f"intention:{linked}")
    assert [item.id for item in sheet(room).intentions] == [linked]


def test_a_lever_is_dropped_but_never_the_last() -> None:
    room = opened("sheets", "context")
    first = sheet(room).levers[0]
    room.tap(f"drop:{first}")
    assert first not in sheet(room).levers
    last = room.tree.find(f"drop:{sheet(room).levers[0]}")
    assert last is not None
    assert not last.acts


def test_an_objective_turns_the_wheel() -> None:
    room = opened("sheets", "follow")
    room.tap("status:act_adjust")
    assert sheet(room).status == "act_adjust"


def test_an_objective_is_adopted_sent_back_and_the_next_one_comes() -> None:
    room = opened("sheets")
    room.tap("adopt")
    assert sheet(room).adopted
    room.tap("send-back")
    assert not sheet(room).adopted
    room.tap("sheet:next")
    assert room.ui.tab("objective", "") == "sobriete-energie"


def test_adopting_too_early_says_what_lacks() -> None:
    room = opened("poor")
    room.tap("adopt")
    assert not sheet(room).adopted
    assert room.desk.refused.code == "objective_incomplete"  # type: ignore[attr-defined]


def lowered() -> Hands:
    room = opened("adopted")
    write(room, "target", "25")
    return room


def test_a_lower_target_asks_who_and_why_before_it_is_done() -> None:
    room = lowered()
    assert room.ui.dialog == "reason"
    assert sheet(room).target == "30"
    do = room.tree.find("reason:do")
    assert do is not None
    assert not do.acts
    room.tap("reason:text")
    room.type("Le marché ouvre plus tard.")
    room.keys("escape")
    room.tap("who:enfance")
    room.tap("reason:do")
    item = sheet(room).undressed[0]
    assert (sheet(room).target, item.seat, item.reason) == ("25", "enfance", "Le marché ouvre plus tard.")
    assert (room.ui.dialog, room.ui.pending, room.ui.text("reason:text")) == ("", None, "")


def test_the_field_pressed_next_is_not_typed_in_under_the_dialog() -> None:
    room = opened("adopted")
    room.tap(f"objective:{ISSUE}:target")
    room.keys("ctrl+a")
    room.type("25")
    room.tap(f"objective:{ISSUE}:deadline")
    assert (room.ui.dialog, room.ui.editing, room.ui.held) == ("reason", None, ())


def test_leaving_the_reason_leaves_the_objective() -> None:
    for way in ("reason:back", "reason:close"):
        room = lowered()
        room.tap(way)
        field = room.tree.find(f"objective:{ISSUE}:target")
        assert field is not None
        assert (field.value, sheet(room).target, room.ui.pending) == ("30", "30", None)


def test_a_lever_dropped_after_adoption_asks_too() -> None:
    room = opened("adopted", "context")
    room.tap(f"drop:{sheet(room).levers[0]}")
    assert room.ui.dialog == "reason"
    assert len(sheet(room).levers) == 2


def test_a_higher_target_asks_nothing() -> None:
    room = opened("adopted")
    write(room, "target", "40")
    assert (room.ui.dialog, sheet(room).target) == ("", "40")


def test_before_the_vote_the_way_back_is_offered() -> None:
    room = table(SESSIONS["unready"]())
    room.tap("sheets:back")
    assert room.desk.session.phase == "arbitrage"  # type: ignore[attr-defined]


def test_a_lowered_objective_is_marked_in_the_list() -> None:
    for percent in (100, 200):
        room = table(SESSIONS["undressed"](), (1920, 3000), percent=percent)
        marked = [node.key for node in room.tree.walk() if node.role == "row" and "revu à la baisse" in node.name]
        assert marked == [f"sheet:{ISSUE}"]


def test_none_adopted_is_singular_in_french() -> None:
    said = {lang: table(SESSIONS["sheets"](), lang=lang).tree.find("sheets:count") for lang in ("fr", "en")}
    assert {lang: node.name for lang, node in said.items() if node is not None} == {
        "fr": "5 objectifs, 0 adopté", "en": "5 objectives, 0 adopted",
    }  # fmt: skip


def outlined(node: Node | None) -> bool:
    assert node is not None
    return any(isinstance(mark, Fill) and mark.border == theme.BAD for mark in node.look)


def test_all_that_keeps_from_measuring_is_said_and_outlined() -> None:
    room = opened("poor")
    said = room.tree.find("smart:M")
    assert said is not None
    assert all(word in said.name for word in ("Unité", "Source", "Cible"))
    lacking = {name for name in ("indicator", "unit", "source", "target", "baseline", "deadline")
               if outlined(room.tree.find(f"objective:{ISSUE}:{name}"))}  # fmt: skip
    assert lacking == {"unit", "source", "target", "baseline", "deadline"}
    room.tap(f"objective:{ISSUE}:unit")
    room.type("%")
    said = room.tree.find("smart:M")
    assert said is not None
    assert "Unité" not in said.name


def test_what_is_measured_by_hand_offers_no_open_data() -> None:
    for issue in (ISSUE, "handicap"):
        room = table(SESSIONS["sheets"](), (1920, 1600), tabs=(("objective", issue), ("sheet", "main")))
        hand = by_hand(SESSIONS["sheets"](), sheet(room, issue))
        assert hand is (issue == ISSUE)
        assert (room.tree.find("sheet:by_hand") is not None) is hand
        assert (room.tree.find("sheet:opendata") is None) is hand
