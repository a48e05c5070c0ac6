import json
import sys
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
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
