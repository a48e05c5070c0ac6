"""Every figure of the minutes, held against what another reader counts in the session file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.core.report import report
from game.desk.opening import new_session, open_session
from game.export.to_docx import content
from tests.desk.bench import blagnac
from tests.desk.recount import Recount, day, month
from tests.desk.test_adopted import play_on
from tests.export.reading import docx, typed, words


def plain(text: str) -> str:
    return typed(text).replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-")


def euros(value: float) -> str:
    return f"{round(value):,} €".replace(",", " ")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Recount, list[str]]:
    """Give a recount of the afternoon's file, and the words of its minutes."""
    path: Path = tmp_path_factory.mktemp("recount") / "CLAP.clap"
    desk = new_session(path, blagnac(), "90", title="Conseil", date="2026-12-02")
    play_on(desk)
    desk.close()
    opened = open_session(path, read_only=True)
    said = [plain(one) for one in words(docx(content(report(opened.session), "fr")))]
    opened.close()
    return Recount(path), said


def figure(text: str) -> str:
    """Give the number a value opens with, without its sign."""
    return re.sub(r"^\D*", "", text).split("-")[0].split(" ")[0].replace(".", ",")


def line(said: list[str], begins: str) -> str:
    return next(one for one in said if one.startswith(begins))


def cells(said: list[str], first: str, count: int) -> list[str]:
    """Give a row of a table by its first cell."""
    at = next(at for at, one in enumerate(said) if one == first)
    return said[at : at + count]


def test_the_decisions(both: tuple[Recount, list[str]]) -> None:
    found, said = both
    assert f"Le {day(found.held)}, le conseil adopte {len(found.adopted)} objectifs :" in said
    for sheet in found.adopted:
        told = line(said, f"{sheet['code']} –")
        assert month(sheet["deadline"]) in told
        assert figure(sheet["target"]) in told


def test_the_axes(both: tuple[Recount, list[str]]) -> None:
    found, said = both
    told = line(said, "Axes de la délibération servis")
    served, _, left = told.partition("Sans objectif")
    for axis in found.deck["axes"]:
        n = found.axes[axis["id"]]
        name = plain(axis["name"]["fr"])
        assert (f"{name} ({n} objectif" in served) if n else (name in left), name


def test_euros_and_weeks(both: tuple[Recount, list[str]]) -> None:
    found, said = both
    told = line(said, "Coût et délai")
    total = round(sum(cost for cost, _ in found.burden.values()) / 100) * 100
    assert f"environ {'-' if total < 0 else '+' if total else ''}{euros(abs(total))}" in told
    late = {key: weeks for key, (_, weeks) in found.burden.items() if weeks > 0}
    assert f"jusqu'à +{max(late.values()):g} semaines avant l'attribution de {len(late)} achat" in told
    assert all(plain(found.purchases[key]["title"]["fr"]) in told for key in late)


def test_the_vote(both: tuple[Recount, list[str]]) -> None:
    found, said = both
    ranked = [issue for issue, _ in found.tokens.most_common()]
    assert any(f"{found.tokens.total()} jetons posés" in one for one in said)
    for rank, sheet in enumerate(found.adopted, 1):
        tokens = found.tokens[sheet["issue"]]
        assert cells(said, sheet["code"], 5)[4] == f"{tokens} jetons, rang {rank} sur {len(ranked)}"
        assert tokens == sorted(found.tokens.values(), reverse=True)[rank - 1]


def test_the_purchases(both: tuple[Recount, list[str]]) -> None:
    found, said = both
    for item in found.purchases.values():
        rows = [one for one in said if one.startswith(f"{plain(item['title']['fr'])}\n")]
        (first,) = rows
        row = cells(said, first, 5)
        assert row[1] == euros(item["amount_ht"])
        assert row[2] == f"{month(item['launch'])} → {month(item['award'])}"
    assert f"Les {len(found.examined)} achats ci-dessous" in said
    assert f"Les {len(found.purchases) - len(found.examined)} achats ci-dessous" in said


def test_the_actions_and_the_next_meeting(both: tuple[Recount, list[str]]) -> None:
    found, said = both
    for sheet in found.adopted:
        for item in sheet["intentions"]:
            at = next(n for n, one in enumerate(said) if one.startswith("Écrire") and sheet["code"] in one
                      and plain(item["title"]["fr"]) in one)  # fmt: skip
            begun, when = found.begun_by(item), said[at + 1]
            assert f"{found.file_months(item)} mois" in when
            assert month(item["launch"]) in when
            assert (f"le {day(begun)}" in when) == (begun >= found.held)
    assert line(said, f"Le {day(found.next_meeting)}, ou")


def test_no_other_figure_stands_in_the_body(both: tuple[Recount, list[str]]) -> None:
    """What is left once the words of the file are taken out was counted above, or is a number of an objective."""
    found, said = both
    body = said[: next(n for n, one in enumerate(said) if one.startswith("Annexe 1"))]
    sources = (found.deck, found.town, found.law, found.adopted)
    known = sorted({plain(one) for source in sources for one in texts(source)}, key=len, reverse=True)
    counted = {str(n) for n in (len(found.adopted), len(found.examined), found.tokens.total(), *found.tokens.values())}
    counted |= {str(n) for n in range(1, len(found.tokens) + 1)}
    dated = [found.held, found.next_meeting, *(found.begun_by(one) for one in found.purchases.values())]
    counted |= {str(part) for one in dated for part in (one.day, one.year)}
    months = [value for sheet in found.adopted for value in texts(sheet) if re.fullmatch(r"20\d\d-\d\d", value)]
    months += [one[key] for one in found.purchases.values() for key in ("launch", "award")]
    counted |= {value[:4] for value in months}
    counted |= {str(one["amount_ht"]) for one in found.purchases.values()}
    counted |= {figure(sheet[key]) for sheet in found.adopted for key in ("target", "baseline")}
    counted |= {
        f"{float(sheet['baseline']):g}" for sheet in found.adopted if re.fullmatch(r"[\d.]+", sheet["baseline"])
    }
    counted |= {str(abs(round(sum(cost for cost, _ in found.burden.values()) / 100) * 100))}
    counted |= {f"{weeks:g}" for _, weeks in found.burden.values()} | {str(len(found.burden))}
    counted |= {str(found.file_months(one)) for one in found.purchases.values()} | {str(len(found.town["seats"]))}
    left = []
    for one in body:
        text = re.sub(r"CLAP-\d{4}-T\d-\d\d|CRPA, art\. L311-2|22 novembre 2026", "", one)
        for word in known:
            if any(sign.isdigit() for sign in word) and word in text:
                text = text.replace(word, "")
        numbers = re.findall(r"\d+(?: \d{3})*(?:,\d+)?", text)
        left += [(n, one) for n in numbers if n.replace(" ", "") not in counted and n != "1er"]
    assert left == []


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if len(value) > 3 else []
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts(part)]
