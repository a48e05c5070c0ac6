"""A file in one language, whichever it is: its texts are found by every reader, and taken for no other language."""

from __future__ import annotations

from game.content.kinds import KINDS
from game.content.nodes import Scalar
from game.content.spec import Field
from game.content.texts import words
from game.content.walk import Walk
from game.core.text import Text, same


def read(said: str, *languages: str) -> object:
    return words(Walk("deck.yaml", KINDS, languages=languages), Field("words"), Scalar(0, 0, said), "title")


def test_a_plain_text_is_of_the_only_language() -> None:
    assert read("The mill", "en") == Text(en="The mill")
    assert read("Le moulin", "fr") == Text(fr="Le moulin")
    assert read("Die Mühle", "de") == Text(others=(("de", "Die Mühle"),))


def test_a_plain_text_is_the_same_in_every_language() -> None:
    assert read("CCP L3", "fr", "en") == same("CCP L3")


def test_a_text_in_one_language_is_read_in_all() -> None:
    for text in (Text(fr="un"), Text(en="un"), Text(others=(("de", "un"),))):
        assert text
        assert [text.say(lang) for lang in ("fr", "en", "de", "ga")] == ["un"] * 4
        assert text.said == ("un",)
    assert Text(en="mill").has("fr") is False


def test_what_is_said_comes_once() -> None:
    assert same("un").said == ("un",)
    assert Text("un", "one", (("de", "eins"),)).said == ("un", "one", "eins")
    assert not Text(others=(("de", ""),))
    assert Text().said == ()
