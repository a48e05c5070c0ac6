"""`clap measure`: a town's own open contract data; the quality of the file first, then the figures."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, argument, command, option
from game.cli.noting import tell
from game.cli.outlet import bare
from game.core.errors import MeasureError
from game.core.frozen import dataclass
from game.desk.clocks import today
from game.measure import sirets
from game.measure.contracts import UNKNOWN
from game.measure.cpv import Families
from game.measure.indicators import Counted, measured
from game.measure.national import Standing, peers, standings, survey
from game.measure.reading import Reading, Unread, contents, read
from game.measure.suppliers import Directory, directory
from game.measure.telling import Told, ratio, told, unread_in
from game.tables.table import Note
from game.wiring.chosen import scenario_file
from game.words.catalogue import Speaker
from game.words.numbers import euros, number, percent

SHOWN = 5
"""Buyers named when one must be chosen."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command is given."""

    file: Path
    buyer: str | None
    families: Path | None
    suppliers: Path | None
    department: str
    scenario: str
    national: bool
    as_json: bool


@command(
    "measure", "cli.measure",
    argument("file", PATH),
    option("--buyer", "cli.option.buyer", type=str),
    option("--families", "cli.option.families", type=PATH),
    option("--suppliers", "cli.option.suppliers", type=PATH),
    option("--department", "cli.option.department", type=str, default=""),
    option("--scenario", "measure.option.scenario", type=str, default="blagnac"),
    option("--national", "cli.option.national", is_flag=True),
    option("--json", "cli.option.json", "as_json", is_flag=True),
)  # fmt: skip
def measure(said: Speaker, **given: Any) -> int:
    """Read a file of any of the five shapes and tell what it measures; or the country's, and where the town stands."""
    asked = Asked(**given)
    file, buyer = asked.file, asked.buyer
    suppliers, department = asked.suppliers, asked.department
    more = {"--suppliers": suppliers, "--department": department, "--families": asked.families,
             "--json": asked.as_json}  # fmt: skip
    if asked.national:
        _unused({name: value for name, value in more.items() if value}, "--national")
        return _national(file, buyer, said)
    if suppliers is None:
        _unused({"--department": department} if department else {}, "--suppliers", needed=True)
    reading = read(contents(file), str(file), today())
    siren = buyer_of(reading, buyer, file, said)
    names, prefixes = _families(asked.families, asked.scenario, said.lang)
    known = _suppliers(suppliers, department, siren, reading, file, said)
    found = measured(reading, prefixes, [siren] if siren else [], known)
    notes = (*reading.notes, *prefixes.notes, *(known.notes if known is not None else ()))
    if asked.as_json:
        tell(notes, said, err=True)
        _tell_unread(reading.unread, said, err=True)
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    _tell_quality(reading, said)
    for title, figures in _tables(found, siren, names, said):
        click.echo(f"\n{title}")
        _tell(figures, said)
    if notes:
        click.echo()
        tell(notes, said)
    _tell_unread(reading.unread, said)
    return 0


def _unused(given: Mapping[str, object], with_: str, *, needed: bool = False) -> None:
    """Refuse options that would be ignored. Raises MeasureError option_unused or option_alone."""
    if given:
        raise MeasureError("option_alone" if needed else "option_unused", option=", ".join(given), other=with_)


def _national(file: Path, buyer: str | None, said: Speaker) -> int:
    if buyer is None:
        raise click.UsageError(said.say("measure.national.buyer"))
    siren = _siren(buyer)
    with click.progressbar(length=100, label=said.say("measure.national.reading"), file=bare(sys.stderr)) as bar:
        found = survey(file, today(), lambda part: bar.update(int(part * 100) - bar.pos))
    if siren not in found.towns:
        most = sorted(found.towns.values(), key=lambda town: (-town.n, town.siren))[:SHOWN]
        raise MeasureError("buyer_absent", siren=siren, path=str(file), known=", ".join(town.siren for town in most))
    around = peers(found, siren)
    facts = {"rows": number(found.rows, said.lang), "contracts": number(found.contracts, said.lang)}
    click.echo(said.say("measure.national.read", **facts))
    click.echo(said.say("measure.national.peers", n=len(around)))
    for one in standings(found, siren):
        _line(f"measure.{one.name}", _placed(one, said), said)
    _tell_unread(found.unread, said)
    return 0


def _placed(one: Standing, said: Speaker) -> str:
    """Word where a town stands: its share, the median of its peers, the part of them at or under it."""
    own = _worded(ratio(one.name, one.k, one.n, one.share, one.unread), said)
    if one.quartiles is None or one.below is None:
        return said.say("measure.national.alone", own=own)
    low, middle, high = (percent(100 * value, said.lang, 1) for value in one.quartiles)
    rank = percent(100 * one.below, said.lang, 0)
    return said.say("measure.national.placed", own=own, low=low, middle=middle, high=high, rank=rank, n=one.peers)


def buyer_of(reading: Reading, buyer: str | None, file: Path, said: Speaker) -> str:
    """Choose the buyer: the one named, or the only one."""
    if buyer is not None:
        siren = _siren(buyer)
        if not any(siren == one for one, _ in reading.buyers):
            raise MeasureError("buyer_absent", siren=siren, path=str(file), known=_listed(reading, said))
        return siren
    return reading.buyers[0][0] if len(reading.buyers) == 1 else ""


def _listed(reading: Reading, said: Speaker) -> str:
    return ", ".join(f"{siren} ({number(count, said.lang)})" for siren, count in reading.buyers[:SHOWN])


def _siren(typed: str) -> str:
    """Read the number of a buyer as people type it. Raises MeasureError buyer_unreadable."""
    found = sirets.siren(typed)
    if not found:
        raise MeasureError("buyer_unreadable", given=typed)
    return found


def _families(file: Path | None, scenario: str, lang: str) -> tuple[dict[str, str], Families]:
    from game.measure import cpv

    if file is not None:
        return {}, cpv.of_csv(contents(file), str(file))
    from game.content.shelf import load_scenario
    from game.places import shelves

    sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    names = {family.id: family.name.say(lang) for family in sources.deck.families}
    return names, cpv.of_scenario(sources.scenario)


def _suppliers(
    suppliers: Path | None, department: str, siren: str, reading: Reading, file: Path, said: Speaker
) -> Directory | None:
    """Read the town's list of suppliers. Raises MeasureError buyer_wanted where the town is not known."""
    if suppliers is None:
        return None
    if not siren:
        known = _listed(reading, said)
        raise MeasureError("buyer_wanted", path=str(file), count=number(len(reading.buyers), said.lang), known=known)
    found = directory(contents(suppliers), department, str(suppliers))
    mine = [one for one in reading.contracts if one.siren == siren]
    more = [Note("department_untold")] if not department else []
    more += [] if found.meets(mine) else [Note("suppliers_unmet")]
    return replace(found, notes=(*found.notes, *more))


def _tell_quality(reading: Reading, said: Speaker) -> None:
    click.echo(said.say("measure.quality"))
    for name, count in (reading.quality | reading.problems).items():
        example = reading.examples.get(name)
        behind = f", {said.say('measure.example', id=example)}" if example else ""
        click.echo(f"  {number(count, said.lang):>9}  {said.say(f'measure.quality.{name}')}{behind}")
    click.echo(said.say("measure.threshold"))


def _tell_unread(unread: Mapping[str, Unread], said: Speaker, *, err: bool = False) -> None:
    """Say at the end what the measure did not understand, each cause with one example."""
    if unread:
        click.echo(f"\n{said.say('measure.unread.title')}", err=err)
    for name, one in unread.items():
        example = said.say("measure.unread.example" if one.id else "measure.unread.said", said=one.said, id=one.id)
        behind = f", {example}" if one.said else ""
        click.echo(f"  {number(one.count, said.lang):>9}  {said.say(f'measure.unread.{name}')}{behind}", err=err)


def _tables(found: dict[str, Any], siren: str, names: dict[str, str], said: Speaker) -> list[tuple[str, Counted]]:
    table = found["acheteurs"][siren] if siren else found["ensemble"]
    tables = [(said.say("measure.total"), table["total"])]
    tables += [(_year(year, said), one) for year, one in table["par_annee"].items()]
    tables += [
        (said.say("measure.family", family=names.get(family, family)), one)
        for family, one in table["par_famille"].items()
    ]
    return tables


def _year(year: str, said: Speaker) -> str:
    return said.say("measure.year_unknown") if year == UNKNOWN else said.say("measure.year", year=year)


def _tell(figures: Counted, said: Speaker) -> None:
    _line("measure.n", number(figures["n"], said.lang), said)
    _line("measure.montant_total", _amount(figures, said), said)
    _line("measure.offres", _mean(figures, said), said)
    for one in told(figures, figures.unread):
        _line(f"measure.{one.name}", _worded(one, said), said)


def _amount(figures: Counted, said: Speaker) -> str:
    """Word the total; where some amounts are missing, of how many contracts it is."""
    if not figures["n_montant"]:
        return said.say("measure.unknown")
    total = euros(round(figures["montant_total"]), said.lang)
    if figures["n_montant"] == figures["n"]:
        return total
    return said.say("measure.some_amounts", total=total, k=figures["n_montant"], n=figures["n"])


def _mean(figures: Counted, said: Speaker) -> str:
    offers, unread = figures["offres"], unread_in(figures.unread, "offres")
    if unread:
        return said.say("measure.unread", unread=unread, k=offers["n_renseigne"], n=offers["n_concurrentiels"])
    mean = offers["moyenne"]
    return said.say("measure.unknown") if mean is None else number(mean, said.lang, 1)


def _line(key: str, value: str, said: Speaker) -> None:
    click.echo(said.say("measure.line", name=said.say(key), value=value))


def _worded(one: Told, said: Speaker) -> str:
    """Word an indicator in its state: a share, a share and the weight of one contract, counts, or nothing known."""
    if one.state == "unknown":
        return said.say("measure.unknown")
    facts = {"k": one.k, "n": one.n, "points": one.points}
    if one.unread:
        return said.say("measure.unread", unread=one.unread, **facts)
    if one.share is None:
        return said.say("measure.few", **facts)
    key = "measure.few_points" if one.state == "points" else "measure.share"
    return said.say(key, share=percent(100 * one.share, said.lang, 1), **facts)
