"""A sentence in every language the deck promises."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in French and English, and in any further language an overlay brings.

    `others` holds (language code, text) pairs. An empty translation falls back on the French one, then on the English
    one, then on any: a card without its translation is better than a blank card.
    """

    fr: str = ""
    en: str = ""
    others: tuple[tuple[str, str], ...] = ()

    def say(self, lang: str) -> str:
        """Give the text in `lang` (an ISO 639-1 code)."""
        return self._own(lang) or self.fr or self.en or next((said for _, said in self.others if said), "")

    def has(self, lang: str) -> bool:
        """Tell whether the text was written in `lang`."""
        return bool(self._own(lang))

    def instead(self, lang: str) -> str:
        """Give the language in which the text is said instead of `lang`, empty where it is said in that one."""
        if self.has(lang):
            return ""
        said = (("fr", self.fr), ("en", self.en), *self.others)
        return next((other for other, text in said if text), "")

    @property
    def said(self) -> tuple[str, ...]:
        """Give what is said in any language, each wording once."""
        every = (self.fr, self.en, *(said for _, said in self.others))
        return tuple(dict.fromkeys(said for said in every if said))

    def _own(self, lang: str) -> str:
        if lang == "fr":
            return self.fr
        if lang == "en":
            return self.en
        return dict(self.others).get(lang, "")

    def __bool__(self) -> bool:
        return bool(self.fr or self.en or any(said for _, said in self.others))


def same(text: str) -> Text:
    """Give a text typed at the table: the same words in every language."""
    return Text(text, text)
