"""There and back by the commands: what changes, what never does, what is asked."""

from __future__ import annotations

import difflib
import shutil

import pytest

from game.authoring.sheet.columns import SHEETS, columns, shape
from game.cli.sheets import KINDS
from game.content.shelf import load_deck
from game.places import shelves
from game.words.catalogue import speaker
from tests.authoring.sheet.conftest import Trip

FOLDERS = sorted(one.name for one in shelves.decks().iterdir() if (one / "deck.yaml").is_file())


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """Give the lines that differ, taken out and put in."""
    one, two = before.splitlines(), after.splitlines()
    blocks = difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return [("\n".join(one[a:b]), "\n".join(two[c:d])) for tag, a, b, c, d in blocks if tag != "equal"]


def test_the_kinds_of_the_command_are_those_of_the_sheets():
    assert KINDS == SHEETS


@pytest.mark.parametrize("name", FOLDERS)
def test_untouched_the_deck_keeps_every_byte(trip: Trip, name: str):
    deck = trip.folder / name / "deck.yaml"
    shutil.copytree(shelves.decks() / name, deck.parent, dirs_exist_ok=True)
    before = deck.read_bytes()
    assert trip("export", deck, trip.book).code == 0
    said = trip("import", deck, trip.book, "--yes", "--remove")
    assert (said.code, "rien à changer" in said.out) == (0, True)
    assert deck.read_bytes() == before
    assert sorted(one.name for one in deck.parent.iterdir()) == sorted(
        one.name for one in (shelves.decks() / name).iterdir()
    )


def test_the_same_deck_gives_the_same_bytes(trip: Trip):
    made = []
    for _ in range(2):
        assert trip("export", trip.deck, trip.book).code == 0
        made.append(trip.book.read_bytes())
        trip.book.unlink()
    assert made[0] == made[1]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_the_file_stay(trip: Trip, ends: str, mark: str):
    before = mark + trip.text.replace("\n", ends)
    trip.write(before)
    trip.export()
    trip.fill(("Leviers", "revue-besoin", "effects.cost", -1), ("Enjeux", "eau", "note [fr]", "Demander les factures."))
    assert trip.take().code == 0
    after = trip.deck.read_bytes().decode()
    assert after.startswith(mark) or not mark
    assert after.count("\n") == after.count(ends)
    assert len(changed(before, after)) == 2


def test_a_cell_changes_its_span_alone(trip: Trip):
    before = trip.text
    trip.export()
    trip.fill(("Enjeux", "climat-carbone", "label [en]", "Carbon we buy"))
    said = trip.take()
    assert said.code == 0
    assert "climat-carbone · Étiquette (ce qui se lit sur la table) [en]" in said.out
    assert "« Carbon of our purchases » → « Carbon we buy »" in said.out.replace("\u00a0", " ").replace("\u202f", " ")
    assert trip.text == before.replace('en: "Carbon of our purchases"}', 'en: "Carbon we buy"}', 1)
    assert trip.deck.with_name("deck.yaml.bak").read_text(encoding="utf-8") == before


def test_comments_quotes_and_order_survive(trip: Trip):
    before = trip.text
    before = before.replace(
        "    axis: environnement\n    families: [travaux, urbain, enfance, sports, solidarites]\n",
        "    # pourquoi cet axe\n    axis: environnement   # le bon\n"
        "    families:\n      - travaux  # le gros\n      - urbain\n",
        1,
    ).replace(
        '      en: "Which of our purchases weigh',
        "      # traduit par Anne\n      en: 'Which of our purchases weigh",
        1,
    )
    before = before.replace("most in the town's emissions?\"", "most in the town''s emissions?'", 1)
    trip.write(before)
    trip.export()
    trip.fill(
        ("Enjeux", "climat-carbone", "families", "travaux; sports"),
        ("Enjeux", "climat-carbone", "question [en]", "What's heavy?"),
        ("Enjeux", "climat-carbone", "axis", "local"),
    )
    assert trip.take().code == 0
    assert changed(before, trip.text) == [
        ("    axis: environnement   # le bon", "    axis: local   # le bon"),
        ("      - urbain", "      - sports"),
        (next(line for line in before.splitlines() if "town''s emissions" in line), "      en: 'What''s heavy?'"),
    ]


def test_what_a_card_needs_stands_in_cells_and_comes_back(trip: Trip):
    trip.export()
    trip.fill(("Leviers", "marche-performance", "needs.1.kinds", "works; services"))
    assert trip.take().code == 0
    lever = load_deck(trip.deck)[1].lever("marche-performance")
    assert [one.kinds for one in lever.needs] == [("works", "services")]


def test_a_new_row_gets_an_id_and_goes_under_the_row_above(trip: Trip):
    before = trip.text
    trip.export()
    values = {
        "axis": "local",
        "families": "travaux; urbain",
        "label [fr]": "Ombre d'été",
        "label [en]": "Summer shade",
        "title [fr]": "De l'ombre dans les cours",
        "title [en]": "Shade",
        "question [fr]": "Où fait-il chaud ?",
        "question [en]": "Where is it hot?",
        "indicators.1.name [fr]": "Degrés",
        "indicators.1.name [en]": "Degrees",
        "indicators.1.unit [fr]": "°C",
        "indicators.1.unit [en]": "°C",
        "indicators.1.source [fr]": "relevés",
        "indicators.1.source [en]": "readings",
        "indicators.1.decp": "no",
    }
    trip.add("Enjeux", "sobriete-energie", **values)
    said = trip.take()
    assert said.code == 0
    assert "de-l-ombre-dans-les-cours" in said.out
    ((old, new),) = changed(before, trip.text)
    assert old == ""
    assert new.strip("\n").splitlines()[:5] == [
        "  - id: de-l-ombre-dans-les-cours",
        "    axis: local",
        "    families: [travaux, urbain]",
        '    label: {fr: "Ombre d\'été", en: "Summer shade"}',
        '    title: {fr: "De l\'ombre dans les cours", en: "Shade"}',
    ]
    deck = load_deck(trip.deck)[1]
    ids = [card.id for card in deck.issues]
    assert ids.index("de-l-ombre-dans-les-cours") == ids.index("sobriete-energie") + 1
    assert deck.issue("de-l-ombre-dans-les-cours").indicators[0].decp == "no"


def test_new_pairs_and_events_at_the_end(trip: Trip):
    trip.export()
    trip.add(
        "Tensions",
        "",
        pair="eau; juste-besoin",
        **{"why [fr]": "a", "why [en]": "b", "reconcile [fr]": "c", "reconcile [en]": "d"},
    )
    trip.add(
        "Événements",
        "",
        id="orage",
        families="travaux",
        **{
            "label [fr]": "Orage",
            "label [en]": "Storm",
            "title [fr]": "Orage",
            "title [en]": "Storm",
            "text [fr]": "t",
            "text [en]": "t",
            "effect [fr]": "e",
            "effect [en]": "e",
            "loads.1.family": "travaux",
            "loads.1.cost": 2,
            "cancelled_by": "sourcing",
        },
    )
    assert trip.take().code == 0
    deck = load_deck(trip.deck)[1]
    assert deck.tensions[-1].pair == ("eau", "juste-besoin")
    assert deck.events[-1].id == "orage"
    assert (deck.events[-1].loads[0].family, deck.events[-1].loads[0].cost) == ("travaux", 2)
    assert deck.events[-1].cancelled_by == ("sourcing",)


def test_a_missing_row_is_never_a_silent_removal(trip: Trip):
    before = trip.text
    trip.export()
    trip.drop("Tensions", "acces-tpe-pme + mutualisation")
    said = trip.take()
    assert "acces-tpe-pme + mutualisation" in said.out
    assert "--remove" in said.out
    assert trip.text == before
    assert trip.take("--remove").code == 0
    ((old, new),) = changed(before, trip.text)
    assert new == ""
    assert "pair: [acces-tpe-pme, mutualisation]" in old
    assert load_deck(trip.deck)[1].tensions[0].pair == ("circuits-courts", "maitrise-budget")


@pytest.mark.parametrize(("answers", "written"), [("o\no\n", True), ("n\no\n", False), ("o\nn\n", False), ("", False)])
def test_removal_and_writing_are_asked(trip: Trip, monkeypatch: pytest.MonkeyPatch, answers: str, written: bool):
    before = trip.text
    trip.export()
    trip.drop("Synergies", "sourcing + allotir-fin")
    typed = iter(answers.split("\n")[:-1])

    def answer(_: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("click.termui.visible_prompt_func", answer)
    trip("import", trip.deck, trip.book)
    assert (trip.text != before) is written


def test_a_trial_writes_nothing(trip: Trip):
    before = trip.text
    trip.export()
    trip.fill(("Leviers", "revue-besoin", "effects.effort", 3))
    said = trip.take("--dry-run")
    assert "revue-besoin · Effort" in said.out
    assert trip.text == before
    assert not trip.deck.with_name("deck.yaml.bak").exists()


def test_in_english(trip: Trip):
    assert trip("export", trip.deck, trip.book, "--lang", "en").code == 0
    trip.fill(("Levers", "revue-besoin", "effects.effort", 9))
    said = trip("import", trip.deck, trip.book, "--yes", "--lang", "en")
    assert said.code == 1
    assert "sheet Levers, cell " in said.out
    assert "Nothing was written." in said.out


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_column_has_a_name_in_the_words_of_the_reader(lang: str):
    said = speaker(lang)
    names = {one.name for kind in SHEETS for one in columns(shape(kind), ("fr", "en"), {}) if one.name != "id"}
    assert len(names) > 50
    assert [name for name in sorted(names) if not said.has(f"sheet.field.{name}")] == []
