import pytest

from game.core.months import later, month, number, quarter, written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2027-04", "2027-04"), ("avril 2027", "2027-04"), ("à établir d'ici Août 2027", "2027-08"),
        ("4/2027", "2027-04"), ("December 2028", "2028-12"), ("décembre", None), ("2027", None), ("", None),
    ],
)  # fmt: skip
def test_months_as_people_write_them(text: str, found: str | None) -> None:
    assert month(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2,5", 2.5),
        ("−40 %", -40),
        ("1\u202f200", 1200),
        ("12.0", 12),
        ("+3", 3),
        ("environ 3", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_numbers_as_people_write_them(text: str, found: float | None) -> None:
    assert number(text) == found


def test_months_pass_the_year() -> None:
    assert (later("2026-12-02", 18), later("2026-12", 1), later("2026-01", 0)) == ("2028-06", "2027-01", "2026-01")


def test_quarters_and_numbers_as_they_are_stored() -> None:
    assert (quarter("2026-12-02"), quarter("2027-01-31"), written(30.0), written(2.4)) == (
        "2026-T4",
        "2027-T1",
        "30",
        "2.4",
    )
