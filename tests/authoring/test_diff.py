"""What changed between two decks, in words, in both languages."""

import re
from dataclasses import replace

import pytest

from game.authoring.diff import changes, sentence
from game.authoring.scaffold import scaffold
from game.content.folder import read_folder
from game.core.renewal import renewed
from game.core.text import Text
from game.places import shelves
from game.words.catalogue import speaker
from tests.cli.conftest import clap  # noqa: F401


@pytest.fixture
def decks(tmp_path):
    """Give a deck, and what makes another of its text."""
    scaffold(tmp_path / "jeu", "fr")
    file = tmp_path / "jeu" / "deck.yaml"
    text = file.read_text(encoding="utf-8")

    def made(*changed: tuple[str, str]):
        new = text
        for before, after in changed:
            assert before in new, before
            new = new.replace(before, after)
        file.write_text(new, encoding="utf-8")
        found = read_folder(file, shelves.decks())
        assert found.deck is not None, found.problems
        return found.deck

    return made(), made


def said(old, new, lang="fr"):
    """Give the sentences, their no-break spaces as plain ones."""
    told = (sentence(one, speaker(lang).say, lang) for one in changes(old, new))
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in told]


def whats(old, new):
    return [(one.what, one.kind, one.id, one.field) for one in changes(old, new)]


def test_nothing_changed(decks):
    old, made = decks
    assert changes(old, made()) == ()


def test_a_word_in_one_language(decks):
    old, made = decks
    new = made(('fr: "Produits de saison"', 'fr: "Fruits de saison"'))
    assert said(old, new) == [
        "Texte changé (fr) : l'enjeu « Fruits de saison », l'intitulé : « Produits de saison » → « Fruits de saison »."
    ]
    assert said(old, new, "en") == [
        'Reworded (fr): the issue "Seasonal produce", the label: "Produits de saison" → "Fruits de saison".'
    ]


def test_a_translation_beside_the_deck(decks, tmp_path):
    _, made = decks
    overlay = tmp_path / "jeu" / "i18n" / "es.txt"
    text = overlay.read_text(encoding="utf-8")
    overlay.with_suffix(".yaml").write_text(text, encoding="utf-8")
    es = ("languages: [fr, en]", "languages: [fr, en, es]")
    before = made(es)
    overlay.with_suffix(".yaml").write_text(text.replace("Menos", "Menos y menos"), encoding="utf-8")
    (change,) = changes(before, made(es))
    assert (change.what, change.id, change.lang, change.after) == (
        "reworded", "gaspillage", "es", "Menos y menos desperdicio",
    )  # fmt: skip


def test_figures_and_answers(decks):
    old, made = decks
    new = made(("effects: {cost: -1, delay: 0", "effects: {cost: 1, delay: 0"),
               ("answers: [produits-de-saison, gaspillage]", "answers: [gaspillage]"))  # fmt: skip
    assert said(old, new) == [
        "Réponses changées : le levier « Menus de saison » répondait à produits-de-saison, gaspillage, "
        "répond à gaspillage.",
        "Effet changé : le levier « Peser les restes », le coût : -1 → 1.",
    ]


def test_a_target_and_a_reference(decks):
    old, made = decks
    new = made(
        ("goal: 70", "goal: 80"), ("baseline: 30", "baseline: null"), ("confidence: sure", "confidence: probable")
    )
    assert set(whats(old, new)) == {
        ("changed", "lever", "menus-de-saison", "target.goal"),
        ("changed", "lever", "menus-de-saison", "target.baseline"),
        ("changed", "lever", "menus-de-saison", "legal.confidence"),
    }


def test_a_reference_taken_away(decks):
    old, made = decks
    legal = (
        "    legal:\n"
        '      text: {fr: "Code de la commande publique, L2111-1", en: "Public Procurement Code, L2111-1"}\n'
        '      plain: {fr: "Le besoin se définit avant d\'acheter.", en: "The need is defined before buying."}\n'
        "      confidence: sure\n"
    )
    found = whats(old, made((legal, "")))
    assert found
    assert {one[2] for one in found} == {"menus-de-saison"}


def test_a_card_renamed_is_one_change(decks):
    old, made = decks
    new = made(("id: confort-classes\n", "id: fraicheur\n    former_ids: [confort-classes]\n"),
               ("answers: [confort-classes]", "answers: [fraicheur]"))  # fmt: skip
    assert ("renamed", "issue", "fraicheur", "") in whats(old, new)
    assert not {"added", "removed"} & {one[0] for one in whats(old, new)}


def test_added_and_removed(decks):
    old, made = decks
    new = made()
    assert [one[:3] for one in whats(old, new)] == []
    extra = (
        "  - id: eau\n    axis: terre\n    families: [ecoles]\n    label: Eau\n    title: Eau\n    question: Eau\n\n"
    )
    grown = made(("  - id: emploi-insertion\n    axis", f"{extra}  - id: emploi-insertion\n    axis"))
    assert whats(old, grown) == [("added", "issue", "eau", "")]
    assert whats(grown, old) == [("removed", "issue", "eau", "")]


def test_families_axes_and_pairs(decks):
    old, made = decks
    why = ('fr: "La pesée dit quels menus plaisent."', 'fr: "La pesée dit ce qui plaît."')
    new = made(('colour: "#1F5D3A"', 'colour: "#1F5D3B"'), ("icon: gauge", "icon: clock"), why)
    assert set(whats(old, new)) == {
        ("changed", "family", "repas", "colour"),
        ("changed", "stage", "apres", "icon"),
        ("reworded", "synergy", "menus-de-saison + pesees", "why"),
    }


def test_a_card_kept_for_a_session_is_not_told_as_there(decks):
    old, made = decks
    extra = (
        "  - id: eau\n    axis: terre\n    families: [ecoles]\n    label: Eau\n    title: Eau\n    question: Eau\n\n"
    )
    grown = made(("  - id: emploi-insertion\n    axis", f"{extra}  - id: emploi-insertion\n    axis"))
    session = renewed(grown, old)
    assert session.retired == ("eau",)
    assert changes(session, old) == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_field_of_every_card_has_a_name(decks, lang):
    """Whatever changes is said by a name people know."""
    from game.authoring.diff import HEAD, _opened, _parts

    old, _ = decks
    say = speaker(lang)
    things = (
        *old.issues,
        *old.levers,
        *old.events,
        *old.families,
        *old.axes,
        *old.stages,
        *old.tensions,
        *old.synergies,
    )
    parts = {key for thing in things for key, _ in _parts(thing)} - {"pair"}
    parts |= {key for name in HEAD for key, _ in _opened(name, getattr(old, name))}
    bare = {re.sub(r"\.\d+", "", key) for key in parts}
    assert [key for key in sorted(bare) if not say.has(f"workshop.field.{key}")] == []


def test_house_rules_indicators_and_loads(decks):
    old, made = decks
    new = made(("rules: {blank_cards: 6, events: true", "rules: {blank_cards: 4, events: false"),
               ('{fr: "Factures", en: "Invoices"}', '{fr: "Factures", en: "Bills"}'),
               ("{family: repas, cost: 1", "{family: repas, cost: 2"))  # fmt: skip
    assert said(old, new) == [
        "Changement : le jeu « Mon premier jeu CLAP », les cartes à écrire : 6 → 4.",
        "Changement : le jeu « Mon premier jeu CLAP », les événements permis : true → false.",
        "Texte changé (en) : l'enjeu « Produits de saison », la source de l'indicateur (1) : « Invoices » → « Bills ».",
        "Changement : l'événement « Inflation », le coût du poids (1) : 1 → 2.",
    ]


def test_the_command(clap, tmp_path):  # noqa: F811
    scaffold(tmp_path / "jeu", "fr")
    scaffold(tmp_path / "autre", "fr")
    told = clap("deck", "diff", tmp_path / "jeu", tmp_path / "autre", "--lang", "en")
    assert told.code == 0
    assert "the id: jeu → autre" in told.out
    assert "1 change" in told.out
    assert clap("deck", "diff", tmp_path / "jeu", tmp_path / "none").code == 1


def test_a_language_that_is_gone_or_new_is_summed_up(decks):
    old, _ = decks
    spoken = replace(old, languages=("fr",))
    issues = tuple(replace(one, label=Text(one.label.fr), title=Text(f"{one.title.fr} !")) for one in old.issues)
    told = said(old, replace(spoken, issues=issues))
    assert [line for line in told if "La langue « en »" in line] == [
        f"La langue « en » n'est plus là : {len(issues) * 2} textes."
    ]
    assert len([line for line in told if line.startswith("Texte changé (fr)")]) == len(issues)
    assert not [line for line in told if line.startswith("Texte changé (en)")]
    assert "La langue « en » est nouvelle" in " ".join(said(spoken, old))
