"""Problems told in four ways: with the lines and carets, a sentence a line, for an editor, for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from game.content.problems import WARNINGS, Problem, Say, bare, block, words
from game.content.source import decode
from game.content.unseen import shown

ERROR, WARNING = "error", "warning"


def plain(problems: tuple[Problem, ...], say: Say, sources: Mapping[str, bytes]) -> Iterator[str]:
    """Give each problem with its line, a caret under the place, and the other places it speaks of."""
    texts = {file: _text(data) for file, data in sources.items()}
    for problem in problems:
        yield block(problem, say, texts.get(problem.file, ""), texts)


def _text(data: bytes) -> str:
    try:
        return decode(data, "")[0]
    except Exception:  # a text that is refused whole has no line to show
        return ""


def simple(problems: tuple[Problem, ...], say: Say) -> Iterator[str]:
    """Give one sentence a line, the place in words: for who listens rather than looks."""
    for problem in problems:
        for one, kind in ((problem, severity(problem)), *((other, "") for other in problem.related)):
            said = bare(one, say)
            key = f"check.simple.{kind or 'also'}" if one.line else "check.simple.whole"
            yield say(key, file=shown(one.file), line=one.line, column=one.column, sentence=said)


def gcc(problems: tuple[Problem, ...], say: Say) -> Iterator[str]:
    """Give lines that editors know how to read: `file:line:column: error: sentence [code]`."""
    for problem in problems:
        for one, kind in ((problem, severity(problem)), *((other, "note") for other in problem.related)):
            said = bare(one, say).replace("\n", " ")
            yield f"{shown(one.file)}:{max(one.line, 1)}:{max(one.column, 1)}: {kind}: {said} [{one.code}]"


def severity(problem: Problem) -> str:
    """Tell an error from a warning."""
    return WARNING if problem.code in WARNINGS else ERROR


def machine(file: str, problems: tuple[Problem, ...], say: Say) -> str:
    """Give all of it as JSON. `line` 0 means the whole file; the codes do not change from one version to the next."""
    kinds = [severity(problem) for problem in problems]
    made = {"format": 1, "file": shown(file), "errors": kinds.count(ERROR), "warnings": kinds.count(WARNING),
            "problems": [_facts(problem, say) for problem in problems]}  # fmt: skip
    return json.dumps(made, ensure_ascii=False, indent=1)


def _facts(problem: Problem, say: Say) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": severity(problem),
        "file": shown(problem.file),
        "line": problem.line,
        "column": problem.column,
        "message": bare(problem, say),
        "facts": {key: shown(fact) if isinstance(fact, str) else fact for key, fact in problem.facts},
        "related": [
            {
                "code": one.code,
                "file": shown(one.file),
                "line": one.line,
                "column": one.column,
                "message": words(one, say),
            }
            for one in problem.related
        ],
    }
