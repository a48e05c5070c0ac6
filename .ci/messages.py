"""Gives the French catalogues their no-break spaces, and compiles every catalogue of assets/locale.

The same sentences give the same bytes, on any day and machine.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

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


for po in sorted(LOCALE.glob("fr/LC_MESSAGES/*.po")):
    spaced_out(po)
for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parts[-3], abort_invalid=True)
    catalogue.creation_date = catalogue.revision_date = EPOCH  # Babel would write today's
    with po.with_suffix(".mo").open("wb") as out:
        write_mo(out, catalogue)
