"""The guard tells what a contract may not ask, and leaves what is lawful: titles of both kinds, and the deck's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game.content.shelf import Sources, load_scenario
from game.core.guard import Guard, Told, told
from game.core.text import Text

ROOT = Path(__file__).parents[2]
DIRECTOR = {
    "Acheter aux entreprises locales": "local", "Acheter local": "local", "Renforcer l'achat local": "local",
    "Acheter des légumes de la Haute-Garonne": "local", "Confier les travaux aux entreprises toulousaines": "local",
    "Réserver un lot aux maraîchers locaux": "local", "Acheter à moins de 30 km": "local",
    "Privilégier la proximité": "local", "Acheter en kilomètre zéro": "local",
    "Réserver des lots aux artisans blagnacais": "local", "Noter la proximité géographique des candidats": "local",
    "Retenir des produits d'Occitanie": "local", "Exiger un siège social dans le département": "local",
    "Acheter des produits du terroir": "local", "Noter l'implantation locale": "local",
    "Faire travailler nos artisans": "local", "Donner la priorité aux PME du territoire": "local",
    "Choisir la marque Bosch": "brand", "Exiger le label Max Havelaar": "label", "Acheter français": "local",
    "Acheter des légumes d'ici": "local", "emplois locaux": "local",
}  # fmt: skip
"""The titles a director of procurement tried."""
UNLAWFUL = {
    "Réserver la moitié des lots aux TPE de la région": "local",
    "Servir 40 % de viande française dans les cantines": "local",
    "Donner cinq points aux candidats installés à Blagnac": "local",
    "Faire travailler les artisans du bassin toulousain": "local",
    "Choisir des fournisseurs proches de la cuisine centrale": "local",
    "Exiger une agence dans la métropole de Toulouse": "local",
    "Confier l'élagage à une société de Haute-Garonne": "local",
    "Imposer l'embauche d'habitants de la commune": "local",
    "Acheter du pain fabriqué à moins de 20 kilomètres": "local",
    "Privilégier les producteurs occitans": "local",
    "Attribuer un bonus aux entreprises communales": "local",
    "Départager les offres à la distance du siège": "local",
    "Garantir 60 % de fruits et légumes locaux": "local",
    "Commander le mobilier aux menuisiers de chez nous : priorité aux artisans du coin": "local",
    "Soutenir nos commerçants par la commande publique": "local",
    "Retenir du bois des Pyrénées d'origine française": "local",
    "Buy vegetables from local growers": "local",
    "Award points to firms based in the town": "local",
    "Give priority to SMEs within 20 miles": "local",
    "Buy French meat for school meals": "local",
    "Reserve the gardening lot for neighbouring businesses": "local",
    "Équiper les ateliers en outillage Makita": "brand",
    "Remplacer la flotte par des Renault électriques": "brand",
    "Standardiser le parc sur la marque actuelle": "brand",
    "Require the Dell brand for every laptop": "brand",
    "N'acheter que du papier FSC": "label",
    "Exiger l'écolabel européen pour les produits d'entretien": "label",
    "Imposer la certification HVE aux maraîchers": "label",
    "Servir uniquement des poissons MSC": "label",
    "Require the EU Ecolabel for cleaning products": "label",
}  # fmt: skip
INNOCENT = (
    "Nettoyer les locaux municipaux avec des produits sans danger",
    "Exiger l'écolabel européen, ou équivalent, pour les produits d'entretien",
    "Acheter des légumes de saison en circuit court, avec un intermédiaire au plus",
    "Découper le marché en lots à la taille des PME",
    "Publier les intentions d'achat de la ville chaque trimestre",
    "Payer les fournisseurs de la ville en vingt jours",
    "Inscrire 2 000 heures d'insertion avec la mission locale",
    "Réduire de 20 % l'énergie des locaux scolaires d'ici 2029",
    "Planter 300 arbres d'essences locales place de Navarre",
    "Proposer des cours de français aux agents d'entretien",
    "Demander les notices et les offres en français",
    "Décrire le besoin sans citer de marque",
    "Rencontrer toutes les entreprises intéressées avant d'écrire le cahier des charges",
    "Grouper les achats avec les communes voisines",
    "Passer par la centrale d'achat de la région pour l'électricité",
    "Réserver un lot aux ESAT et aux entreprises adaptées",
    "Limiter à deux heures le délai d'intervention sur les chaudières",
    "Mesurer les kilomètres parcourus par les véhicules de livraison",
    "Atteindre 60 % de produits durables et de qualité, dont 30 % de bio",
    "Accepter les variantes dans tous les marchés de travaux",
    "Équiper chaque local technique d'un compteur d'eau",
    "Former dix acheteurs au coût du cycle de vie d'ici juin 2027",
    "Respecter le plan local d'urbanisme sur le chantier de l'école",
    "Ouvrir les essais à toute entreprise, quel que soit son siège d'activité",
    "Acheter du café du commerce équitable, label ou équivalent",
    "Clean the schools with eco-labelled products or equivalent",
    "Split the contract into lots that small firms can carry",
    "Pay every supplier within twenty days",
    "Share the purchase with neighbouring councils",
    "Let the local authority publish its tenders each quarter",
)


@cache
def sources(town: str) -> Sources:
    return load_scenario(ROOT / "scenarios" / town, ROOT / "decks")


def blagnac() -> Sources:
    return sources("blagnac")


def kind(text: str) -> str:
    found = told(blagnac().duties.guards, blagnac().duties.allowed, blagnac().scenario.wording.places, text)
    return found.kind if found is not None else ""


def test_the_titles_of_the_director_are_all_told() -> None:
    assert {title: kind(title) for title in DIRECTOR} == DIRECTOR


def test_sixty_titles_half_innocent() -> None:
    assert len(UNLAWFUL) == len(INNOCENT) == 30
    missed = [title for title in UNLAWFUL if not kind(title)]
    wronged = [title for title in INNOCENT if kind(title)]
    assert (missed, wronged) == ([], [])
    assert {title: kind(title) for title in UNLAWFUL} == UNLAWFUL


@pytest.mark.parametrize("town", ["blagnac", "cantine"])
def test_what_our_cards_propose_as_titles_is_lawful(town: str) -> None:
    found = sources(town)
    law, places = found.duties, found.scenario.wording.places
    texts = [said for card in found.deck.levers for said in card.action.said]
    texts += [said for one in found.scenario.intentions for said in one.title.said]
    assert len(texts) > 20
    assert [text for text in texts if told(law.guards, law.allowed, places, text)] == []


def test_titles_of_every_kind() -> None:
    lines = (Path(__file__).parent / "titles.txt").read_text("utf-8").splitlines()
    unlawful, lawful = ([line[2:] for line in lines if line.startswith(sign)] for sign in "-+")
    assert len(unlawful) == len(lawful) == 330
    assert ([one for one in unlawful if not kind(one)], [one for one in lawful if kind(one)]) == ([], [])


def test_texts_that_prefer_nothing_are_seldom_told() -> None:
    """Of all that the decks and towns say, one text in fifty is read again: those that warn of local preference."""
    texts = {said for town in ("blagnac", "cantine", "drumsallow") for said in sayings(town)}
    found = [text for text in texts if kind(text)]
    assert len(texts) > 2000
    assert len(found) < len(texts) / 50


def sayings(town: str) -> Iterator[str]:
    deck = sources(town).deck
    stack: list[object] = [deck.issues, deck.levers, deck.tensions, deck.events, sources(town).scenario.intentions]
    while stack:
        one = stack.pop()
        if isinstance(one, Text):
            yield from one.said
        else:
            stack.extend(one if isinstance(one, tuple) else [getattr(one, name) for name in fields(one)])


def fields(one: object) -> tuple[str, ...]:
    return tuple(getattr(one, "__dataclass_fields__", ()))


def test_the_very_words_are_told_with_their_accents() -> None:
    law, places = blagnac().duties, blagnac().scenario.wording.places
    found = told(law.guards, law.allowed, places, "D'abord mesurer. Puis confier le lot aux ARTISANS Blagnacais !")
    assert found == Told("local", "ARTISANS Blagnacais")


def test_a_proper_name_is_a_capital_within_a_sentence() -> None:
    guard = (Guard("brand", ("^", "^word"), ("logiciel*", "licence*"), 0),)
    assert told(guard, (), (), "Un logiciel Trucmuche") == Told("brand", "logiciel Trucmuche")
    assert told(guard, (), (), "Remplacer Word, licence comprise") is None
    assert told(guard, (), (), "Trucmuche. Logiciel SIG pour la voirie") is None


def test_words_of_two_sentences_are_not_near() -> None:
    guard = (Guard("local", ("d'ici",), ("achat*",), 3),)
    assert told(guard, (), (), "Un achat d'ici") is not None
    assert told(guard, (), (), "Un achat. D'ici peu") is None
    assert told(guard, (), (), "Un achat de un deux trois quatre d'ici") is None
    assert told(guard, ("achat d'ici",), (), "Un achat d'ici") is None
