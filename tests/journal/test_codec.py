import json
import sys
from collections import Counter
from dataclasses import dataclass, is_dataclass
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.cards import EventCard, IssueCard, LeverCard
from game.core.errors import JournalError
from game.core.moves import EVENTS
from game.core.text import Text
from game.journal.codec import Codec, pack


@dataclass(frozen=True, slots=True)
class Effort:
    cost: int
    share: float


@dataclass(frozen=True, slots=True)
class Given:
    seat: str
    text: Text
    pair: tuple[str, int] = ("", 0)
    efforts: tuple[Effort, ...] = ()
    extra: Effort | None = None
    number: float | None = None
    said: str | bool = ""
    nested: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    card: IssueCard | LeverCard | EventCard | None = None


@dataclass(frozen=True, slots=True)
class Plain:
    card: str
    place: str | None
    count: int


CODEC = Codec({"Given": Given, "Written": Written, "Plain": Plain})
words = st.text(st.characters(codec="utf-16", categories=("L", "N", "P", "S", "Z", "Cc", "Cs")))
whole = st.integers(-(2**62), 2**62)
numbers = st.floats(allow_nan=False, allow_infinity=False)
texts = st.builds(Text, words, words, st.tuples(st.tuples(words, words)))
efforts = st.builds(Effort, whole, numbers)
events = st.one_of(
    st.builds(
        Given,
        words,
        texts,
        st.tuples(words, whole),
        st.lists(efforts).map(tuple),
        st.none() | efforts,
        st.none() | numbers,
        words | st.booleans(),
        st.lists(st.tuples(words, numbers)).map(tuple),
    ),
    st.builds(Written, st.none() | st.builds(IssueCard, words, words, st.lists(words).map(tuple), texts, texts, texts)),
    st.builds(Plain, words, st.none() | words, whole),
)


@settings(max_examples=25)
@given(st.lists(events))
def test_events_come_back_as_they_were(found):
    text = CODEC.dump(found)
    text.encode()
    assert CODEC.load(text) == tuple(found)
    assert CODEC.load_all([text, "[]", text]) == [tuple(found), (), tuple(found)]


def test_a_half_surrogate_is_escaped_and_accents_are_not():
    assert pack("é\ud83d") == '"\\u00e9\\ud83d"'
    assert pack("é") == '"é"'


def test_every_field_is_written_so_a_changed_default_changes_no_history():
    assert json.loads(CODEC.dump([Written()])) == [["Written", {"card": None}]]


def test_a_field_that_an_old_file_lacks_takes_its_default():
    (found,) = CODEC.load('[["Given", {"seat": "a", "text": {"fr": "b", "en": ""}}]]')
    assert found == Given("a", Text("b"))


def test_an_event_of_a_later_program_is_named():
    with pytest.raises(JournalError) as caught:
        CODEC.load('[["Teleported", {}]]')
    assert caught.value == JournalError("event_unknown", name="Teleported")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        '["Plain"]',
        '[["Plain", 3]]',
        '[["Plain", {"card": "a"}]]',
        '[["Plain", {"card": "a", "place": null, "count": 1, "more": 2}]]',
        '[["Given", {"seat": "a", "text": null}]]',
        '[["Written", {"card": ["Sorcery", {}]}]]',
        "[" * 100_000,
    ],
)
def test_a_text_that_cannot_be_read_is_damage(text):
    with pytest.raises(JournalError) as caught:
        CODEC.load(text)
    assert caught.value.code == "damaged"


TYPED = {
    "Given": {"seat": "a", "text": {"fr": "b", "en": ""}, "pair": ["", 0], "efforts": [{"cost": 1, "share": 0.5}],
              "extra": None, "number": 1.5, "said": "", "nested": [["a", 1.0]]},
    "Plain": {"card": "a", "place": None, "count": 1},
    "Written": {"card": ["IssueCard", {"id": "a", "axis": "b"}]},
}  # fmt: skip
ODD = (None, True, 1, -1.5, "texte", [], ["a"], {}, {"fr": 1}, [[1]], 1 << 64, -(10**400), [None], [{}], ["IssueCard"])


def is_of(value, hint):
    """Tell whether a value is of an annotation, all the way down."""
    args = get_args(hint)
    if get_origin(hint) is tuple:
        kinds = [args[0]] * len(value) if args[-1] is Ellipsis else args
        return type(value) is tuple and len(value) == len(kinds) and all(map(is_of, value, kinds))
    if args:
        return any(is_of(value, one) for one in args)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return type(value) is hint and all(is_of(getattr(value, name), hints[name]) for name in hints)
    return type(value) is hint or (hint is float and type(value) is int)


def fields_of(values, path=()):
    """Give the path of each value, at any depth."""
    inner = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from fields_of(value, (*path, key))


@pytest.mark.parametrize("name", TYPED)
def test_a_value_of_another_type_is_damage_wherever_it_stands(name):
    for path in fields_of(TYPED[name]):
        for odd in ODD:
            values = json.loads(json.dumps(TYPED[name]))
            spot = values
            for key in path[:-1]:
                spot = spot[key]
            spot[path[-1]] = odd
            try:
                (event,) = CODEC.load(json.dumps([[name, values]]))
            except JournalError as error:
                assert error.code == "damaged"  # noqa: PT017  either is right, of each kind of value
            else:
                assert is_of(event, type(event)), (path, odd)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" * 400, "true", '"1.5"'])
def test_what_is_no_number_is_damage(number):
    with pytest.raises(JournalError) as caught:
        CODEC.load(f'[["Given", {{"seat": "a", "text": {{"fr": "", "en": ""}}, "number": {number}}}]]')
    assert caught.value.code == "damaged"


def test_rows_that_borrow_from_one_another_are_damage():
    with pytest.raises(JournalError):
        CODEC.load_all(['[["Plain",{"card":"a","place":null,"count":1}]],[]', "[]"])


def test_a_class_that_cannot_be_written_is_found_before_the_first_gesture():
    @dataclass(frozen=True)
    class Bag:
        things: dict[str, int]

    with pytest.raises(TypeError):
        Codec({"Bag": Bag}).study()


def test_every_event_of_the_rules_can_be_written():
    Codec(EVENTS).study()


def test_thousands_of_events_cost_each_the_same_few_calls():
    row = CODEC.dump([Given("travaux", Text("un", "one"), efforts=(Effort(1, 0.5),))])
    CODEC.load(row)
    calls: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: calls.update([event]))
    try:
        assert len(CODEC.load_all([row] * 500)) == 500
    finally:
        sys.setprofile(None)
    assert calls["call"] < 30 * 500
