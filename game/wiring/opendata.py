"""The table's open contract data: the files there are, and what one measures of a family."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from game.core.errors import SetupError
from game.core.scenario import Scenario
from game.desk.clocks import today
from game.measure.cpv import of_scenario
from game.measure.indicators import Counted, measured
from game.measure.reading import Reading, contents, read
from game.measure.telling import Told, told
from game.places import folders
from game.places.looks import is_file
from game.view.answer.survey import Figure, Survey

ENDINGS = (".json", ".csv", ".xml")
MOST, BUYERS = 30, 8
"""Files and buyers that are listed."""


def files() -> Survey:
    """List the files of the sessions folder that may be contract data."""
    folder = folders.sessions()
    try:
        found = sorted(one.name for one in folder.iterdir() if one.suffix.lower() in ENDINGS and is_file(one))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SetupError("folder_unreadable", path=str(folder), reason=reason) from error
    return Survey(files=tuple(found[:MOST]))


def survey(path: str, family: str, siren: str, scenario: Scenario) -> Survey:
    """Measure a family in a file, for one buyer; with several buyers and none named, list them. Raises MeasureError."""
    file = _named(path)
    data = contents(file)
    reading = read(data, file.name, today())
    digest = sha256(data).hexdigest()
    if not siren and len(reading.buyers) > 1:
        return Survey(path=path, file=file.name, sha256=digest, buyers=tuple(reading.buyers[:BUYERS]))
    table = _family(reading, family, siren, scenario)
    figures = tuple(_figure(one) for one in told(table, table.unread)) if table is not None else ()
    return Survey((), path, file.name, digest, (), table["n"] if table is not None else 0, figures)


def _named(path: str) -> Path:
    """Give the file people typed: from their home folder, from the root, or else from the sessions folder."""
    file = Path(path)
    with suppress(RuntimeError):  # "~someone" whom this machine does not know: a name like another
        file = file.expanduser()
    return file if file.is_absolute() else folders.sessions() / file


def _family(reading: Reading, family: str, siren: str, scenario: Scenario) -> Counted | None:
    found = measured(reading, of_scenario(scenario), [siren] if siren else [])
    table = found["acheteurs"][siren] if siren else found["ensemble"]
    figures: Counted | None = table["par_famille"].get(family)
    return figures


def _figure(one: Told) -> Figure:
    return Figure(one.name, one.state, one.k, one.n, one.share or 0.0, one.points, one.unread)
