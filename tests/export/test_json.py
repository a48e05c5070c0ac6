"""objectives.json: true to its published schema, and to the afternoon."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from game.core.duties import Duties
from game.core.report import Report, report, unnamed
from game.export.data import SCHEMA
from game.export.telling import amount
from game.export.to_json import content
from game.places import shelves
from tests.view import reviews


def schema(name: str = SCHEMA) -> dict[str, Any]:
    text = (shelves.assets() / "schema" / name).read_text(encoding="utf-8")
    return dict(json.loads(text))


def closed(node: Any) -> Any:
    """Give the schema with no key allowed beyond those it lists: what we write, all described."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    shut = {key: closed(value) for key, value in node.items()}
    return shut | {"additionalProperties": False} if isinstance(node.get("properties"), dict) else shut


def read(report: Report, lang: str = "fr") -> Any:
    return json.loads(content(report, lang))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("which", ["left", "hostile", "blank"])
def test_the_file_is_what_the_schema_says(which: str, lang: str, request: pytest.FixtureRequest) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    check = jsonschema.Draft202012Validator(closed(schema()))
    found = [f"{e.json_path}: {e.message}" for e in check.iter_errors(read(request.getfixturevalue(which), lang))]
    assert found == []


def test_a_review_is_what_the_schema_says() -> None:
    check = jsonschema.Draft202012Validator(closed(schema()))
    for session in (reviews.measured(), reviews.later(), reviews.opened()):
        found = read(report(session))
        assert [f"{e.json_path}: {e.message}" for e in check.iter_errors(found)] == []
        assert [one["code"] for one in found["review"]["objectives"]] == [one.code for one in session.carried]


def test_the_schema_refuses_what_is_wrong(left: Report) -> None:
    check = jsonschema.Draft202012Validator(schema())
    for spoil in ({"format": "other"}, {"objectives": [{}]}, {"loads": []}, {"renounced": None}):
        assert not check.is_valid(read(left) | spoil), spoil


def test_five_objectives_one_a_family_and_three_renounced(left: Report) -> None:
    found = read(left)
    assert [item["code"] for item in found["objectives"]] == [f"CLAP-2026-T4-0{n}" for n in range(1, 6)]
    assert len({item["family"] for item in found["objectives"]}) == 5
    assert {item["issue"]["id"]: item["how"] for item in found["renounced"]} == {
        "biodiversite-ville": "vote", "maitrise-budget": "vote", "insertion-emploi": "tie",
    }  # fmt: skip
    assert sum(vote["tokens"] for vote in found["votes"]) == 49
    assert found["guesses"] == {"mean": 21.0, "share": 33, "revealed": True}
    assert [(load["kind"], load["used"], load["capacity"]) for load in found["loads"]][2] == ("effort", 12, 12)


def test_every_field_of_the_sheet_is_there(left: Report) -> None:
    always = (
        "code", "title", "family", "family_name", "deputy", "department", "issues", "levers", "place", "intentions",
        "legal", "confidence", "cao", "status", "status_name", "effect", "means", "resources",
    )  # fmt: skip
    for item in read(left)["objectives"]:
        assert [name for name in always if not item[name]] == []
        aim = item["effect"]
        assert [name for name in ("indicator", "unit", "source", "rhythm", "deadline") if not aim[name]] == []
        assert aim["measures"] == "effect"
        assert (aim["baseline"] is None) == bool(aim["baseline_by"])
        assert (aim["target"] is None) != (aim["change"] is None)
        assert item["means"]["written_by"] <= item["means"]["share"]["by"]
        assert item["adopted"] is True
        assert [mark["letter"] for mark in item["smart"] if mark["held"]] == list("SMART")
        assert all(
            isinstance(one["amount_ht"], int) and one["launch"] and one["procedure"] for one in item["intentions"]
        )


def test_what_the_law_asks_of_each_purchase_is_there_and_unknown_is_not_none(left: Report) -> None:
    food = read(left)["objectives"][0]["intentions"][0]
    assert {"clause-sociale", "egalim"} <= {one["id"] for one in food["duties"]}, food["duties"]
    assert all(one["reference"] and one["confidence"] and one["since"] <= "2026-12" for one in food["duties"])
    unknown = replace(left.session.workshop, duties=Duties())
    bare = replace(left, session=replace(left.session, workshop=unknown))
    assert {one["duties"] for one in read(bare)["intentions"]} == {None}


def test_the_tension_is_there_with_its_arbitration(left: Report) -> None:
    first, second = read(left)["objectives"][:2]
    assert first["tension"].startswith("Le bio et la qualité")
    assert first["arbitration"].startswith("Le bio d'abord")
    assert (second["tension"], second["arbitration"]) == (None, None)


def test_twice_the_same_bytes_and_nothing_escaped(left: Report) -> None:
    once = content(left, "fr")
    assert once == content(left, "fr")
    assert "École Les Prés" in once.decode()
    assert list(json.loads(once)) == sorted(json.loads(once))


def test_ids_do_not_change_with_the_language(left: Report) -> None:
    french, english = read(left, "fr")["objectives"], read(left, "en")["objectives"]
    for one, other in zip(french, english, strict=True):
        for name in ("code", "family", "place", "status", "confidence"):
            assert one[name] == other[name]
        for name in ("baseline", "baseline_by", "target", "change", "deadline", "every"):
            assert one["effect"][name] == other["effect"][name]
        assert one["title"] != other["title"]
        assert one["deputy"] != other["deputy"]
    assert english[0]["resources"] == "effort 2, cost +2, delay 0"
    assert french[1]["resources"] == "effort 3, coût \u22121, délai +1"


def test_what_was_typed_comes_out_as_it_was_less_what_no_file_holds(hostile: Report) -> None:
    found = read(hostile)
    water = next(item for item in found["objectives"] if item["issues"][0]["id"] == "eau")
    assert water["title"] == "=1+1"
    assert water["department"] == '@SUM(A1:A9)\n"deuxième" ligne ; après'
    assert water["effect"]["source"] == "\u202e=cmd|' /C calc'!A0\u202c 🌳 5\u202f000"
    assert len(water["legal"]) == 40_000
    assert found["notes"][0]["text"] == "-note ; à lire\nsuite"
    assert next(item for item in found["intentions"] if item["added"])["title"] == "=A1 \ufffd"


def test_what_was_undressed_is_told_once_for_all_and_on_its_sheet(hostile: Report) -> None:
    found = read(hostile)
    assert [item["field"] for item in found["undressed"]] == ["lever", "target", "deadline"]
    first = found["objectives"][0]
    assert [(item["was"], item["now"]) for item in first["undressed"]] == [("critere-appro-direct", None), ("30", "25")]
    assert [lever["id"] for lever in first["levers"]] == ["labels"]


def test_a_baseline_to_be_established_is_a_note_not_a_number(hostile: Report) -> None:
    second, last = (read(hostile)["objectives"][at]["effect"] for at in (1, 4))
    assert (second["baseline"], second["baseline_note"]) == (None, "à établir d'ici juin 2027")
    assert (last["baseline"], last["baseline_note"]) == (2.5, None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("12", 12), ("-35", -35), ("−2,5 %", -2.5), ("2027-06", None), ("06/2027", None), ("", None), ("juin 2027", None),
     ("20 (décembre 2026)", 20), ("9" * 400, None)],
)  # fmt: skip
def test_a_number_is_a_number_and_a_month_is_not(text: str, wanted: float | None) -> None:
    assert amount(text) == wanted


def test_members_are_roles_only(left: Report) -> None:
    seats = read(left)["session"]["seats"]
    assert len(seats) == 8, "seven members, and a department as a guest"
    assert set(seats[0]) == {"id", "role", "present", "voting", "cao", "co_chair", "guess", "tokens"}
    roles = {seat.role.fr for seat in left.session.workshop.scenario.seats}
    assert {seat["role"] for seat in seats if seat["voting"]} == roles


def test_axes_questions_and_words_are_told(left: Report) -> None:
    data = read(left)
    assert [(one["axis"], one["picks"], one["objectives"]) for one in data["axes"] if one["chosen"]] == [
        ("environnement", 5, 4), ("social", 2, 1),
    ]  # fmt: skip
    assert sum(one["picks"] for one in data["axes"]) == len(data["votes"])
    assert sum(one["objectives"] for one in data["axes"]) == len(data["objectives"])
    (asked,) = data["questions"]
    assert (asked["seat"], asked["issue"], asked["answered"]) == ("commande-publique", "alimentation-durable", True)
    (said,) = data["advice"]
    assert (said["seat"], said["issue"], said["word"], said["month"], said["amount_ht"]) == (
        "guest-1", "sobriete-energie", "not_before", "2027-05", None,
    )  # fmt: skip
    bare = read(unnamed(left))
    assert (bare["questions"][0]["seat"], bare["advice"][0]["seat"]) == (None, None)
