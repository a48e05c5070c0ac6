"""The columns of a sheet of intentions, by the names people give them, in French or in English."""

from __future__ import annotations

from game.tables.headings import Words

FIELDS = ("title", "family", "place", "amount", "launch", "award", "duration", "procedure", "cao", "department")
"""What a row says, in the order of an empty sheet."""
NEEDED = ("title", "family", "amount", "launch")
LEAST = 2
"""Columns a line must name to be that of the headings."""
_NAMES = {
    "title": "titre title intitule objet subject libelle achat intention designation description besoin nature-besoin "
    "nature-achat projet projet-achat objet-achat purpose purchase",
    "family": "famille family famille-achat famille-achats purchase-family families segment segment-achat "
    "categorie-achat categorie-achats famille-homogene",
    "place": "lieu place site endroit equipement batiment lieu-execution localisation location building",
    "amount": "montant amount value budget estimation valeur cout enveloppe montant-total valeur-totale total-amount",
    "launch": "lancement launch publication publication-avis avis-publicite lancement-procedure mise-en-ligne "
    "lancement-achat publication-notice",
    "award": "attribution award notification contract-award",
    "duration": "duree duration duree-totale term",
    "procedure": "procedure type-procedure mode-passation procedure-passation procedure-type",
    "cao": "cao passe-devant-cao passe-cao passage-cao passage-devant-cao commission-appel-offres tender-board",
    "department": "direction department service direction-qui-propose service-demandeur direction-demandeuse "
    "service-prescripteur direction-prescriptrice prescripteur service-gestionnaire direction-gestionnaire demandeur "
    "service-acheteur service-responsable direction-responsable department-that-proposes",
}
_SAYS_NOTHING = (
    "en ht hors taxes euros euro eur before vat excl mois months month date de du d da la le l des of the dates "
    "estime estimee prevu prevue prevision estimated expected previsionnel previsionnelle planned provisional "
    "concerne concernee liste list choix marche marches consultation contrat contract"
)
COLUMNS = Words(_NAMES, frozenset(_SAYS_NOTHING.split()))
"""Words that tell nothing more of a column are let pass: "Montant HT (€)", "Date prévisionnelle de lancement"."""


def called(field: str) -> str:
    """Give the names of a needed column, in French then in English: both are read."""
    french, english, *_ = _NAMES[field].split()
    return f"{french}/{english}"
