"""A small sound deck and a small sound scenario, to plant faults in."""

from __future__ import annotations

from game.content.deck import read_deck
from game.content.problems import Problem
from game.content.scenario import read_scenario
from game.core.cards import Deck
from game.core.scenario import Scenario

DECK = """\
format: 1
id: petit-jeu
version: 1.10
title: {fr: Petit jeu, en: Small deck}
languages: [fr, en]
authors: [Des auteurs]
licence: CC-BY-SA-4.0
law_as_of: 2026-11-22
axes:
  - {id: local, name: {fr: Local, en: Local}, icon: leaf}
stages:
  - id: besoin
    name: {fr: Le besoin, en: The need}
    short: {fr: Besoin, en: Need}
    icon: search
families:
  - id: travaux
    name: {fr: Travaux, en: Works}
    short: {fr: Travaux, en: Works}
    icon: hammer
    letter: T
    colour: "#1F7A4D"
  - id: enfance
    name: {fr: Enfance, en: Childhood}
    short: {fr: Enfance, en: Children}
    icon: baby
    letter: E
    colour: "#A03060"
issues:
  - id: circuits-courts
    axis: local
    families: [enfance]
    label: {fr: Circuits courts, en: Short chains}
    title: {fr: Acheter de saison, en: Buy in season}
    question: {fr: "Qui livre aujourd'hui ?", en: "Who delivers today?"}
    indicators:
      - {name: {fr: Part, en: Share}, unit: "%", source: {fr: Factures, en: Invoices}, decp: no}
    legal: {text: {fr: CCP, en: CCP}, confidence: sure}
  - id: maitrise-budget
    axis: local
    families: [travaux, enfance]
    label: {fr: Maîtrise du budget, en: Budget control}
    title: {fr: Tenir le budget, en: Keep the budget}
    question: {fr: "12:30", en: no}
levers:
  - id: mutualiser
    stage: besoin
    label: {fr: Mutualiser, en: Pool}
    title: {fr: Acheter ensemble, en: Buy together}
    text: {fr: "0612", en: 1_000}
    effects: {cost: -1, delay: 1, impact: 2, effort: 2}
    answers: [maitrise-budget]
    target: {name: {fr: Achats, en: Buys}, unit: "%", baseline: null, goal: 12.5, months: 12}
    former_ids: [grouper]
events:
  - id: inflation
    label: {fr: Inflation, en: Inflation}
    title: {fr: Les prix montent, en: Prices rise}
    text: {fr: Tout augmente., en: All goes up.}
    families: [enfance]
    effect: {fr: On débat., en: Debate.}
    loads: [{family: enfance, cost: 1}]
    cancelled_by: [mutualiser]
tensions:
  - pair: [circuits-courts, maitrise-budget]
    why: {fr: Le prix., en: The price.}
    reconcile: {fr: La saison., en: The season.}
synergies:
  - pair: [mutualiser, maitrise-budget]
    why: {fr: Le nombre., en: The number.}
"""

SCENARIO = """\
format: 1
id: petite-ville
version: "1"
title: {fr: Chez nous, en: At home}
town: Petite-Ville
deck: petit-jeu
code: CLAP
map: town.geojson
budget: {total: 9000000, purchases: 3000000, share_pct: 33}
rhythm: {fr: chaque trimestre, en: every quarter}
wording: {vague: [sensibiliser], local: [entreprises locales]}
families:
  - id: travaux
    deputy: {fr: Aux travaux, en: For works}
    department: {fr: Bâtiments, en: Buildings}
    share_pct: 42.5
    cpv: [{code: "45000000", label: {fr: Travaux, en: Works}, check: V}]
  - id: enfance
    deputy: {fr: À l'enfance, en: For childhood}
    department: {fr: Écoles, en: Schools}
    share_pct: 20
places:
  - {id: ecole, name: {fr: École, en: School}, short: {fr: École, en: School}, families: [travaux, enfance]}
  - {id: mairie, name: {fr: Mairie, en: Hall}, short: {fr: Mairie, en: Hall}, families: [travaux]}
  - {id: aeroport, name: {fr: Aéroport, en: Airport}, short: {fr: Aéro, en: Airport}, families: [], decor: yes}
intentions:
  - id: toit
    family: travaux
    place: ecole
    title: {fr: Le toit, en: The roof}
    amount_ht: 290000
    launch: 2027-04
    award: 2027-09
    duration_months: 18
    cpv: "45000000"
    cao: non
seats:
  - {id: elu, role: {fr: Adjoint, en: Deputy}, short: {fr: Adj., en: Dep.}, family: travaux, co_chair: no, cao: yes}
agendas:
  - id: court
    title: {fr: Court, en: Short}
    minutes: 30
    limits:
      issues_per_family: 1
      levers_per_issue: 2
      levers_per_family: 3
      tokens_per_seat: 5
      tokens_per_pick: 3
      objectives: 3
      effort: 6
      cost: 4
      delay: 4
    phases:
      - {id: enjeux, title: {fr: Enjeux, en: Issues}, minutes: 20, moves: [place_issue, move_issue], panels: [map]}
      - id: fin
        title: {fr: Fin, en: End}
        minutes: 10
        moves: [adopt, close_session]
        says:
          - {minutes: 2, title: {fr: Fin, en: End}, say: {fr: Merci., en: Thanks.}, aim: {fr: Clore, en: Close}}
notes:
  circuits-courts: {fr: Chez nous., en: At home.}
"""


def deck_of(text: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    return read_deck(text.encode(), "deck.yaml")


def scenario_of(text: str, deck_text: str = DECK) -> tuple[Scenario | None, tuple[Problem, ...]]:
    return read_scenario(text.encode(), "scenario.yaml", deck_of(deck_text)[0])


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    """Plant faults: each first string, which must be there once, is replaced by the second."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def line_of(text: str, part: str) -> int:
    """Give the line (from 1) of the first occurrence of a part."""
    return text[: text.index(part)].count("\n") + 1
