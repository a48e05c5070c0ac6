"""Every fault has its sentence in both languages, shown with the line and a caret."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from game.content import pictures, unseen
from game.content import problems as module
from game.content.deck import SPEC as DECK_SPEC
from game.content.duties import SPEC as DUTIES_SPEC
from game.content.kinds import KINDS
from game.content.problems import ContentError, Problem, block, errors, sentence, tally, tidy
from game.content.scenario import SPEC as SCENARIO_SPEC
from game.content.spec import Field, Shape
from game.core.errors import GameError
from game.places import given, shelves
from game.words.catalogue import speaker
from tests.content import test_deck, test_scenario
from tests.content.samples import DECK, SCENARIO, deck_of, scenario_of, swapped
from tests.content.test_source import SYNTAX

CONTENT = Path(module.__file__).parent
OWN = (
    "source", "syntax", "walk", "kinds", "deck", "deckspec", "scenario", "shelf", "files", "problems", "merging",
    "overlays", "folder", "texts", "duties", "casespec", "finding", "unlisted",
    "broken/blame", "broken/line", "broken/scan", "broken/recovery",
)  # fmt: skip
SAYING = {"fault", "twice", "suggest", "_say", "_Refused", "Problem", "_problem", "place", "SetupError", "_missing"} | {
    "_fault"
}
TUPLES = {"syntax", "source", "broken/blame", "broken/line", "broken/recovery"}
"""The files that say what is wrong by a tuple, its code first."""


def fields(shape: Shape) -> list[Field]:
    found: list[Field] = []
    for each in shape.fields.values():
        one: Field | None = each
        while one is not None:
            found.append(one)
            found += fields(one.shape) if one.shape else []
            one = one.of
    return found


ALL = [*fields(DECK_SPEC), *fields(SCENARIO_SPEC), *fields(DUTIES_SPEC)]


def constants(node: ast.expr) -> set[str]:
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def said(node: ast.AST, file: str) -> set[str]:
    """Give the codes that a piece of code may say."""
    if isinstance(node, ast.Call) and node.args:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        found = constants(node.args[0]) if name in SAYING else set()
        return found | ({f"{code}_near" for code in found} if name == "suggest" else set())
    if isinstance(node, ast.Assign) and [getattr(each, "id", "") for each in node.targets] == ["code"]:
        return constants(node.value)
    if file in TUPLES and isinstance(node, ast.Tuple) and len(node.elts) > 1:
        second = node.elts[1]
        private = isinstance(second, ast.Name) and second.id.startswith("_")
        coded = len(node.elts) > 2 or private or isinstance(second, ast.Call)
        return {code for code in constants(node.elts[0]) if coded and re.fullmatch(r"[a-z_]{3,}", code)}
    return set()


def codes() -> set[str]:
    """Collect the codes from the code itself, so that a new one without a sentence is seen."""
    found = {"warning", "of", "not_laid_out", *module.COUNTS, *module.WARNINGS, *unseen.CODES, *pictured()}
    for name in OWN:
        tree = ast.parse((CONTENT / f"{name}.py").read_text(encoding="utf-8"))
        found |= {code for node in ast.walk(tree) for code in said(node, name)}
    opening = ast.parse(Path(given.__file__).read_text(encoding="utf-8"))  # whatever is read is opened there
    found |= {code for node in ast.walk(opening) for code in said(node, "given")}
    for to in {each.to for each in ALL if each.to} | {"card"}:
        found |= {f"no_{to}", f"no_{to}_near"}
    found.add("no_duties_near")
    patterns = {each.kind for each in ALL if KINDS[each.kind].__name__ in ("_pattern", "_day")}
    found |= {f"bad_{kind}" for kind in patterns}
    return found | {"bad_whole", "bad_whole_near", "bad_number", "bad_number_near"}


def named() -> set[str]:
    """Collect the codes that the readers of maps keep in tables: what each kind of file is called by."""
    texts = (file.read_text(encoding="utf-8") for file in (CONTENT / "maps").glob("*.py"))
    return {code for text in texts for code in re.findall(r'"(map_\w+)"', text)}


def pictured() -> set[str]:
    """Collect what may be wrong with a picture."""
    tree = ast.parse((CONTENT / "pictures.py").read_text(encoding="utf-8"))
    written = {each.value for each in ast.walk(tree) if isinstance(each, ast.Constant)}
    written |= {"image_undecoded"}  # by decoding.py, which only answers yes or no
    plain = {one for one in written if isinstance(one, str) and re.fullmatch(r"image_[a-z]+", one)}
    return plain | {f"image_svg_{what}" for what, _ in pictures._SVG}


def seen() -> list[Problem]:
    """Collect the problems of every fault planted in these tests."""
    deck_text, _ = test_deck.planted()
    town = swapped(SCENARIO, *((old, new) for old, new, _, _ in test_scenario.PLANTED))
    broken = [deck_of(swapped(DECK, (old, new)))[1] for old, new, *_ in SYNTAX]
    return [one for each in (deck_of(deck_text)[1], scenario_of(town)[1], *broken) for one in each]


def test_there_are_many_codes() -> None:
    found = codes()
    assert len(found) > 80
    assert {one.code for one in seen()} <= found


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_code_has_its_sentence(lang: str) -> None:
    voice = speaker(lang)
    assert [code for code in sorted(codes()) if not voice.has(f"problem.{code}")] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_fact_of_a_sentence_is_given(lang: str) -> None:
    for one in seen():
        shown = sentence(one, speaker(lang).say)
        assert not re.search(r"\{\w+\}", shown), shown
        assert shown.startswith(f"{one.file}:{one.line}:{one.column}: ")
        assert shown.endswith((".", "?"))


def test_no_sentence_is_left_of_a_code_that_is_gone() -> None:
    catalogue = (shelves.assets() / "locale" / "fr" / "LC_MESSAGES" / "content.po").read_text(encoding="utf-8")
    written = set(re.findall(r'msgid "problem\.(\w+)"', catalogue.split("# decks and scenarios")[1]))
    assert written - codes() - named() == set()


def test_both_languages_use_the_same_facts() -> None:
    for code in sorted(codes()):
        names = []
        for lang in ("fr", "en"):
            shown = speaker(lang).say(f"problem.{code}")
            names.append({name for _, name, _, _ in Formatter().parse(shown) if name})
        assert names[0] == names[1], code


def test_french_is_set_as_french() -> None:
    for one in seen():
        shown = speaker("fr").say(f"problem.{one.code}")
        assert not re.search(r" [;?!:»%]|« ", shown), shown


def test_the_caret_stands_under_the_word_and_the_first_place_is_shown() -> None:
    text, _ = test_deck.planted()
    found = {one.code: one for one in deck_of(text)[1]}
    shown = block(found["no_stage"], speaker("fr").say, text).split("\n")
    assert shown[0].startswith("deck.yaml:")
    assert shown[1].endswith("stage: zzz")
    assert shown[2].index("^") == shown[1].index("zzz")
    assert shown[2].count("^") == 3
    twice = block(found["id_twice"], speaker("en").say, text)
    assert "it was first given here" in twice
    assert twice.count("^") == 2 * len("mutualiser")


def test_a_long_line_is_shown_round_its_fault() -> None:
    shown = block(Problem("tab", "deck.yaml", 1, 500), speaker("fr").say, "x" * 499 + "\tfin" + "y" * 500).split("\n")
    assert len(shown[1]) < 120
    assert shown[1][shown[2].index("^")] == "→"


def test_a_fault_of_the_whole_file_has_no_line() -> None:
    shown = sentence(Problem("file_missing", "deck.yaml", 0, 0), speaker("en").say)
    assert shown.startswith("deck.yaml: this file does not exist")


def test_a_warning_is_told_from_an_error() -> None:
    warning = Problem("translation_missing", "deck.yaml", 1, 1, (("key", "label"), ("language", "en")))
    fault = Problem("tab", "deck.yaml", 2, 1)
    assert errors((warning, fault)) == (fault,)
    assert "avertissement" in sentence(warning, speaker("fr").say)
    assert "avertissement" not in sentence(fault, speaker("fr").say)


def test_a_file_is_told_at_most_a_hundred_faults() -> None:
    many = [Problem("bad_icon", "deck.yaml", line, 1, (("value", str(line)),)) for line in range(1, 251)]
    kept = tidy(many)
    assert len(kept) == 101
    assert (kept[-1].code, dict(kept[-1].facts)) == ("more", {"n": 150})


def test_an_error_of_content_carries_its_problems() -> None:
    problems = (Problem("tab", "deck.yaml", 2, 1),)
    error = ContentError(problems)
    assert isinstance(error, GameError)
    assert error.problems == problems
    assert error == ContentError(problems)
    assert error != ContentError(())


def test_faults_come_before_warnings_and_the_files_own_before_others() -> None:
    found = [Problem(code, file, 1, 1) for file in ("a.yaml", "b.yaml") for code in ("image_unnamed", "tab")]
    told = [(one.file, one.code) for one in tidy(found, "b.yaml")]
    assert told == [("b.yaml", "tab"), ("a.yaml", "tab"), ("b.yaml", "image_unnamed"), ("a.yaml", "image_unnamed")]


def test_warnings_of_one_sort_are_folded_and_all_are_counted() -> None:
    many = [Problem("image_missing", "deck.yaml", line, 1, (("value", str(line)),)) for line in range(1, 11)]
    told = tidy([*many, Problem("tab", "deck.yaml", 2, 1)])
    assert [one.code for one in told] == ["tab", *["image_missing"] * 3, "warnings_alike"]
    assert tally(told) == (1, 10)


def test_a_fault_names_its_card() -> None:
    problems = deck_of(swapped(DECK, ("axis: local\n    families: [enfance]", "axis: locl\n    families: [enfance]")))[
        1
    ]
    assert [one.card for one in problems] == ["Circuits courts"]
    assert "Circuits courts" in sentence(problems[0], speaker("fr").say)
