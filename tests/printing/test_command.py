"""`clap deck print` as it is typed."""

from __future__ import annotations

import os
import re
import sys

import pytest
from PIL import Image

from game.places import shelves
from tests.cli.conftest import Clap, clap  # noqa: F401  the fixture
from tests.printing.press import needs_tools, ran

DECK = shelves.deck("clap")


def copied(folder, name="deck", changes=()):
    """Write our deck elsewhere, with some of its words changed."""
    text = DECK.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).mkdir(parents=True)
    (folder / name / "deck.yaml").write_text(text, encoding="utf-8")
    return folder / name


EDITS = (
    ('label: {fr: "Carbone de nos achats"', 'label: {fr: "Le carbone des achats"'),
    (
        'fr: "Où chaque euro de travaux fait-il économiser le plus de kilowattheures',
        'fr: "Où chaque euro économise-t-il le plus',
    ),
    ('label: {fr: "Passer le besoin au crible"', 'label: {fr: "Cribler le besoin"'),
)


def printed(folder, name="cards.pdf"):
    return ran("pdftotext", folder / name, "-")


@needs_tools
def test_only_the_cards_changed_since_another_file_are_printed(clap, tmp_path):  # noqa: F811
    new = copied(tmp_path, "new", EDITS)
    said = clap("deck", "print", new, "--since", DECK, "--out", tmp_path / "cards.pdf")
    assert (said.code, said.err) == (0, "")
    ids = re.findall(
        r"^(climat-carbone|sobriete-energie|revue-besoin|[a-z]+-[a-z-]+)$", printed(tmp_path), re.MULTILINE
    )
    assert sorted(ids) == sorted(["climat-carbone", "sobriete-energie", "revue-besoin"] * 2)


@needs_tools
def test_a_version_kept_near_the_deck_is_found_by_its_number(clap, tmp_path):  # noqa: F811
    new = copied(tmp_path, "new", (*EDITS[:1], ('version: "1.1"', 'version: "1.2"')))
    (new / "versions").mkdir()
    (new / "versions" / "1.1.yaml").write_bytes(DECK.read_bytes())
    said = clap("deck", "print", new, "--since", "1.1", "--out", tmp_path / "cards.pdf")
    assert (said.code, said.err) == (0, "")
    assert printed(tmp_path).count("climat-carbone") == 2
    assert "clap 1.2 · feuille 1/1 · recto" in printed(tmp_path)


def test_a_version_that_is_not_there_is_said_with_those_that_are(clap, tmp_path):  # noqa: F811
    said = clap("deck", "print", copied(tmp_path), "--since", "0.3", "--out", tmp_path / "cards.pdf")
    assert said.code == 1
    assert "0.3" in said.err
    assert "1.1" in said.err
    assert not (tmp_path / "cards.pdf").exists()


def test_nothing_changed_is_said_and_nothing_is_written(clap, tmp_path):  # noqa: F811
    said = clap("deck", "print", "clap", "--since", DECK, "--out", tmp_path / "cards.pdf")
    assert said.code == 0
    assert said.out.startswith("Rien à imprimer")
    assert not (tmp_path / "cards.pdf").exists()


@needs_tools
def test_backs_may_speak_another_language_and_blank_cards_are_added(clap, tmp_path):  # noqa: F811
    out = tmp_path / "cards.pdf"
    said = clap("deck", "print", "clap", "--only", "events", "--only", "blanks", "--blank", "2", "--back-lang", "en",
                "--out", out)  # fmt: skip
    assert (said.code, said.err) == (0, "")
    text = printed(tmp_path)
    assert "Une aide couvre" in text
    assert "Effect." in text
    assert "Effet." not in text
    assert text.count("Enjeu à écrire") == 2
    assert text.count("A lever to write") == 2
    assert re.search(r"Pages:\s+4\b", ran("pdfinfo", out))


@pytest.mark.parametrize(("lang", "words"), [("fr", "le nom de la carte dépasse"), ("en", "word that is")])
def test_what_does_not_fit_is_told_by_card_and_by_how_much(clap, tmp_path, lang, words):  # noqa: F811
    long = "Anticonstitutionnellementissim"
    deck = copied(tmp_path, "long", (('label: {fr: "Carbone de nos achats", en: "Carbon of our purchases"}',
                                      f'label: {{fr: "{long}", en: "{long}"}}'),))  # fmt: skip
    out = tmp_path / "cards.pdf"
    said = clap("deck", "print", deck, "--since", DECK, "--out", out, "--lang", lang)
    assert said.code == 1
    assert "climat-carbone" in said.err
    assert re.search(r"\d+[.,]\d mm", said.err)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_sign_that_no_font_has_is_told_and_does_not_stop_the_printing(clap, tmp_path):  # noqa: F811
    deck = copied(tmp_path, "odd", (('label: {fr: "Carbone de nos achats"', 'label: {fr: "Carbone 木 achats"'),))
    out = tmp_path / "cards.pdf"
    said = clap("deck", "print", deck, "--since", DECK, "--out", out)
    assert said.code == 1
    assert "climat-carbone" in said.err
    assert "木" in said.err
    assert "U+6728" in said.err
    assert out.exists()


@needs_tools
def test_a_text_is_printed_as_it_is_written_whatever_it_means_to_typst(clap, tmp_path):  # noqa: F811
    odd = "#emph[a] *b* $x$ <c> @d // e"
    deck = copied(tmp_path, "odd", (('label: {fr: "Carbone de nos achats"', f'label: {{fr: "{odd}"'),))
    said = clap("deck", "print", deck, "--since", DECK, "--out", tmp_path / "cards.pdf")
    assert (said.code, said.err) == (0, "")
    assert " ".join(printed(tmp_path).split()).count(odd) == 2


def test_without_typst_one_sentence_says_what_to_do(clap, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setitem(sys.modules, "typst", None)
    out = tmp_path / "cards.pdf"
    out.write_bytes(b"former")
    said = clap("deck", "print", "clap", "--only", "events", "--out", out)
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "typst" in said.err
    assert out.read_bytes() == b"former"


def test_a_town_prints_with_its_own_templates_and_hears_of_its_faults(clap, tmp_path):  # noqa: F811
    style = tmp_path / "style"
    style.mkdir()
    look = (shelves.assets() / "print" / "look.typ").read_text(encoding="utf-8")
    (style / "look.typ").write_text(look.replace("#F2B33D", "#00AA77"), encoding="utf-8")
    words = ("deck", "print", "clap", "--only", "events")
    assert clap(*words, "--out", tmp_path / "ours.pdf").code == 0
    assert clap(*words, "--templates", style, "--out", tmp_path / "theirs.pdf").code == 0
    assert (tmp_path / "ours.pdf").read_bytes() != (tmp_path / "theirs.pdf").read_bytes()
    (style / "look.typ").write_text("#let ink = (", encoding="utf-8")
    said = clap(*words, "--templates", style, "--out", tmp_path / "theirs.pdf")
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "cards.typ" in said.err


def test_the_same_deck_gives_the_same_bytes(clap, tmp_path):  # noqa: F811
    for name in ("one.pdf", "two.pdf"):
        assert clap("deck", "print", "clap", "--only", "events", "--out", tmp_path / name).code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@needs_tools
def test_the_plan_and_the_sheets_are_printed_by_name_in_a_folder(clap, tmp_path):  # noqa: F811
    said = clap("deck", "print", "clap", "--map", "a2", "--sheets", "--out", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["blagnac-plan-a2.pdf", "clap-fiches.pdf"]
    said = clap("deck", "print", "clap", "--sheets", "3", "--out", tmp_path, "--lang", "en")
    assert said.code == 0
    assert re.search(r"Pages:\s+3\b", ran("pdfinfo", tmp_path / "clap-sheets.pdf"))


def test_a_deck_that_no_town_plays_has_no_plan(clap, tmp_path):  # noqa: F811
    deck = copied(tmp_path / "far", "alone", (("id: clap", "id: alone"),))
    said = clap("deck", "print", deck, "--map", "a2", "--out", tmp_path)
    assert said.code == 1
    assert "alone" in said.err
    assert len(said.err.splitlines()) == 1


def test_a_deck_with_faults_is_not_printed(clap, tmp_path):  # noqa: F811
    deck = copied(tmp_path, "broken", (("axis: environnement", "axis: environement"),))
    said = clap("deck", "print", deck, "--out", tmp_path / "cards.pdf")
    assert said.code == 1
    assert "environement" in said.err
    assert not (tmp_path / "cards.pdf").exists()


@needs_tools
@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_a_card_shows_its_picture_and_the_credits_say_whose_it_is(clap, tmp_path, kind):  # noqa: F811
    lines = (f"image: images/vue.{kind}", 'alt: {fr: "Une rue", en: "A street"}',
             'credit: {author: "Zoé Photographe", licence: CC-BY-4.0}')  # fmt: skip
    card = "  - id: climat-carbone\n"
    deck = copied(tmp_path, "deck", ((card, card + "".join(f"    {line}\n" for line in lines)),))
    (deck / "images").mkdir()
    Image.effect_mandelbrot((300, 200), (-2, -1, 1, 1), 60).convert("RGB").save(deck / "images" / f"vue.{kind}")
    said = clap("deck", "print", deck, "--since", DECK, "--out", tmp_path / "cards.pdf")
    assert (said.code, said.err) == (0, "")
    assert "image" in ran("pdfimages", "-list", tmp_path / "cards.pdf")
    assert b"/Alt" in (tmp_path / "cards.pdf").read_bytes()
    ran("qpdf", "--check", tmp_path / "cards.pdf")
    assert clap("deck", "print", deck, "--only", "credits", "--out", tmp_path / "cards.pdf").code == 0
    text = " ".join(printed(tmp_path).split())
    assert "Zoé Photographe" in text
    assert "Version 1.1." in text
    assert "Droit au 22 novembre 2026." in text


@needs_tools
def test_a_deck_in_one_language_is_printed_in_its_own(clap, tmp_path):  # noqa: F811
    said = clap("deck", "print", "market-town", "--out", tmp_path / "cards.pdf", "--lang", "fr")
    assert (said.code, said.err) == (0, "")
    text = printed(tmp_path)
    assert "Enjeu" not in text
    assert "Issue" in text
    assert said.out.startswith("Écrit")


DECKS = [file.parent.name for file in sorted(shelves.decks().glob("*/deck.yaml"))]
WIDE = [(name, profile) for name in DECKS for profile in ("home", "large")]
NARROW = [(name, "home") for name in DECKS if name != "clap"]
"""A large card is a small one, scaled; and test_pdf prints the whole of our own deck at home."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "profile"), WIDE if os.environ.get("CLAP_TORTURE") else NARROW)
def test_every_deck_of_ours_fits_its_cards_whole(clap, tmp_path, name, profile):  # noqa: F811
    for lang in ("fr", "en"):
        said = clap("deck", "print", name, "--profile", profile, "--lang", lang, "--out", tmp_path / "cards.pdf")
        assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("named", [(), ("--scenario",)])
def test_a_deck_that_carries_its_scenario_prints_its_own_town(tmp_path, clap, named):  # noqa: F811
    folder = tmp_path / "jeu"
    assert clap("deck", "new", folder).code == 0
    done = clap("deck", "print", folder, "--sheets", "1", "--out", tmp_path / "s.pdf", *named, *(named and (folder,)))
    assert (done.code, done.err) == (0, "")
    done = clap("deck", "print", folder, "--map", "a2", "--out", tmp_path / "m.pdf", *named, *(named and (folder,)))
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF")
