"""Several tables side by side: a report (DOCX, PDF), a table of figures (CSV), and one picture for the wall."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from game.core.merging import Common, Merged, Table, guessed
from game.core.picks import kept, picks
from game.export import to_docx, to_pdf
from game.export.blocks import Block, Grid, Heading, Leaf, Points, Row, Words
from game.export.telling import Voice
from game.export.to_csv import safe
from game.places import landing
from game.words.numbers import number


def export(found: Merged, lang: str, folder: Path, wall: Callable[[], bytes]) -> tuple[Path, ...]:
    """Write the four files; all are made before the first is written. Raises ExportError as `landing` says.

    `wall` gives the picture of what most tables laid, as PNG.
    """
    voice = Voice(lang)
    leaf, name = paper(found, voice), voice.say("merge.file")
    made = (
        (f"{name}.docx", to_docx.written(leaf, None)),
        (f"{name}.pdf", to_pdf.written(leaf)),
        (f"{name}.csv", as_csv(found, voice)),
        (f"{name}.png", wall()),
    )
    room = landing.folder(folder)
    for file, content in made:
        landing.put(room / file, content)
    return tuple(room / file for file, _ in made)


def paper(found: Merged, voice: Voice) -> Leaf:
    """Give the report as values."""
    blocks = (
        Words(_brief(found, voice), "strong"),
        *_tables(found, voice),
        *_section(voice, "common", found, [one for one in found.issues if len(one.laid) > 1]),
        *_parting(found, voice),
        *_section(voice, "alone", found, [one for one in found.issues if len(one.laid) == 1]),
    )
    dates = sorted({one.session.date for one in found.tables if one.session.date})
    days = dict.fromkeys((*dates[:1], *dates[-1:]))
    under = " · ".join((voice.text(found.scenario.town), *(voice.month(day) for day in days)))
    last = dates[-1] if dates else ""
    foot, page = voice.say("paper.foot"), voice.say("paper.page")
    return Leaf(voice.say("merge.title"), under, blocks, foot, "", voice.lang, last, page)


def _brief(found: Merged, voice: Voice) -> str:
    tables = len(found.tables)
    everywhere = sum(len(one.laid) == tables for one in found.issues)
    shared = sum(len(one.laid) > 1 for one in found.issues)
    return voice.say("merge.brief", tables=tables, issues=len(found.issues), shared=shared, everywhere=everywhere)


def _tables(found: Merged, voice: Voice) -> tuple[Block, ...]:
    """Tell each table: what it laid and kept, and what it guessed of the share of purchases."""
    heads = tuple(voice.say(f"merge.{key}") for key in ("table", "laid", "kept", "guess"))
    rows = tuple(_table(one, voice) for one in found.tables)
    share = voice.percent(found.scenario.budget.share_pct)
    return (
        Heading(voice.say("merge.tables")),
        Grid(heads, rows, (46, 18, 18, 18), right=(1, 2, 3)),
        Words(voice.say("merge.share", share=share), "quiet"),
    )


def _table(one: Table, voice: Voice) -> Row:
    mean = guessed(one)
    told = voice.percent(mean) if mean is not None else voice.say("merge.no_guess")
    counts = len(picks(one.session)), len(kept(one.session))
    return (voice.read(one.name), *(number(count, voice.lang) for count in counts), told)


def _section(voice: Voice, key: str, found: Merged, issues: list[Common]) -> tuple[Block, ...]:
    heads = tuple(voice.say(f"merge.{name}") for name in ("issue", "families", "by", "kept_by", "rank"))
    rows = tuple(_issue(one, found, voice) for one in issues)
    told: Block = Grid(heads, rows, (32, 32, 12, 12, 12), right=(2, 3, 4)) if rows else Words(voice.say("empty"))
    return (Heading(voice.say(f"merge.{key}")), told)


def _issue(one: Common, found: Merged, voice: Voice) -> Row:
    families = "\n".join(_counted(_family(found, voice, family), n, voice) for family, n in one.families)
    rank = number(round(one.rank, 1), voice.lang) if one.kept else voice.say("merge.unranked")
    return (voice.read(one.label), families, *(number(n, voice.lang) for n in (len(one.laid), one.kept)), rank)


def _counted(name: str, n: int, voice: Voice) -> str:
    return voice.say("merge.counted", name=name, n=n)


def _family(found: Merged, voice: Voice, family: str) -> str:
    known = found.tables[0].session.workshop.deck.family(family)
    return voice.read(known.name) if known is not None else family


def _parting(found: Merged, voice: Voice) -> tuple[Block, ...]:
    """Tell where tables part, a sentence an issue: that is what the day talks over."""
    items = tuple(_parted(one, found, voice) for one in found.issues if one.parts)
    return (Heading(voice.say("merge.parting")), Points(items) if items else Words(voice.say("merge.agreed")))


def _parted(one: Common, found: Merged, voice: Voice) -> str:
    label = voice.read(one.label)
    families = ", ".join(_counted(_family(found, voice, family), n, voice) for family, n in one.families)
    kept_by = ", ".join(voice.read(laid.table) for laid in one.laid if laid.rank) or voice.say("merge.nobody")
    left_by = ", ".join(voice.read(laid.table) for laid in one.laid if not laid.rank) or voice.say("merge.nobody")
    return voice.say("merge.parted", issue=label, families=families, kept=kept_by, left=left_by)


def as_csv(found: Merged, voice: Voice) -> bytes:
    """Give a row an issue and a table: what can be counted again in any spreadsheet."""
    out = io.StringIO()
    told = csv.writer(out, delimiter=";" if voice.lang == "fr" else ",", lineterminator="\r\n")
    told.writerow([voice.say(f"merge.{name}") for name in ("issue", "table", "family", "place", "levers", "rank")])
    for one in found.issues:
        for laid in one.laid:
            levers = " + ".join(laid.levers)
            cells = (voice.text(one.label), laid.table, laid.family, laid.place, levers, laid.rank or "")
            told.writerow([safe(str(cell)) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
