import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view import scene
from game.view.answer import editing
from game.view.answer.input import Key
from game.view.answer.intents import AskPaste, CopyText, EditField, Tell
from game.view.answer.ui import Editing, Ui
from game.view.parts import fields, limits
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Words
from tests.view.council import SESSIONS
from tests.view.rooms import at
from tests.view.stand_ins import StandInSpeaker

FIELD = EditField("k", "")


def typed(text: str = "", **more: object) -> Editing:
    return Editing("k", text, len(text), len(text), **more)  # type: ignore[arg-type]


def keys(state: Editing, *names: str) -> Editing:
    for name in names:
        *held, key = name.split("+")
        done = editing.key(state, FIELD, Key(key, ctrl="ctrl" in held, shift="shift" in held), 0)
        assert done is not None
        state = done[0]
    return state


def test_text_goes_where_the_caret_is() -> None:
    state = editing.insert(keys(typed("Fte"), "home", "right"), "ê", 0)
    assert (state.text, state.caret) == ("Fête", 2)


def test_the_selection_is_replaced() -> None:
    state = keys(typed("été chaud"), "ctrl+shift+left")
    assert editing.insert(state, "froid", 0).text == "été froid"


def test_a_text_too_long_is_kept_whole_and_told_as_it_is_typed() -> None:
    long = editing.insert(typed("abc", limit=5), "defgh", 0)
    assert (long.text, editing.too_long(long)) == ("abcdefgh", 3)
    assert editing.told(long) == (Tell("field.long", (("n", 3), ("limit", 5))),)
    assert editing.told(editing.insert(long, "i", 0)) == (), "it is told once, then counted beside the field"
    one = editing.insert(typed("abcde", limit=5), "f", 0)
    assert editing.told(one) == (Tell("field.long", (("n", 1), ("limit", 5))),)
    assert editing.told(keys(one, "backspace")) == ()


def test_only_a_search_is_cut_and_what_nobody_types() -> None:
    assert editing.insert(typed("abc", limit=5, live=True), "defgh", 0).text == "abcde"
    vast = editing.insert(typed(limit=5), "x" * 200_000, 0)
    assert len(vast.text) == 5 + editing.SPARE
    assert editing.told(vast)[0].key == "field.full"


def test_a_single_line_takes_no_line_break() -> None:
    assert editing.insert(typed(), "a\r\nb", 0).text == "a b"
    assert editing.insert(typed(lines=True), "a\r\nb", 0).text == "a\nb"


def test_french_spaces_are_kept_and_control_characters_are_not() -> None:
    assert editing.insert(typed(), "50\u00a0% \u202f!\x07\x9b", 0).text == "50\u00a0% \u202f!"


def test_words_are_walked_and_erased() -> None:
    assert keys(typed("clause sociale d'insertion"), "ctrl+backspace").text == "clause sociale d'"
    assert keys(typed("un deux"), "ctrl+left", "ctrl+left").caret == 0


def test_the_clipboard_is_asked_for() -> None:
    state = keys(typed("abc"), "ctrl+a")
    cut = editing.key(state, FIELD, Key("x", ctrl=True), 0)
    assert cut is not None
    assert cut[0].text == ""
    assert cut[1] == (CopyText("abc"),)
    pasted = editing.key(state, FIELD, Key("v", ctrl=True), 0)
    assert pasted is not None
    assert pasted[1] == (AskPaste(),)


@given(st.lists(st.sampled_from(["a", "é ", "œuvre", "backspace", "ctrl+backspace", "left", "home", "delete"])))
def test_the_fields_own_undo_gives_every_text_back(steps: list[str]) -> None:
    state = typed("départ")
    texts = [state.text]
    for step in steps:
        known = step in ("backspace", "ctrl+backspace", "left", "home", "delete")
        state = keys(state, step) if known else editing.insert(state, step, 0)
        if state.text != texts[-1]:
            texts.append(state.text)
    for text in reversed(texts[:-1]):
        state = keys(state, "ctrl+z")
        assert state.text == text
    for text in texts[1:]:
        state = keys(state, "ctrl+y")
        assert state.text == text


def test_up_and_down_keep_the_column() -> None:
    carets = ((0, 0, (0, 10, 20, 30)), (4, 30, (0, 10, 20)))
    field = EditField("k", "", lines=True, carets=carets)
    state = Editing("k", "abc\nde", 2, 2, lines=True)
    down = editing.key(state, field, Key("down"), 0)
    assert down is not None
    assert down[0].caret == 6


def test_two_rows_of_a_spreadsheet_keep_their_cells_apart() -> None:
    rows = "Famille\tMontant\tAnnée\r\nTravaux\t1 200 000\t2027\r\n"
    assert editing.insert(typed(lines=True), rows, 0).text == "Famille ; Montant ; Année\nTravaux ; 1 200 000 ; 2027\n"
    assert editing.insert(typed(), rows, 0).text == "Famille ; Montant ; Année ; Travaux ; 1 200 000 ; 2027"


def test_what_finds_no_room_is_counted_and_said() -> None:
    full = editing.insert(typed("abc", live=True, limit=5), "défgh", 0)
    assert (full.text, full.over) == ("abcdé", 3)
    assert editing.told(full) == (Tell("field.full", (("n", 3), ("limit", 5))),)
    assert editing.told(editing.insert(keys(full, "backspace"), "e", 0)) == ()
    assert editing.told(editing.insert(full, "e", 0)) == (Tell("field.full", (("n", 1), ("limit", 5))),)
    assert editing.insert(typed(live=True, limit=2), "axq\u0307\u0323", 0).text == "ax"
    assert editing.insert(typed(live=True, limit=3), "axq\u0307\u0323", 0).text == "ax", "a letter goes with its marks"


class Counting:
    """Counts the signs that are measured."""

    def __init__(self) -> None:
        self.measured = 0

    def width(self, text: str, px: int, *, bold: bool = False) -> float:
        self.measured += len(text)
        return len(text) * px * 0.5

    def ends(self, text: str, px: int, *, bold: bool = False) -> list[float]:
        self.measured += len(text)
        return [i * px * 0.5 for i in range(len(text) + 1)]

    def line_height(self, px: int) -> int:
        return px

    def wrap(self, text: str, px: int, *, bold: bool, width: float, max_lines: int | None = None) -> tuple[str, ...]:
        return (text,)


@pytest.mark.parametrize("lines", [True, False])
@pytest.mark.parametrize("said", ["un mot et deux " * 1_000, "x" * 15_000, "court\n" * 2_500])
def test_a_text_is_laid_out_in_steps_as_long_as_it_is(said: str, lines: bool) -> None:
    def steps(text: str) -> int:
        measure = Counting()
        ui = Ui(screen="demo", editing=Editing("k", text, len(text), len(text), lines=lines))
        s = scene.sight(StandInSpeaker("fr"), measure, (1920, 1080))
        made = fields.field(s, ui, Box(0, 0, 800, 400), fields.Field("k", "Note", "", limit=600, lines=lines))
        assert isinstance(made.does, EditField)
        rows = made.does.carets
        assert rows[-1][0] + len(rows[-1][2]) - 1 == len(text)
        return measure.measured

    short, long = steps(said[: len(said) // 10]), steps(said)
    assert long < 12 * short
    assert long < 25 * len(said)


def test_a_row_ends_where_the_next_letter_would_not_fit() -> None:
    s = scene.sight(StandInSpeaker("fr"), Counting(), (1920, 1080))
    size = s.px(theme.BODY) * 0.5
    for count in (1, 2, 31, 32, 33, 63, 64, 65, 100, 300):
        rows = fields.flow(s, "x" * 300, int(count * size + 1))
        assert {end - start for start, end in rows[:-1]} <= {count}, count
        assert "".join("x" * 300)[rows[-1][0] : rows[-1][1]] == "x" * (300 - rows[-1][0])


def test_the_count_stands_where_little_room_is_left() -> None:
    def said(count: int, width: int = 800, *, titled: bool = True) -> list[str]:
        text = "x" * count
        ui = Ui(screen="demo", editing=Editing("k", text, count, count, limit=100))
        s = scene.sight(StandInSpeaker("fr"), Counting(), (1920, 1080))
        made = fields.field(s, ui, Box(0, 0, width, 90), fields.Field("k", "Note", "", limit=100, titled=titled))
        return [line for mark in made.look if isinstance(mark, Words) for line in mark.lines if "field" in line]

    assert said(79) == []
    assert said(80) == ["field.count 80 100"]
    assert said(100, titled=False) == ["field.count 100 100"]
    assert said(100, 260) == [], "the name stays where both have no room"
    assert said(130) == ["field.count 130 100"]


def test_a_field_left_too_long_is_not_recorded_stays_and_says_so() -> None:
    room = at(SESSIONS["sheets"](), "play")
    key = next(
        node.key for node in room.tree.walk() if node.key.startswith("objective:") and node.key.endswith(":title")
    )
    room.tap(key)
    room.keys("ctrl+a")
    room.type("x" * 150)
    room.keys("tab")
    assert room.desk.done == []
    assert [type(effect).__name__ for effect in room.effects] == ["Tell", "KeepDraft", "Tell"]
    field = room.tree.find(key)
    assert field is not None
    assert field.value == "x" * 150
    room.tap(key)
    room.keys("ctrl+a")
    room.type("Acheter moins d'emballages")
    room.keys("tab")
    assert [command.value for command in room.desk.done] == ["Acheter moins d'emballages"]


def test_every_field_of_the_program_says_what_it_takes() -> None:
    assert inspect.signature(fields.Field).parameters["limit"].default is inspect.Parameter.empty
    numbers = [value for name, value in vars(limits).items() if name.isupper()]
    assert len(numbers) > 6
    assert all(0 < number <= 1_000 for number in numbers)
