"""A town's own list of suppliers: where they are and how big, which open contract data does not say."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from game.content.near import slug
from game.core.errors import MeasureError
from game.core.frozen import dataclass
from game.measure import departments, sirets
from game.measure.clean import text
from game.measure.contracts import Contract
from game.measure.telling import part
from game.tables.headings import Row, Words, seen
from game.tables.reading import read as table_of
from game.tables.table import Note

COLUMNS = Words(
    {
        "siret": "siret numero-siret no-siret n-siret siret-fournisseur siret-titulaire titulaire-id supplier-id "
        "siren numero-siren no-siren siret-ou-siren siren-siret",
        "department": "departement department dept dep code-departement departement-code no-departement",
        "category": "categorie category taille size categorie-entreprise taille-entreprise",
    },
    frozenset(["de", "du", "d", "des", "la", "le", "l", "fournisseur", "entreprise", "liste", "list", "code"]),
)
"""What the columns of a list of suppliers are called."""
SMALL = "PME"
_SAID = {
    SMALL: "pme p-m-e tpe t-p-e mic micro microentreprise micro-entreprise petite-entreprise moyenne-entreprise "
    "petite-ou-moyenne-entreprise petite-et-moyenne-entreprise petites-et-moyennes-entreprises tres-petite-entreprise",
    "ETI": "eti e-t-i entreprise-de-taille-intermediaire taille-intermediaire",
    "GE": "ge g-e grande-entreprise grand-groupe",
}
SIZES = {name: size for size, names in _SAID.items() for name in names.split()}
"""The sizes of firms; the law counts the very small among the small and medium."""


@dataclass(frozen=True, slots=True)
class Supplier:
    """What a town knows of a supplier: its department and its size (PME, ETI, GE).

    Each is empty where the list says nothing, None where what it says cannot be read, or differs between two rows.
    """

    department: str | None
    category: str | None


NOBODY = Supplier("", "")


@dataclass(frozen=True)
class Directory:
    """A town's own list of suppliers by SIRET, or by SIREN; the town's department, "" when not told."""

    suppliers: Mapping[str, Supplier]
    department: str
    notes: tuple[Note, ...] = ()
    """What is to be said of how the list was read."""

    def supplied(self, contracts: Sequence[Contract]) -> dict[str, Any]:
        """Give the share of small firms and of the town's department among awards."""
        awards = list(self._awarded(contracts))
        categories = [one.category for one in awards if one.category]
        places = [one.department for one in awards if one.department]
        here, small = places.count(self.department), categories.count(SMALL)
        return {
            "n_attributions": len(awards),
            "n_categorie_connue": len(categories),
            "n_pme": small,
            "part_pme": part(small, len(categories)),
            "n_dep_connu": len(places),
            "n_local": here,
            "part_locale": part(here, len(places)) if self.department else None,
        }

    def unread(self, contracts: Sequence[Contract]) -> dict[str, int]:
        """Count the awards whose supplier's size or department cannot be read."""
        awards = list(self._awarded(contracts))
        return {
            "pme": sum(one.category is None for one in awards),
            "locale": sum(one.department is None for one in awards),
        }

    def _awarded(self, contracts: Sequence[Contract]) -> Iterator[Supplier]:
        return (self._known(award.holder) or NOBODY for one in contracts for award in one.awards)

    def _known(self, holder: str) -> Supplier | None:
        return self.suppliers.get(holder) or self.suppliers.get(holder[: sirets.SIREN])

    def meets(self, contracts: Sequence[Contract]) -> bool:
        """Tell whether the list knows any holder of these contracts."""
        return any(self._known(award.holder) for one in contracts for award in one.awards)


def directory(data: bytes, department: str, file: str) -> Directory:
    """Read a list of suppliers, a CSV or a workbook; `department` is the town's, or "".

    Raises MeasureError: department_unknown; suppliers_unreadable (seen) when it has no SIRET, no department or no size
    among its columns; suppliers_empty when no row has a number that can be read. TableError when it cannot be read.
    """
    town = departments.code(department)
    if town is None:
        raise MeasureError("department_unknown", given=department)
    book = table_of(data, file, COLUMNS.field)
    found = COLUMNS.headed(book, 2)
    if found is None or "siret" not in found.columns.places:
        raise MeasureError("suppliers_unreadable", path=file, seen=seen(book))
    suppliers: dict[str, Supplier] = {}
    bad = 0
    for row in found.rows():
        siret = sirets.number(row.cells.get("siret", ""))
        bad += not siret
        if siret:
            one = Supplier(_read(row, "department", departments.code), _read(row, "category", _size))
            suppliers[siret] = _agreed(suppliers.get(siret, one), one)
    if not suppliers:
        raise MeasureError("suppliers_empty", path=file)
    missing = _missing(found.columns.places, seen(book), town)
    return Directory(suppliers, town, (*found.notes, *missing, *_told(suppliers.values(), bad)))


def _missing(places: Container[str], headings: str, town: str) -> Iterator[Note]:
    """Say which column is not there, of those a figure needs."""
    for name, said in (("department", "departement"), ("category", "categorie")):
        if name not in places and (town or name != "department"):
            yield Note("suppliers_column", (("column", said), ("seen", headings)))


def _read(row: Row, name: str, meaning: Callable[[str], str | None]) -> str | None:
    """Read a cell of a row; one that holds an error says something that cannot be read."""
    return None if name in row.unread else meaning(row.cells.get(name, ""))


def _told(suppliers: Iterable[Supplier], bad: int) -> Iterator[Note]:
    """Say what of the list could not be read."""
    places, sizes = (sum(getattr(one, name) is None for one in suppliers) for name in ("department", "category"))
    counts = {"rows_aside": bad, "departments_unread": places, "sizes_unread": sizes}
    return (Note(code, (("n", count),)) for code, count in counts.items() if count)


def _size(said: str) -> str | None:
    return SIZES.get(slug(said), None if text(said) else "")


def _agreed(one: Supplier, other: Supplier) -> Supplier:
    """Join two rows of one supplier: what they say differently cannot be read, whichever came first."""
    return Supplier(_same(one.department, other.department), _same(one.category, other.category))


def _same(one: str | None, other: str | None) -> str | None:
    return one or other if not one or not other or one == other else None
