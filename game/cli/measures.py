"""`clap measure`: a town's own open contract data; the quality of the file first, then the figures."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from game.cli.chosen import scenario_file
from game.cli.noting import tell
from game.cli.settings import language
from game.core.errors import MeasureError
from game.measure.cpv import Families
from game.measure.indicators import Directory, measured
from game.measure.national import Standing, peers, standings, survey
from game.measure.reading import Reading, contents, read
from game.measure.telling import Told, ratio, told
from game.words.catalogue import Speaker, speaker
from game.words.numbers import euros, number, percent

SHOWN = 5
"""Buyers named when one must be chosen."""


def command(said: Speaker, lang: click.Parameter) -> click.Command:
    """Give the command, its help in a language."""
    path = click.Path(path_type=Path)
    params = [
        click.Argument(["file"], type=path),
        click.Option(["--buyer"], type=str, help=said.say("cli.option.buyer")),
        click.Option(["--families"], type=path, help=said.say("cli.option.families")),
        click.Option(["--suppliers"], type=path, help=said.say("cli.option.suppliers")),
        click.Option(["--department"], type=str, default="", help=said.say("cli.option.department")),
        click.Option(["--scenario"], type=str, default="blagnac", help=said.say("measure.option.scenario")),
        click.Option(["--national"], is_flag=True, help=said.say("cli.option.national")),
        click.Option(["--json", "as_json"], is_flag=True, help=said.say("cli.option.json")),
        lang,
    ]
    return click.Command("measure", callback=measure, params=params, help=said.say("cli.measure"))


def measure(
    file: Path,
    buyer: str | None,
    families: Path | None,
    suppliers: Path | None,
    department: str,
    scenario: str,
    lang: str | None,
    *,
    national: bool,
    as_json: bool,
) -> int:
    """Read a file of any of the five shapes and tell what it measures; or the country's, and where the town stands."""
    said = speaker(language(lang))
    if national:
        return _national(file, buyer, said)
    reading = read(contents(file), str(file))
    siren = _buyer(reading, buyer, file, said)
    names, prefixes = _families(families, scenario, said.lang)
    known = _suppliers(suppliers, department, siren)
    found = measured(reading, prefixes, [siren] if siren else [], known)
    notes = (*reading.notes, *prefixes.notes, *(known.notes if known is not None else ()))
    if as_json:
        tell(notes, said, err=True)
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    _tell_quality(reading, said)
    for title, figures in _tables(found, siren, names, said):
        click.echo(f"\n{title}")
        _tell(figures, said)
    if notes:
        click.echo()
        tell(notes, said)
    return 0


def _national(file: Path, buyer: str | None, said: Speaker) -> int:
    siren = "".join((buyer or "").split())[:9]
    if not siren:
        raise click.UsageError(said.say("measure.national.buyer"))
    with click.progressbar(length=100, label=said.say("measure.national.reading"), file=sys.stderr) as bar:
        found = survey(file, lambda part: bar.update(int(part * 100) - bar.pos))
    if siren not in found.towns:
        most = sorted(found.towns.values(), key=lambda town: -town.n)[:SHOWN]
        raise MeasureError("buyer_absent", siren=siren, path=str(file), known=", ".join(town.siren for town in most))
    around = peers(found, siren)
    facts = {"rows": number(found.rows, said.lang), "contracts": number(found.contracts, said.lang)}
    click.echo(said.say("measure.national.read", **facts))
    click.echo(said.say("measure.national.peers", n=len(around)))
    for one in standings(found, siren):
        _line(f"measure.{one.name}", _placed(one, said), said)
    return 0


def _placed(one: Standing, said: Speaker) -> str:
    """Word where a town stands: its share, the median of its peers, the part of them at or under it."""
    own = _worded(ratio(one.name, one.k, one.n, one.share), said)
    if one.quartiles is None or one.below is None:
        return said.say("measure.national.alone", own=own)
    low, middle, high = (percent(100 * value, said.lang, 1) for value in one.quartiles)
    rank = percent(100 * one.below, said.lang, 0)
    return said.say("measure.national.placed", own=own, low=low, middle=middle, high=high, rank=rank, n=one.peers)


def _buyer(reading: Reading, buyer: str | None, file: Path, said: Speaker) -> str:
    """Choose the buyer: the one named, or the only one."""
    known = ", ".join(f"{siren} ({number(count, said.lang)})" for siren, count in reading.buyers[:SHOWN])
    if buyer is not None:
        siren = "".join(buyer.split())[:9]
        if not any(siren == one for one, _ in reading.buyers):
            raise MeasureError("buyer_absent", siren=siren, path=str(file), known=known)
        return siren
    return reading.buyers[0][0] if len(reading.buyers) == 1 else ""


def _families(file: Path | None, scenario: str, lang: str) -> tuple[dict[str, str], Families]:
    from game.measure import cpv

    if file is not None:
        return {}, cpv.of_csv(contents(file), str(file))
    from game.content.shelf import load_scenario
    from game.places import shelves

    sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    names = {family.id: family.name.say(lang) for family in sources.deck.families}
    return names, cpv.of_scenario(sources.scenario)


def _suppliers(file: Path | None, department: str, siren: str) -> Directory | None:
    from game.measure.indicators import directory

    return directory(contents(file), department, str(file)) if file is not None and siren else None


def _tell_quality(reading: Reading, said: Speaker) -> None:
    click.echo(said.say("measure.quality"))
    for name, count in reading.quality.items():
        example = reading.examples.get(name)
        behind = f", {said.say('measure.example', id=example)}" if example else ""
        click.echo(f"  {number(count, said.lang):>9}  {said.say(f'measure.quality.{name}')}{behind}")
    click.echo(said.say("measure.threshold"))


def _tables(
    found: dict[str, Any], siren: str, names: dict[str, str], said: Speaker
) -> list[tuple[str, dict[str, Any]]]:
    table = found["acheteurs"][siren] if siren else found["ensemble"]
    tables = [(said.say("measure.total"), table["total"])]
    tables += [(said.say("measure.year", year=year), one) for year, one in table["par_annee"].items()]
    tables += [
        (said.say("measure.family", family=names.get(family, family)), one)
        for family, one in table["par_famille"].items()
    ]
    return tables


def _tell(figures: dict[str, Any], said: Speaker) -> None:
    _line("measure.n", number(figures["n"], said.lang), said)
    _line("measure.montant_total", euros(round(figures["montant_total"]), said.lang), said)
    mean = figures["offres"]["moyenne"]
    _line("measure.offres", said.say("measure.unknown") if mean is None else number(mean, said.lang, 1), said)
    for one in told(figures):
        _line(f"measure.{one.name}", _worded(one, said), said)


def _line(key: str, value: str, said: Speaker) -> None:
    click.echo(said.say("measure.line", name=said.say(key), value=value))


def _worded(one: Told, said: Speaker) -> str:
    """Word an indicator in its state: a share, a share and the weight of one contract, counts, or nothing known."""
    if one.state == "unknown":
        return said.say("measure.unknown")
    facts = {"k": one.k, "n": one.n, "points": one.points}
    if one.share is None:
        return said.say("measure.few", **facts)
    key = "measure.few_points" if one.state == "points" else "measure.share"
    return said.say(key, share=percent(100 * one.share, said.lang, 1), **facts)
