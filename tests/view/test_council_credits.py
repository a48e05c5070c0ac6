"""The credits: what they name, the files they give, the session's end."""

from __future__ import annotations

from game.core.moves.flow import CloseSession
from game.core.sheets import objective
from game.view.answer.input import Wheel
from game.view.answer.intents import Export, LeaveSession
from game.view.tree.node import outline
from tests.view.afternoon import played
from tests.view.council import SESSIONS, table


def test_the_credits_name_the_objectives_and_what_was_given_up() -> None:
    room = table(SESSIONS["rolled"](), (1920, 6000))
    said = outline(room.tree.find("roll:screen"))  # type: ignore[arg-type]
    for words in (
        "CLAP-2026-T4-05",
        "Insertion par l'emploi",
        "départ à établir d'ici mars 2027",
        "juin 2029",
        "49 jetons",
    ):
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
    assert room.tree.find("session:close") is None
    ended = room.tree.find("session:closed")
    assert ended is not None
    assert "pour mesurer" in ended.name


def test_with_nothing_adopted_the_credits_say_so() -> None:
    room = table(SESSIONS["unrolled"]())
    assert room.tree.find("roll:none") is not None
    room.tap("credits:back")
    assert room.desk.session.phase == "objectifs"  # type: ignore[attr-defined]


def test_a_closed_session_without_an_objective_sends_nobody_back() -> None:
    room = table(played(SESSIONS["unrolled"](), CloseSession()))
    said = room.tree.find("roll:none")
    assert said is not None
    assert "séance est close" in said.name
    for word in ("Revenez", "pour mesurer", "pas encore"):
        assert word not in outline(room.tree)
    assert room.tree.find("session:close") is None


def test_each_lowering_in_the_credits_names_its_objective() -> None:
    room = table(SESSIONS["rolled"](), (1920, 6000))
    lines = [node.name for node in room.tree.walk() if node.key.startswith("roll:undressed:")]
    assert len(lines) == 3
    lowered = objective(SESSIONS["rolled"](), "alimentation-durable")
    assert lowered is not None
    assert all(line.startswith(f"{lowered.code} · ") for line in lines)
