from hypothesis import given
from hypothesis import strategies as st

from game.view import editing
from game.view.input import Key
from game.view.intents import AskPaste, CopyText, EditField
from game.view.ui import Editing

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


def test_limits_hold_even_when_pasting() -> None:
    assert editing.insert(typed("abc", limit=5), "defgh", 0).text == "abcde"


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
