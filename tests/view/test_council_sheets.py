"""The objectives' sheets and the credits: typed, checked, adopted, undressed with a reason, exported, closed."""

from __future__ import annotations

from game.core.objective import Objective, objective
from game.core.session import Session
from game.core.smart import smart
from game.view.input import Wheel
from game.view.intents import Export, LeaveSession
from game.view.node import outline
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


def test_the_credits_name_the_objectives_and_what_was_given_up() -> None:
    room = table(SESSIONS["rolled"](), (1920, 6000))
    said = outline(room.tree.find("roll:screen"))  # type: ignore[arg-type]
    for words in ("CLAP-2026-T4-05", "Insertion par l'emploi", "de 20 à 25", "juin 2029", "49 jetons"):
        assert words in said


def test_the_files_are_asked_for_one_by_one_or_all_at_once() -> None:
    room = table(SESSIONS["rolled"]())
    files = ("docx", "pdf", "sheets", "cao", "xlsx", "ics", "csv", "json", "png")
    for what in ("all", *files):
        for _ in range(20):
            column = room.tree.find("out")
            assert column is not None
            node = room.tree.find(f"export:{what}")
            if node is None or node.box.bottom > column.box.bottom:
                room.give(Wheel(*column.box.centre, -1))
        room.tap(f"export:{what}")
    room.tap("session:home")
    assert room.effects == [Export(""), *(Export(what) for what in files), LeaveSession()]


def test_the_session_closes_once_it_was_asked() -> None:
    room = table(SESSIONS["rolled"]())
    room.tap("session:close")
    assert not room.desk.session.closed  # type: ignore[attr-defined]
    room.tap("closing:do")
    assert room.desk.session.closed  # type: ignore[attr-defined]
    button = room.tree.find("session:close")
    assert button is not None
    assert not button.acts


def test_with_nothing_adopted_the_credits_say_so() -> None:
    room = table(SESSIONS["unrolled"]())
    assert room.tree.find("roll:none") is not None
    room.tap("credits:back")
    assert room.desk.session.phase == "objectifs"  # type: ignore[attr-defined]
