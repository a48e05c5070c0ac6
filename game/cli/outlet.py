"""What commands say, as any terminal, file or pipe can take it: the one place where words leave the program.

Signs that a terminal would obey, or that turn a line around, are shown by their number; letters an old encoding lacks
are shown by the nearest it has. A reader that leaves (`clap … | head`) does not stop the work.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TextIO

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Controls (not the end of a line, nor a tab), turns of direction, line ends that are none here, tags, half pairs."""
_PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xAB: '"', 0xBB: '"', 0x2026: "...", 0x20AC: "EUR",
          0x153: "oe", 0x152: "OE", 0xE6: "ae", 0xD7: "x", 0x2212: "-", 0x2013: "-", 0x2014: "-", 0x2010: "-",
          0x2011: "-", 0x2192: "->", 0x2190: "<-", 0xB7: "-", 0x2022: "-", 0x202F: " ", 0xA0: " ", 0xB0: "o",
          0x2265: ">=", 0x2264: "<="}  # fmt: skip
NEAREST = "clap.nearest"


def seen(text: str) -> str:
    """Give a text in which what a terminal would obey is shown by its number (\\u001b), as JSON writes it."""
    return _OBEYED.sub(lambda sign: _number(sign[0]), text)


def _number(sign: str) -> str:
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:  # a byte of a name in another encoding
        return "\ufffd"
    pair = sign.encode("utf-16-be")
    return "".join(f"\\u{pair[at]:02x}{pair[at + 1]:02x}" for at in range(0, len(pair), 2))


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Give the nearest signs that an encoding has, for those it lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(_near(sign, error.encoding) for sign in signs), error.end


def _near(sign: str, encoding: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one))
    for told in (_PLAIN.get(ord(sign)), bare):
        if told:
            with suppress(UnicodeEncodeError):
                told.encode(encoding)
                return told
    return "?"


codecs.register_error(NEAREST, _nearest)


class Outlet(io.TextIOBase):
    """A stream to be written to by whoever says anything; `under` is the real one, None where there is none."""

    def __init__(self, under: TextIO | None) -> None:
        self.under = under
        self.failed: OSError | None = None
        """Why the last words could not be written, but for a reader that left."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Give the encoding whoever writes may count on: any sign is taken."""
        return "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]
        """Give what becomes of a sign that cannot be written: none comes."""
        return "strict"

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Tell whether a person reads it as it is written."""
        return self.under is not None and self.under.isatty()

    def fileno(self) -> int:
        """Give the number of the real stream. Raises OSError where there is none."""
        if self.under is None:
            raise OSError
        return self.under.fileno()

    def write(self, text: str) -> int:
        """Write a text as it can be shown; words nobody reads any more are lost without a fuss."""
        if self.under is not None:
            self._tried(partial(self.under.write, self._fit(seen(text))))
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        if self.under is not None:
            self._tried(self.under.flush)

    def _fit(self, text: str) -> str:
        encoding = getattr(self.under, "encoding", None) or "utf-8"
        return text.encode(encoding, NEAREST).decode(encoding)

    def _tried(self, work: Callable[[], object]) -> None:
        try:
            work()
        except OSError as error:
            self.failed = None if isinstance(error, BrokenPipeError) else error
            self._silenced()
        except ValueError:  # closed under us
            self.under = None

    def _silenced(self) -> None:
        """Let what is still to be said go nowhere, the last flush of the interpreter too."""
        under, self.under = self.under, None
        if under is None:
            return
        with suppress(OSError, ValueError):
            number = under.fileno()
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)


def bare(stream: TextIO) -> TextIO:
    """Give the real stream behind one, for what draws on a terminal with signs of its own; nowhere if there is none."""
    if not isinstance(stream, Outlet):
        return stream
    return stream.under if stream.under is not None else io.StringIO()


@contextmanager
def outlets() -> Iterator[tuple[Outlet, Outlet]]:
    """Have all that is said go through outlets for a time: they are sys.stdout and sys.stderr then."""
    before = sys.stdout, sys.stderr
    made = Outlet(sys.stdout), Outlet(sys.stderr)
    sys.stdout, sys.stderr = made
    try:
        yield made
    finally:
        for one in made:
            one.flush()
        sys.stdout, sys.stderr = before
