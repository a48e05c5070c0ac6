"""The induction of a new member: led to its end by mouse and by keys alone, every screen sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core.induction import astray
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.share import GuessShare, RevealShare
from game.core.session import Session, start
from game.view.answer.intents import Export
from game.view.tree.node import Node
from tests.view.afternoon import DATE, played, workshop
from tests.view.checks import sound
from tests.view.inductions import ASKED, ORDER, SESSIONS, asked, begun, laid, opened, standing, taken, trapped
from tests.view.room import Hands
from tests.view.rooms import MEASURE, at

HD = ((1920, 1080), 100)
ROOMS = (HD, ((3840, 2160), 100), ((1366, 768), 100), ((1920, 1080), 225), ((1920, 1080), 300))
LAWFUL = "Un lot de peinture à part, ouvert à toutes les entreprises"


def table(session: Session, **view: object) -> Hands:
    return at(session, "play", **view)


def left(room: Hands) -> tuple[int, ...]:
    session = room.desk.session
    return astray(session.workshop.scenario.induction, session.newcomer)


def told(room: Hands, key: str) -> str:
    node = room.tree.find(key)
    assert node is not None, key
    return node.name.replace("’", "'")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_step_is_sound(lang: str) -> None:
    for i, (name, made) in enumerate(SESSIONS.items()):
        here = i if lang == "fr" else i + 2
        size, percent = HD if name == "writing" else ROOMS[here % len(ROOMS)]  # that screen is of another room
        shown = table(made(), lang=lang, size=size, percent=percent)
        sound(shown.tree, MEASURE, percent)
        assert not shown.speaker.missing
    for step in ("event", "sentence"):
        sound(table(trapped(), lang=lang, tabs=(("family:step", step),)).tree, MEASURE)


def test_the_strip_is_laid_by_touch_and_a_wrong_place_says_why() -> None:
    room = table(opened())
    room.tap("frame:cao")
    assert "il faut donc qu'elles soient arrivées" in told(room, "strip:lesson")
    for frame in ORDER:
        room.tap(f"frame:{frame}")
    assert left(room) == ()
    assert not room.desk.refused


def test_the_strip_is_laid_by_drag() -> None:
    room = table(opened())
    room.drag("frame:mesure", "spot:8")
    room.drag("frame:avis", "spot:5")
    assert room.desk.session.newcomer.laid == (("mesure", 8), ("avis", 5))
    room.drag("frame:avis", "spot:4")
    assert dict(room.desk.session.newcomer.laid)["avis"] == 4


def test_a_carried_frame_does_not_show_its_place() -> None:
    room = table(begun())
    room.focus("frame:mesure")
    room.keys("enter")
    assert room.targets() == ["spot:3", "frame:cao", *(f"spot:{n}" for n in (5, 6, 7, 8))]


def test_an_answer_is_followed_by_its_reason_whatever_it_was() -> None:
    for answer, first in (("true", "Eh bien, c'est faux."), ("false", "C'est faux.")):
        room = table(laid(), tabs=(("strip:step", "questions"),))
        assert room.tree.find("strip:why") is None
        room.tap(f"answer:{answer}")
        assert told(room, "strip:why").startswith(first)
        assert "CGCT L1414-2" in told(room, "strip:why")


def test_a_measure_is_guessed_before_it_is_read() -> None:
    room = table(standing())
    assert room.tree.find("standing:known") is None
    room.tap("standing:read")
    assert "vise" in told(room, "standing:known")
    room.tap("standing:after")
    assert room.tree.find("standing:known") is None


def test_a_sentence_is_taken_once_it_is_lawful() -> None:
    room = table(trapped(), tabs=(("family:step", "sentence"),))
    room.tap("family:mend")
    room.keys("ctrl+a")
    room.type("Acheter aux artisans locaux")
    room.tap("family:keep")
    assert [one.code for one in room.desk.refused] == ["sentence_unlawful"]
    assert not room.desk.session.newcomer.mended
    assert room.tree.find("family:mended") is None


def test_one_line_says_what_is_to_be_done() -> None:
    for session, said in ((begun(), "encore 6"), (laid(), "questions"), (asked(), "suite"), (trapped(), "événement")):
        assert said in " ".join(node.name for node in table(session).tree.walk())


def fresh() -> Session:
    """Give a try-out as it opens: on its first phase, with what the council decided."""
    session = played(start(workshop("accueil")), OpenTable("", DATE), taken())
    assert [sitting.seat.id for sitting in session.seats] == ["nouveau"]
    return session


def test_the_council_s_guess_is_read_beside_one_s_own() -> None:
    opened = fresh()
    assert opened.former is not None
    session = replace(opened, former=replace(opened.former, guess=21.0))
    room = table(played(session, EnterPhase("tiers"), GuessShare("nouveau", 40), RevealShare()))
    assert "avait deviné 21" in told(room, "guess:answer")
    assert room.tree.find("guess:map") is None
    room.tap("next")
    assert room.desk.session.phase == "bande"


def test_it_is_led_to_its_end_by_mouse() -> None:
    lead(table(fresh()), Hands.tap, lambda room, key: room.tap(key))


def test_it_is_led_to_its_end_by_keys_alone() -> None:
    lead(table(fresh()), by_keys, by_keys)


def by_keys(room: Hands, key: str) -> None:
    """Walk to a thing and press it; what is lifted is put down on the first spot that takes it."""
    for _ in range(90):
        if room.ui.focus == key:
            break
        room.keys("tab")
    assert room.ui.focus == key, f"{key} is not reached"
    room.keys("enter")
    if room.ui.held:
        room.keys("enter")


def lead(room: Hands, press: Callable[[Hands, str], None], write: Callable[[Hands, str], None]) -> None:
    """Lead it as a new member alone would, each phase to its end."""
    answer(room, press)
    press(room, "opening:go")
    guess(room, press)
    for frame in ORDER:
        press(room, f"frame:{frame}")
    press(room, "strip:questions")
    for question in ASKED:
        press(room, "answer:true" if question == "offres-vues" else "answer:false")
        if question != ASKED[-1]:
            press(room, "strip:after")
    press(room, "next")
    for one in room.desk.session.carried:
        written(room, write, f"standing:{one.code}", "20")
        press(room, "standing:after")
    press(room, "next")
    for key in ("family:travaux", "dealt:insertion-emploi", "dealt:clause-insertion", "dealt:allotir-fin", "family:on",
                "family:draw", "family:on"):  # fmt: skip
        press(room, key)
    written(room, write, "family:mend", LAWFUL)
    press(room, "family:keep")
    press(room, "next")
    written(room, write, "tension:say", "Des heures d'insertion là où il y a de la main-d'œuvre.")
    press(room, "tension:keep")
    press(room, "next")
    press(room, "adopt")
    press(room, "next")
    answer(room, press)
    press(room, "farewell:pages")
    press(room, "farewell:close")
    assert not room.desk.refused
    assert Export("pages", "travaux") in room.effects
    ended(room.desk.session)


def answer(room: Hands, press: Callable[[Hands, str], None]) -> None:
    """Answer the five questions alone, and go on."""
    for key in ("survey:open", *("survey:answer:1" for _ in room.desk.session.workshop.scenario.takeaway.questions),
                "survey:count", "next"):  # fmt: skip
        press(room, key)


def guess(room: Hands, press: Callable[[Hands, str], None]) -> None:
    """Guess the third behind a hand, each in turn, then see it."""
    press(room, "guess:take")
    for _ in room.desk.session.unanswered:
        press(room, "slate:35")
        press(room, "slate:put")
    for key in ("guess:reveal", "share:truth", "share:bias", "share:next"):
        press(room, key)


def written(room: Hands, write: Callable[[Hands, str], None], key: str, said: str) -> None:
    write(room, key)
    room.keys("ctrl+a")
    room.type(said)
    if not key.startswith(("family", "tension")):  # a field of several lines is left by what comes next
        room.keys("enter")


def ended(session: Session) -> None:
    done, found = session.newcomer, session.workshop.scenario.induction
    assert session.closed
    assert [(one.moment, one.people) for one in session.survey] == [("before", 1), ("after", 1)]
    assert astray(found, done) == ()
    assert all(done.answered(one.id) == one.answer for one in found.questions)
    assert all(one.guess == "20" for one in session.carried)
    assert (done.family, done.mended) == ("travaux", LAWFUL)
    assert done.talked.startswith("Des heures")
    assert session.sheet("insertion-emploi").adopted


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("size", "percent"), [((1920, 1080), 100), ((1366, 768), 100), ((1920, 1080), 200)])
def test_what_a_newcomer_reads_first_is_whole_and_one_press_begins(
    lang: str, size: tuple[int, int], percent: int
) -> None:
    room = at(opened(), "play", lang=lang, percent=percent, dialog="opening", size=size)
    sound(room.tree, MEASURE, percent)
    steps = [node.key for node in room.tree.walk() if node.key.startswith("opening:step:")]
    assert percent > 100 or len(steps) == len(opened().workshop.agenda.phases)
    room.tap("opening:go")
    assert room.ui.dialog == ""


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_tells_the_words_of_the_trade_that_stand_on_it(lang: str) -> None:
    told = {node.key.removeprefix("trade:") for node in _shown("torn", lang).walk() if node.key.startswith("trade:")}
    assert {"clause", "lot"} <= told
    page = _shown("unchosen", lang)
    assert page.find("trade:lot") is not None
    assert page.find("trade:sourcing") is None  # it does not stand there


def test_where_a_page_has_no_room_for_their_meaning_its_words_lead_to_it() -> None:
    room = at(SESSIONS["laid"](), screen="play")
    room.tap("trade")
    assert room.ui.dialog == "glossary"
    told = {node.key for node in room.tree.walk() if node.key.startswith("word:")}
    assert {"word:cao", "word:notification"} <= told
    assert "word:sourcing" not in told
    room.tap("tab:glossary:all")
    assert room.tree.find("word:agec") is not None


def _shown(moment: str, lang: str) -> Node:
    return at(SESSIONS[moment](), lang=lang, screen="play").tree


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_try_out_objective_is_a_short_sheet_whose_rest_is_a_press_away(lang: str) -> None:
    room = at(SESSIONS["writing"](), lang=lang, screen="play")
    stage = room.desk.session.stage
    assert 0 < len(stage.sheet) <= 7
    assert _fields(room) == set(stage.sheet)
    sound(room.tree, MEASURE)
    room.tap("sheet:all")
    assert _fields(room) > set(stage.sheet)
    room.tap("tab:sheet:short")
    assert _fields(room) == set(stage.sheet)


def _fields(room: Hands) -> set[str]:
    fields = (
        node.key for node in room.tree.walk() if node.role in ("field", "area") and node.key.startswith("objective:")
    )
    return {key.rpartition(":")[2] for key in fields}
