"""minutes.pdf and sheets.pdf: read back with poppler."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.core.report import Report, report
from game.export import export_all
from game.export.framing import notes
from game.export.minutes import minutes
from game.export.objectives import sheets
from game.export.to_pdf import content, objectives, written
from tests.export.conftest import png
from tests.export.reading import INFO, PDFTOTEXT, pdf_info, pdf_text, squeezed
from tests.view import reviews

PAGE = "\f"
WARNING = "Document préparatoire – non communicable avant le lancement des achats cités (CRPA, art. L311-2)"


@PDFTOTEXT
@pytest.mark.parametrize("which", ["left", "hostile"])
def test_every_objective_is_in_both(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    found: Report = request.getfixturevalue(which)
    whole = pdf_text(content(found, "fr", png()), tmp_path)
    *pages, words = pdf_text(objectives(found, "fr"), tmp_path).split(PAGE)[:-1]
    assert len(pages) == len(found.adopted)
    assert "Les mots de ce document" in words
    for sheet, page in zip(found.adopted, pages, strict=True):
        title = squeezed(sheet.title.say("fr"))
        for text in (whole, page):
            assert squeezed(sheet.code) in squeezed(text)
            assert title in squeezed(text)
        assert squeezed(sheet.indicator.say("fr")) in squeezed(page)
        assert squeezed(WARNING) in squeezed(page)


@PDFTOTEXT
def test_the_words_of_the_minutes_are_those_of_the_paper(left: Report, tmp_path: Path) -> None:
    text = squeezed(pdf_text(content(left, "fr", png()), tmp_path))
    for part in ("Compte rendu du CLAP", "Prochaine séance", "Le 2 mars 2027", "CLAP-2026-T4-05",
                 "Le bio d'abord sur les fruits et légumes"):  # fmt: skip
        assert squeezed(part).replace("'", "") in text.replace("\u2019", "").replace("'", "")


@INFO
@pytest.mark.parametrize(
    ("lang", "title"), [("fr", "Compte rendu du CLAP"), ("en", "Minutes of the procurement council")]
)
def test_it_is_tagged_in_its_language(left: Report, lang: str, title: str, tmp_path: Path) -> None:
    blob = content(left, lang, png())
    about = pdf_info(blob, tmp_path)
    assert (about["Tagged"], about["Title"]) == ("yes", title)
    assert about["Page size"].endswith("(A4)")
    assert b"pdfuaid" in blob
    assert f"/Lang ({lang}".encode() in blob or f"/Lang({lang}".encode() in blob


def test_the_same_session_gives_the_same_bytes(left: Report) -> None:
    assert content(left, "fr", png()) == content(left, "fr", png())
    assert objectives(left, "fr") == objectives(left, "fr")


def test_no_sign_of_ours_is_missing_from_our_fonts(left: Report) -> None:
    """Arrows and dashes are ours: a paper must not show `?` in their place."""
    from game.export.to_pdf import _about, _told
    from game.printing.setting import typeset

    for found in (left, report(reviews.measured())):
        paper = minutes(found, "fr")
        data = _about(paper) | {
            "blocks": [
                _told(block, {}, "fr") for block in paper.blocks if type(block).__name__ not in ("Curve", "Picture")
            ]
        }
        assert typeset("papers.typ", data, set()).missing == ()


@PDFTOTEXT
def test_a_table_nobody_touched(blank: Report, tmp_path: Path) -> None:
    assert "Aucun objectif n'est encore adopté" in pdf_text(objectives(blank, "fr"), tmp_path).replace("\u2019", "'")
    assert "Compte rendu" in pdf_text(content(blank, "fr"), tmp_path)
    assert sheets(blank, "fr")[0].title == "Fiches objectifs"


@PDFTOTEXT
def test_the_curves_of_a_review_are_told_in_words(tmp_path: Path) -> None:
    text = squeezed(pdf_text(content(report(reviews.later()), "fr"), tmp_path))
    assert squeezed("24,5 % (février 2027), 26 % (10 juin 2027)") in text


# The framing notes.


@PDFTOTEXT
def test_a_note_is_two_pages_at_most_and_says_what_is_left_to_the_cao(left: Report, tmp_path: Path) -> None:
    found = dict(notes(left, "fr"))
    assert set(found) == {"enf-denrees", "trav-ecole-pres", "sport-patinoire-moe", "urb-mobilier", "soli-nettoyage"}
    for name, note in found.items():
        pages = pdf_text(written(note), tmp_path).split(PAGE)[:-1]
        assert len(pages) <= 2
        text = squeezed("".join(pages))
        formal = name != "trav-ecole-pres"
        assert (squeezed("Note de cadrage pour la CAO") in text) == formal
        assert (squeezed("CGCT L1414-2") in text) == formal
        assert (squeezed("Note de cadrage, pour information") in text) == (not formal)
        assert (squeezed("Siègent aussi à la CAO") in text) == formal
        assert squeezed(WARNING) in text
    food = squeezed(pdf_text(written(found["enf-denrees"]), tmp_path))
    for part in ("Critères et poids", "4 600 000 €", "48 mois", "Code rural L230-5-1"):
        assert squeezed(part) in food


def test_a_note_carries_no_word_of_the_debate(hostile: Report) -> None:
    """Typed sentences of the debate and the notes may name a firm: they stay in the minutes."""
    said = "".join(map(repr, dict(notes(hostile, "fr")).values()))
    assert "à lire" not in said
    assert "https://example.org" not in said
    assert "le budget" not in said


def four(left: Report) -> Report:
    """Give a council's report: four objectives, each on a purchase of its own, sixty cards laid."""
    from game.core.report import Voted

    pool = left.objectives
    sheets = [
        replace(
            pool[rank % 5],
            code=f"CLAP-2026-T4-{rank + 1:02}",
            intentions=tuple(replace(item, id=f"{item.id}-{rank}") for item in pool[rank % 5].intentions),
        )
        for rank in range(4)
    ]
    votes = tuple(Voted(left.votes[at % 8].pick, left.votes[at % 8].tokens, at < 12) for at in range(24))
    bought = tuple(item for one in sheets for item in one.intentions)
    return replace(left, objectives=tuple(sheets), votes=votes, intentions=(*left.intentions, *bought))


def test_every_paper_is_set_once(left: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four objectives, a note for the CAO of each: what a paper costs is for the benchmarks to say."""
    import typst

    asked: list[object] = []
    made = typst.Compiler
    monkeypatch.setattr(typst, "Compiler", lambda *given, **named: asked.append(named) or made(*given, **named))
    written = export_all(four(left), "fr", tmp_path, png)
    assert len([path for path in written if path.name.startswith("note-cao-")]) == 8
    assert len(asked) == len([path for path in written if path.suffix == ".pdf"])
