"""Contract data as dirty as it is published: CSV of both layouts and JSON of 2019, made by chance from a seed."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import Any

AS_OF = "2026-10-31"
BUYERS = (
    "21990000100014", "219 900 001 00014", "219\u00a0900\u00a0001\u00a000014", "219\u202f900\u202f001\u202f00014",
    "'21990000100014", "21990000100014.0", "2199 0000 1000 14\t", "SIRET 21990000100014", "219.900.001.00014",
    "219900001", "219900001.0", "21990000100022", "21310069600011", "213100696", "5520135000012", "2,199E+13",
    "2.1990000100014E+13", "", "NC", "commune", "12345", "21550000900010", "219-900-001",
)  # fmt: skip
DATES = (
    "2025-03-15", "15/03/2025", "2025-03-15+01:00", "2025-03-15T00:00:00Z", "45731", "20250315", "2024-01-01",
    "2023-12-31", "2026-10-31", "2026-11-01", "31/02/2025", "0222-04-29", "", "NC", "mars 2025", "2024-2-9",
    "2026-09-30", "03/15/2025", " 2025-06-01 ", "15/03/25",
)  # fmt: skip
LOST = ("é", "e", "?", "\ufffd", "Ã©", "‚", "", "├®", "\x82")
CONSIDERED = (
    "Clause {}", "Crit{a}re {}", "Pas de consid{a}ration {}", "Sans objet", "", "NC", "March{a} r{a}serv{a}",
    "Clause {}, Crit{a}re {}", "['Clause {}', 'Pas de consid{a}ration {}']", "Oui", "Pas de consid{a}ration {}, Oui",
    "CLAUSE {}", "Clause {}|March{a} r{a}serv{a}", "N/A", "MQ",
)  # fmt: skip
OFFERS = ("1", "2", "7", "0", "NC", "", "900", "1.0", "3,0", "trois", "1 ", "2.5", "MQ")
ANSWERS = ("oui", "Non", "true", "0", "1.0", "", "NC", "peut-être", "OUI ", "vrai")
PROCEDURES = (
    "Procédure adaptée", "Marché passé sans publicité ni mise en concurrence préalable",
    "March? pass? sans publicit? ni mise en concurrence", "", "Appel d'offres ouvert",
)  # fmt: skip
NATURES = ("Marché", "Accord-cadre", "Concession de service", "Délégation de service public", "", "D?l?gation")
AMOUNTS = ("25000", "25 000,00 €", "25.000,00", "25,000.00", "2.5E4", "50000", "0", "", "NC", "999999999", "cher")
SUBJECTS = ("Peinture", "PEINTURE ", "Voirie", "peinture\u00a0", "Éclairage", "Eclairage", "")


def _considered(chance: random.Random, kind: str) -> str:
    return chance.choice(CONSIDERED).replace("{a}", chance.choice(LOST)).replace("{}", kind)


def row(chance: random.Random) -> dict[str, str]:
    """Give a row of a CSV; few numbers and subjects, so that doubles and lots come often."""
    number = chance.choice(("2025F001", "2025F002", "INX 2025F002", "2025F003", "", "NC", "MQ", " 2025F001"))
    buyer = chance.choice(BUYERS)
    return {
        "uid": chance.choice((f"{buyer[:3]}{number}", "uid-1", "uid-2", "", "NC", " uid-1 ")), "id": number,
        "acheteur_id": buyer, "titulaire_id": str(10**13 + chance.randrange(4)), "montant": chance.choice(AMOUNTS),
        "dateNotification": chance.choice(DATES), "procedure": chance.choice(PROCEDURES),
        "offresRecues": chance.choice(OFFERS), "considerationsSociales": _considered(chance, "sociale"),
        "considerationsEnvironnementales": _considered(chance, "environnementale"),
        "marcheInnovant": chance.choice(ANSWERS), "attributionAvance": chance.choice(ANSWERS),
        "objet": chance.choice(SUBJECTS), "nature": chance.choice(NATURES),
        "modification_id": chance.choice(("0", "0", "1", "2", "", "NC")),
        "datePublicationDonnees": chance.choice(DATES), "montantModification": chance.choice(("", "", "60000")),
    }  # fmt: skip


def rows(seed: int) -> list[dict[str, str]]:
    """Give the rows of one file."""
    chance = random.Random(seed)
    return [row(chance) for _ in range(chance.randrange(2, 120))]


def as_csv(found: list[dict[str, str]], seed: int) -> bytes:
    """Write rows in the layout a seed chooses: with `uid` or without, headings as they are, small or capital."""
    chance, out = random.Random(seed), io.StringIO()
    left_out = {"uid", "modification_id", "titulaire_id"} if seed % 2 else {"montantModification"}
    names = [name for name in found[0] if name not in left_out]
    case = chance.choice((str, str.lower, str.upper))
    writer = csv.DictWriter(out, names, extrasaction="ignore", delimiter=chance.choice(",;"))
    out.write(writer.writer.dialect.delimiter.join(map(case, names)) + "\n")  # type: ignore[attr-defined]
    writer.writerows(found)
    return (b"\xef\xbb\xbf" if chance.random() < 0.3 else b"") + out.getvalue().encode()


def as_json(found: list[dict[str, str]]) -> bytes:
    """Write rows as a file of the 2019 format, versions of contracts among them."""
    records = [_record(one, n) for n, one in enumerate(found)]
    return json.dumps({"marches": records}, ensure_ascii=False).encode()


def _record(one: dict[str, str], n: int) -> dict[str, Any]:
    chance = random.Random(str(sorted(one.items())))
    number = one["id"] + chance.choice(("00", "01", "02")) if one["id"] else ""
    return {
        **one, "id": number, "acheteur": {"id": one["acheteur_id"]}, "titulaires": [{"id": one["titulaire_id"]}],
        "dateNotification": chance.choice(("2019-03-15", "15/03/2019", "2019-03-15+01:00")),
    }  # fmt: skip
