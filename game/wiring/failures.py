"""What went wrong, told in one sentence. What nobody foresaw is a fault of ours.

Its traceback goes to a file beside the sessions, never to the reader.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.content.problems import Problem
from game.core.errors import ExportError, Fact, GameError, Refused, SetupError
from game.view.answer.shelf import Trouble
from game.words.catalogue import Speaker
from game.words.refusals import failure, refusal

KEPT = 200_000
"""Characters of former faults kept in the file of faults."""
SHOWN = 20
"""Problems of a deck or a scenario told when it was to be played; `clap deck check` tells them all."""


def told(error: GameError, spoken: Speaker) -> str:
    """Word any error for people; a deck's problems are one line each."""
    from game.content.problems import ContentError, errors, sentence

    if isinstance(error, ContentError):
        stopping = errors(error.problems) or error.problems
        return "\n".join(sentence(problem, spoken.say) for problem in stopping[:SHOWN])
    if isinstance(error, Refused):
        return refusal(error, spoken, lambda _, one: one)
    return failure(error, spoken)


def on_the_wall(error: GameError) -> GameError:
    """Give the same error for a shared screen: files and folders by their names, never by a path of this machine."""
    from game.content.problems import ContentError

    if isinstance(error, ContentError):
        return ContentError(tuple(map(_nameless, error.problems)))
    facts = {fact: _bare(value) for fact, value in error.facts.items()}
    return error if facts == error.facts else type(error)(error.code, **facts)


def _nameless(problem: Problem) -> Problem:
    facts = tuple((fact, _name(value) if isinstance(value, str) else value) for fact, value in problem.facts)
    return replace(problem, file=_name(problem.file), facts=facts)


def _bare(value: Fact) -> Fact:
    if isinstance(value, tuple):
        return tuple(map(_name, value))
    return _name(value) if isinstance(value, str) else value


def _name(value: str) -> str:
    """Give a file's name for its path; any other text as it is."""
    path = Path(value)
    return path.name or value if path.is_absolute() else value


def missing(error: ImportError) -> GameError:
    """Turn a library that is not there into something one can mend."""
    name = "pygame-ce" if error.name in (None, "pygame") else error.name.partition(".")[0]
    code = "no_pygame_ce" if str(error) == "pygame-ce" else "library_missing"
    return SetupError(code, name=name)


def unexpected(error: Exception, code: str, beside: Path | None = None) -> GameError:
    """Give what to say of an error nobody foresaw: a library that is missing, else a fault of ours.

    A fault is `code`, with its traceback in a file: in the folder `beside`, among the sessions or wherever one can
    write; where one can write nowhere, it is `code`_untold.
    """
    if isinstance(error, GameError):
        return _caused(error)
    if isinstance(error, ImportError) and not (error.name or "").startswith("game"):
        return missing(error)
    file = _traced(error, beside)
    return SetupError(f"{code}_untold") if file is None else SetupError(code, trace=str(file))


def _caused(error: GameError) -> GameError:
    """Note the fault of ours that is behind an export that left files out, if it is one."""
    cause = error.__cause__
    if error.code != "export_part" or not isinstance(cause, Exception) or isinstance(cause, GameError):
        return error
    file = _traced(cause)
    return error if file is None else ExportError("export_part_traced", **error.facts, trace=str(file))


def _traced(error: Exception, beside: Path | None = None) -> Path | None:
    import tempfile
    import traceback

    from game.places import folders, landing

    text = "".join(traceback.format_exception(error))
    for place in (beside, folders.sessions, lambda: Path(tempfile.gettempdir())):
        with suppress(GameError, OSError):
            folder = place() if callable(place) else place
            if folder is None:
                continue
            path = folder / "clap-erreur.txt"
            landing.put(path, (text + _former(path)).encode("utf-8", "replace"), private=True)
            return path
    return None


def _former(path: Path) -> str:
    """Give the faults noted before, the latest first, and no more than one reads; never through a link or a pipe."""
    with suppress(OSError):
        if path.is_file() and not path.is_symlink():
            return "\n" + path.read_text(encoding="utf-8", errors="replace")[:KEPT]
    return ""


def troubled(error: GameError) -> Trouble:
    """Give what went wrong as home shows it, in whatever language it is in."""
    return Trouble(f"error.{error.code}", tuple(on_the_wall(error).facts.items()))
