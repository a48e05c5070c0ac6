"""`clap report`: the yearly report to the council, from the year's sessions and, if given, its open contract data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, argument, command, option
from game.core.errors import MeasureError, SetupError
from game.core.frozen import dataclass
from game.core.tryouts import counted
from game.core.yearly import Considered, DataFile, Read, YearReport, yearly
from game.wiring.reviewing import checked
from game.words.catalogue import Speaker

NAMES = ("env", "soc")
"""The considerations a council is told of: environmental, social."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command is given."""

    sessions: tuple[Path, ...]
    to: Path | None
    until: str
    decp: tuple[Path, ...]
    buyer: str | None
    template: Path | None


@command(
    "report", "cli.report",
    argument("sessions", PATH, nargs=-1),
    option("--to", "cli.option.reports", type=PATH),
    option("--until", "cli.option.until", type=str, default=""),
    option("--decp", "cli.option.decp", type=PATH, multiple=True),
    option("--buyer", "cli.option.buyer", type=str),
    option("--template", "cli.option.template", type=PATH),
)  # fmt: skip
def report(said: Speaker, **given: Any) -> int:
    """Write the report as papers, as data and as a table; say what became of the objectives."""
    from game.cli import papers
    from game.export.yearly import export
    from game.places import folders

    asked = Asked(**given)
    if not asked.sessions:
        raise SetupError("no_session_given")
    papers.examine(asked.template, said)
    found = gathered(asked.sessions, checked(asked.until), asked.decp, asked.buyer)
    folder = folders.writable(asked.to if asked.to is not None else Path())
    for file in export(found, said.lang, folder, asked.template):
        click.echo(said.say("cli.wrote", path=str(file)))
    click.echo(said.say("cli.report_done", **dict(found.outcomes)))
    return 0


def gathered(
    sessions: tuple[Path, ...], until: str = "", decp: tuple[Path, ...] = (), buyer: str | None = None
) -> YearReport:
    """Read the sessions and the contract data. Raises JournalError, MeasureError, SetupError buyer_needed."""
    reads = {one.sha256: one for one in map(_read, sessions)}  # the same session named twice counts once
    found = yearly(list(reads.values()), until)
    if not decp:
        return found
    siren, contracts = "", dict[str, tuple[Considered, ...]]()
    for file in decp:
        siren, years = _counted(file, buyer)
        for year, one in years.items():
            contracts[year] = max(contracts.get(year, one), one, key=_fullest)
    files = tuple(DataFile(file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in decp)
    told = tuple(one for year in sorted(contracts) for one in contracts[year])
    return replace(found, buyer=siren, files=files, contracts=told)


def _fullest(found: tuple[Considered, ...]) -> tuple[tuple[int, int, int], ...]:
    """Give what one of two files is preferred by, whatever their order: more contracts, then more of them known."""
    return tuple((one.contracts, one.known, one.k) for one in found)


def _read(path: Path) -> Read:
    from game.desk.opening import open_session
    from game.desk.tracing import traces

    desk = open_session(path, read_only=True)
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return Read(path.name, digest, counted(desk.session), traces(desk.log()))
    finally:
        desk.close()


def _counted(file: Path, buyer: str | None) -> tuple[str, dict[str, tuple[Considered, ...]]]:
    """Count one file's contracts of a buyer by year, with and without each consideration."""
    from game.desk.clocks import today
    from game.measure import sirets
    from game.measure.cpv import Families
    from game.measure.indicators import measured
    from game.measure.reading import contents, read

    reading = read(contents(file), str(file), today())
    known = [siren for siren, _ in reading.buyers]
    siren = sirets.siren(buyer) if buyer else (known[0] if len(known) == 1 else "")
    if not siren and buyer:
        raise MeasureError("buyer_unreadable", given=buyer)
    if not siren:
        raise SetupError("buyer_needed", path=str(file), known=", ".join(known[:5]))
    if siren not in known:
        raise MeasureError("buyer_absent", siren=siren, path=str(file), known=", ".join(known[:5]))
    years = measured(reading, Families({}), [siren])["acheteurs"][siren]["par_annee"]
    return siren, {
        year: tuple(_considered(year, name, figures, figures.unread) for name in NAMES)
        for year, figures in years.items()
    }


def _considered(year: str, name: str, figures: Mapping[str, Any], unread: Mapping[str, int]) -> Considered:
    from game.measure.telling import considered, ratio, unread_in

    told = ratio(name, *considered(figures[name]), unread_in(unread, name))
    return Considered(year, name, told.state, told.k, told.n, figures["n"], told.share, told.points, told.unread)
