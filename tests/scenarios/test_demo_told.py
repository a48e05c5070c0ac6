"""The page on the afternoon and the file it exports, their every figure worked out again from the data alone."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.core.report import report
from game.export import to_json
from tests.scenarios.test_afternoon import play, recording, workshop

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "afternoon.md"
Step = dict[str, Any]
Rows = list[dict[str, str]]


@cache
def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


@cache
def steps() -> tuple[Step, ...]:
    return tuple(one for one in read("scenarios/blagnac/demo.yaml")["steps"] if not one.get("refused"))


def done(what: str) -> list[Step]:
    return [one for one in steps() if one["do"] == what]


def named(path: str, part: str) -> dict[str, Step]:
    return {one["id"]: one for one in read(path)[part]}


def agenda() -> Step:
    found = {one["id"]: one for one in read("scenarios/blagnac/scenario.yaml")["agendas"]}
    return found[read("scenarios/blagnac/demo.yaml")["agenda"]]  # type: ignore[no-any-return]


def table(heading: str) -> Rows:
    """Give the rows of the table under a heading of the page, by the words above its columns."""
    lines = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


def laid() -> dict[str, tuple[str, str, list[str]]]:
    """Give each issue on the board: family, place, levers."""
    found = {one["card"]: (one["family"], one["place"], []) for one in done("place_issue")}
    for one in done("place_lever"):
        found[one["issue"]][2].append(one["card"])
    return found


def tokens() -> Counter[str]:
    return Counter(one["issue"] for one in done("lay_token"))


def ends() -> dict[str, str]:
    """Count the vote: the first five are kept, the tie at the edge is settled as the co-chairs said."""
    votes, places = tokens(), agenda()["limits"]["objectives"]
    edge = sorted(votes.values(), reverse=True)[places - 1]
    level = [card for card, n in votes.items() if n == edge]
    above = [card for card, n in votes.items() if n > edge]
    (settled,) = done("settle_tie")
    kept = [*above, *settled["keep"]]
    assert len(kept) == places
    assert set(settled["keep"]) < set(level)
    return {card: "kept" if card in kept else "tie" if card in level else "vote" for card in votes}


def kept() -> list[str]:
    return [card for card, end in ends().items() if end == "kept"]


def earlier(month: str, by: int) -> str:
    count = int(month[:4]) * 12 + int(month[5:]) - 1 - by
    return f"{count // 12:04}-{count % 12 + 1:02}"


def bought() -> dict[str, Step]:
    """Give the purchase of each kept issue: the one chosen on its sheet, else the first at its place in its family."""
    purchases = sorted(read("scenarios/blagnac/scenario.yaml")["intentions"], key=lambda one: one["launch"])
    chosen = {one["issue"]: one["value"] for one in done("amend_objective") if one["field"] == "intentions"}
    found = {}
    for card in kept():
        family, place, _ = laid()[card]
        there = [one for one in purchases if (one["family"], one["place"]) == (family, place)]
        found[card] = next(one for one in (there if card not in chosen else purchases)
                           if one["id"] == chosen.get(card, one["id"]))  # fmt: skip
    return found


def test_every_pick_is_told_with_its_tokens_and_its_end() -> None:
    found = table("The picks")
    told = {
        one["issue"]: (one["family"], one["place"], one["levers"].split(", "), int(one["tokens"]), one["end"])
        for one in found
    }
    assert told == {card: (*where, tokens()[card], ends()[card]) for card, where in laid().items()}
    seats = Counter(one["seat"] for one in done("lay_token"))
    assert set(seats.values()) == {agenda()["limits"]["tokens_per_seat"]} == {7}
    assert (len(laid()), sum(len(levers) for _, _, levers in laid().values()), seats.total()) == (8, 10, 49)
    guesses = ", ".join(str(one["percent"]) for one in done("guess_share"))
    budget = read("scenarios/blagnac/scenario.yaml")["budget"]
    said = PAGE.read_text(encoding="utf-8")
    assert f"Guesses {guesses} %; the reveal says {round(100 * budget['purchases'] / budget['total'])} %." in said


def test_the_loads_are_those_of_the_cards_and_of_the_event() -> None:
    levers, limits = named("decks/clap/deck.yaml", "levers"), agenda()["limits"]
    events = named("decks/clap/deck.yaml", "events")
    families = {laid()[card][0] for card in kept()}
    drawn = [load for one in done("draw_event") for load in events[one["card"]]["loads"] if load["family"] in families]
    assert not any(set(events[one["card"]].get("cancelled_by", ())) & set(levers) & {
        lever for card in kept() for lever in laid()[card][2]} for one in done("draw_event"))  # fmt: skip
    for row in table("The load"):
        kind = row["load"]
        points = sum(levers[lever]["effects"][kind] for card in kept() for lever in laid()[card][2])
        event = sum(load.get(kind, 0) for load in drawn)
        told = tuple(int(row[name]) for name in ("points", "event", "in all", "capacity"))
        assert told == (points, event, points + event, limits[kind])
        assert points + event <= limits[kind]


def test_each_objective_has_a_purchase_in_time_and_no_duty_is_sold_as_a_choice() -> None:
    deck = "decks/clap/deck.yaml"
    cards = named(deck, "issues") | named(deck, "levers")
    assert not any(cards[card].get("duty") for pick in kept() for card in (pick, *laid()[pick][2]))
    months = {one["id"]: one["months"] for one in read("decks/duties-fr.yaml")["procedures"]}
    told = {one["issue"]: one for one in table("The purchases")}
    assert set(told) == set(kept())
    for card, purchase in bought().items():
        begun = earlier(purchase["launch"], months["formalisee" if purchase["cao"] else "adaptee"])
        row = told[card]
        assert row["purchase"] == purchase["id"]
        assert row["euros excl. VAT"] == str(purchase["amount_ht"])
        assert row["CAO"] == ("yes" if purchase["cao"] else "no")
        assert (row["file begun by"], row["launch"], row["award"]) == (begun, purchase["launch"], purchase["award"])
        assert begun >= read("scenarios/blagnac/demo.yaml")["date"][:7]


def test_what_is_exported_says_the_same() -> None:
    """The file is made by the game; what it should say, here, by the data alone."""
    told = json.loads(to_json.content(report(play(recording(), workshop()).session), "fr"))
    sheets = {one["issues"][0]["id"]: one for one in told["objectives"]}
    assert {card: [one["id"] for one in sheet["intentions"]] for card, sheet in sheets.items()} == {
        card: [purchase["id"]] for card, purchase in bought().items()
    }
    assert {card: sheet["tokens"] for card, sheet in sheets.items()} == {card: tokens()[card] for card in kept()}
    assert {one["issue"]["id"]: one["how"] for one in told["renounced"]} == {
        card: end for card, end in ends().items() if end != "kept"
    }
    loads = {row["load"]: (int(row["in all"]), int(row["capacity"])) for row in table("The load")}
    assert {one["kind"]: (one["used"], one["capacity"]) for one in told["loads"]} == loads


def test_free_variants_go_to_a_purchase_that_the_cao_awards() -> None:
    (issue,) = (issue for issue in kept() if "variantes-vertes" in laid()[issue][2])
    assert bought()[issue]["cao"]
    assert (
        "the CAO keeps the variant or not" in named("decks/clap/deck.yaml", "levers")["variantes-vertes"]["cao"]["en"]
    )
