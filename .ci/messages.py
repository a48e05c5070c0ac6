"""Gives the French catalogues their no-break spaces, and compiles the catalogues of each language into one file.

The same sentences give the same bytes, on any day and machine.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from game.words.catalogue import COMPILED
from game.words.spacing import spaced

LOCALE = Path(__file__).parent.parent / "assets" / "locale"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)

SAID = re.compile(r'^(msgstr(?:\[\d\])? ")(.*)("$)', re.MULTILINE)
CARRIED_ON = re.compile(r'"\n"')


def spaced_out(po: Path) -> None:
    """Put the French spaces into a catalogue's sentences; sentences over several lines are joined first."""
    text = po.read_text(encoding="utf-8")
    head, blank, rest = text.partition("\n\n")
    rest = CARRIED_ON.sub("", rest)
    right = SAID.sub(lambda found: found[1] + spaced(found[2]) + found[3], rest)
    if head + blank + right != text:
        po.write_text(head + blank + right, encoding="utf-8")


def compiled(folder: Path) -> None:
    """Compile a language's catalogues into one file, read in one go when the table opens."""
    whole = Catalog(locale=folder.parent.name, creation_date=EPOCH, revision_date=EPOCH)
    for po in sorted(folder.glob("*.po")):
        with po.open("rb") as source:
            for message in read_po(source, locale=folder.parent.name, abort_invalid=True):
                if message.id:
                    whole[message.id] = message
    made = folder / f"{COMPILED}.new"
    with made.open("wb") as out:
        write_mo(out, whole)
    made.replace(folder / COMPILED)  # a table that opens meanwhile reads the former one


for po in sorted(LOCALE.glob("fr/LC_MESSAGES/*.po")):
    spaced_out(po)
for folder in sorted(LOCALE.glob("*/LC_MESSAGES")):
    compiled(folder)
