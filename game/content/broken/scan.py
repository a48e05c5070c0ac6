"""One reading of a value as a hand meant it: a text in braces goes up to the next key, whatever signs are in it."""

from __future__ import annotations

import re

from game.content.broken.blame import HARD, Fault, bad_escape, blame, quoted

DEEP = 12
"""Braces and brackets within one another."""
_DOUBLE, _SINGLE = re.compile(r'"(?:[^"\\]|\\.)*"'), re.compile(r"'(?:[^']|'')*'")
_KEY = re.compile(rf"([\"'“«]?)([\w-]{{1,24}})([\"'”»]?)([ {HARD}]*):(?=[\s\"'“«„\[{{]|$)")
_FIRST = re.compile(r"\W*([\w-]+)")
_NEXT = re.compile(rf"\s*,\s*([\"'“«]?)([a-z_]{{2,20}})([\"'”»]?)[ {HARD}]*:(?=[\s\"'“«„\[{{]|$)")
_LANGUAGE = re.compile(r"(?!id$)[a-z]{2}(-\w+)?")
_TONGUE = re.compile(r"(?:fr|en)(?=:\s)")
_COMMENT = re.compile(r"\s+#(?=\s|$).*$|\s*$")


class Scan:
    """A value from a column of a line on; `faults` are met on the way."""

    def __init__(self, line: str, start: int) -> None:
        self.line, self.at, self._start = line, start, start
        self.faults: list[Fault] = []
        self._gap = ""
        self._deep = 0
        self._languages = False

    def whole(self) -> str:
        """Give the value as it should be written, with what follows it on the line."""
        value = self._value("")
        if self.at and not _COMMENT.match(self.line, self.at):
            return self._again(value)
        return value + self.line[self.at :]

    def _again(self, value: str) -> str:
        """Read as one text what only began as a list or as keys, or drop what closes once too often."""
        rest = self.line[self.at :].strip()
        if rest and not rest.strip("]} "):
            self._fault("bracket_extra", self.at + self.line[self.at :].index(rest), sign=rest[0])
            return value
        self.faults.clear()
        self.at = self._start
        return self._text("") + self.line[self.at :]

    def _fault(self, code: str, column: int, **facts: str | int) -> None:
        self.faults.append((code, column, tuple(facts.items())))

    def _value(self, stop: str) -> str:
        blank = self._blank()
        sign = self.line[self.at : self.at + 1]
        if sign not in ("{", "[") or self._deep >= DEEP:
            return blank + (self._text(stop) if sign else "")
        self._deep += 1
        value = self._braces() if sign == "{" else self._brackets()
        self._deep -= 1
        return blank + value

    def _blank(self) -> str:
        start = self.at
        while self.at < len(self.line) and self.line[self.at].isspace():
            if self.line[self.at] != " ":
                self._fault("no_break_space", self.at)
            self.at += 1
        return " " * (self.at - start)

    def _braces(self) -> str:
        opened, out, due = self.at, "{", False
        self.at += 1
        outer, self._languages = self._languages, self._of_languages()
        while (sign := self._sign("}", opened)) not in ("}", ""):
            out += self._gap
            if sign == ",":
                out, due = out + ",", False
                self.at += 1
                continue
            if due:
                self._fault("comma_missing", self.at)
                out = out.rstrip() + ", "
            out, due = out + self._entry(), True
        self._languages = outer
        return self._closed(out, "}")

    def _of_languages(self) -> bool:
        """Tell whether the keys that begin here are languages, by the first."""
        found = _FIRST.match(self.line, self.at)
        return found is not None and _LANGUAGE.fullmatch(found[1]) is not None

    def _sign(self, close: str, opened: int) -> str:
        """Give the sign that comes next, after blanks; nothing at the end of the line, which is a fault."""
        self._gap = self._blank()
        sign = self.line[self.at : self.at + 1]
        if not sign:
            self._fault("bracket_open", opened, sign=close)
        return sign

    def _closed(self, out: str, close: str) -> str:
        gap = self._gap if self.at < len(self.line) else ""
        self.at = min(self.at + 1, len(self.line))
        return out.rstrip(", ") + close if not gap and out.endswith((", ", ",")) else out + gap + close

    def _entry(self) -> str:
        """Read a key and its value in braces."""
        key = _KEY.match(self.line, self.at)
        if key is None:
            end = min((i for i in map(self.line.find, ",}", (self.at, self.at)) if i >= 0), default=len(self.line))
            raw, self.at = self.line[self.at : end], end
            return raw
        name = self._key(key)
        self.at = key.end()
        value = self._value("}")
        return f"{name}: {value.lstrip()}" if value else f"{name}:"

    def _key(self, key: re.Match[str]) -> str:
        """Give a key of braces as it should be."""
        if key[4].strip(" "):
            self._fault("no_break_space", key.start(4))
        if key[1] and key[1] in "“«":
            self._fault("smart_quotes", key.start(1))
            return key[2]
        return f"{key[1]}{key[2]}{key[3]}"

    def _brackets(self) -> str:
        opened, out = self.at, "["
        self.at += 1
        while (sign := self._sign("]", opened)) not in ("]", ""):
            out += self._gap
            if sign in ",}":
                out += "," if sign == "," else ""
                self.at += 1
                continue
            before = self.at
            out += self._value("]")
            self.at += self.at == before
        return self._closed(out, "]")

    def _text(self, stop: str) -> str:
        """Read a text: as it is when it is sound, else between quotes up to where it was meant to end."""
        sound = (_DOUBLE if self.line[self.at] == '"' else _SINGLE).match(self.line, self.at)
        if sound is not None and self._ends(sound.end(), stop) and not _escaped(sound[0]):
            self.at = sound.end()
            return sound[0]
        start, end = self.at, self._limit(stop)
        raw = self.line[start:end].rstrip()
        self.at = start + len(raw)
        found = blame(raw, stop) if raw else None
        if found is None:
            return raw
        code, column, facts = found
        self.faults.append((code, start + column, facts))
        return quoted(raw, code)

    def _ends(self, at: int, stop: str) -> bool:
        """Tell whether a quoted text is followed by what may follow one."""
        rest = self.line[at:].lstrip()
        if not rest or not stop:
            return not rest or _COMMENT.match(self.line, at) is not None
        if rest[0] in "}]":
            return True
        if stop == "]":
            return rest[0] == ","
        return re.match(r",\s*(\}|$)", rest) is not None or self._key_at(at) or _KEY.match(rest) is not None

    def _key_at(self, at: int) -> bool:
        """Tell whether a comma is followed by a key; among languages, by one that may be a language."""
        found = _NEXT.match(self.line, at)
        return found is not None and (not self._languages or len(found[2]) <= 3)

    def _limit(self, stop: str) -> int:
        """Tell where a text was meant to end."""
        if not stop:
            found = re.search(r"\s+#(?=\s)", self.line[self.at + 1 :])
            return self.at + 1 + found.start() if found else len(self.line)
        return next((i for i in range(self.at, len(self.line)) if self._stops(i, stop)), len(self.line))

    def _stops(self, at: int, stop: str) -> bool:
        sign = self.line[at]
        if sign in "}]":
            return stop in (sign, "]")
        if sign == " ":
            return stop == "}" and (_TONGUE if self._languages else _KEY).match(self.line, at + 1) is not None
        return sign == "," and (stop == "]" or self._key_at(at))


def _escaped(quoted: str) -> bool:
    """Tell a text between double quotes in which a backslash means nothing."""
    return quoted[0] == '"' and bad_escape(quoted) is not None
