"""The code of a text file: told right, or said to be unreadable; never silently another."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.content.shelf import load_deck
from game.core.errors import TableError
from game.places import shelves
from game.tables.encoding import decoded

CODES = ("cp1252", "cp850", "mac_roman", "iso8859_15")
WORDS = {
    "fr": "école élémentaire crèche marché légumes côté fenêtre où déjà voilà à ça garçon français maçonnerie "
    "œuvre cœur sœur forêt bâtiment chaîne août connaît hôpital rôle dû goûter naïf maïs Noël ambiguë Éducation Été À "
    "Île Ça Âge Œuvre énergie dépôt préfecture réemploi être même gêne tâche âge pêche bientôt mûr piqûre où",
    "es": "año niño español escuela económica público más también está área último compañía señal jardín título línea "
    "código días mañana según así información árbol éxito ítem órgano útil pingüino ÁREA AÑO",
    "pt": "ação não avaliação então você português câmara município água até já será opções ções coração mãe pão órgão "
    "à às às vezes três silêncio crédito público línguas NÃO AÇÃO",
    "en": "café naïve façade résumé cliché fiancée déjà vu über-free plain words of the town hall",
}
FRAMES = (
    "{0};{1};12 500\n",
    "id;titre\na;« {0} » {1}\n",
    "{0} n° 3 : {1} (15 %)\n",
    "L’{0} – {1}…\n",
    "{0}\t{1}\t{2}\n",
)


def texts(count: int, seed: int) -> list[str]:
    """Short texts of a table, of two to four words with accents, in a language each."""
    dice = random.Random(seed)
    found = []
    for n in range(count):
        lang = ("fr", "fr", "es", "pt", "en")[n % 5]
        words = [dice.choice(WORDS[lang].split()) for _ in range(3)]
        shape = dice.choice([str, str, str.capitalize, str.upper])
        found.append(dice.choice(FRAMES).format(*map(shape, words)))
    return found


def read_back(text: str, code: str) -> str | None:
    """Give what a text written in a code is read as; None when it is said to be unreadable."""
    try:
        return decoded(text.encode(code), "x").text
    except TableError as error:
        return None if error.code == "table_accents" else error.code


def written(text: str, code: str) -> bool:
    try:
        text.encode(code)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("code", CODES)
def test_texts_in_any_code_are_right_or_said_to_be_unreadable(code: str) -> None:
    given = [text for text in texts(300, 7) if written(text, code)]
    assert len(given) > 150
    found = [(text, read_back(text, code)) for text in given]
    assert [(text, read) for text, read in found if read not in (text, None)] == []
    assert sum(read is None for _, read in found) <= len(found) * 0.06


@pytest.mark.parametrize("code", CODES)
def test_a_whole_sheet_is_always_told_right(code: str) -> None:
    deck = load_deck(shelves.decks() / "clap" / "deck.yaml")[1]
    rows = [f"{card.id};{card.label.fr};{card.title.fr};{card.question.fr}" for card in deck.issues]
    for start in range(0, len(rows), 8):
        text = "".join(f"{row}\r\n" for row in rows[start : start + 8]).encode(code, "ignore").decode(code)
        assert read_back(text, code) == text


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_proves_itself_and_nothing_is_guessed(code: str) -> None:
    for text in texts(40, 3):
        found = decoded(text.encode(code), "x")
        assert (found.text, found.guess) == (text, "")


@pytest.mark.parametrize(
    "data",
    [
        "Ã©cole;Ã©té\n".encode("cp1252"), b"\xef\xbb\xbfid\xe9\n", b"\xff\xfei\x00d\x00\x00\xd8x\x00",
        "Ελληνικά;κείμενα\n".encode("iso8859_7"), "Москва;город\n".encode("koi8-r"), bytes(range(128, 256)) * 3,
        "école;".encode("cp850") + "forêt;".encode("cp1252") + "À côté;élève".encode("mac_roman"),
    ],
)  # fmt: skip
def test_what_no_code_explains_is_said(data: bytes) -> None:
    with pytest.raises(TableError) as caught:
        decoded(data, "x")
    assert caught.value.code == "table_accents"


def test_the_letters_lie_where_the_program_finds_them() -> None:
    assert (Path(shelves.assets()) / "tables" / "letters.txt").is_file()
