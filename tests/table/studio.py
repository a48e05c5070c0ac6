"""A trainer's studio: a deck's folder, a session that plays it and the table it is played at."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pygame

from game.authoring.scaffold import scaffold
from game.content.shelf import load_scenario
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.desk.opening import new_session
from game.places import shelves
from game.table.app import Table
from game.table.window import Window
from game.view.answer.ui import Ui
from game.wiring import assembly, play, requests
from game.wiring.livedeck import LiveDeck
from game.words.catalogue import speaker


class Studio:
    """A deck's folder, the session that plays it, and the table it is played at; its clock is moved by hand."""

    def __init__(self, folder: Path) -> None:
        scaffold(folder / "jeu", "fr")
        self.file, self.path, self.now = folder / "jeu" / "deck.yaml", folder / "Essai.clap", 0.0
        self.good = self.file.read_text(encoding="utf-8")
        sources = load_scenario(folder / "jeu" / "scenario", shelves.decks())
        desk = new_session(self.path, sources, "45", date="2026-12-02")
        for command in (
            EnterPhase("enjeux"),
            PlaceIssue("produits-de-saison", "repas", "cuisine"),
            PlaceIssue("gaspillage", "repas"),
            PlaceIssue("confort-classes", "ecoles", "ecole-nord"),
            EnterPhase("leviers"),
            PlaceLever("menus-de-saison", "produits-de-saison"),
            PlaceLever("pesees", "gaspillage"),
        ):
            assert desk.do(command) is None
        answer = requests.opened(self.path, speaker("fr")) if desk.close() is None else None
        self.desk = answer.desk
        self.live = LiveDeck(lambda: self.now)
        services = replace(assembly.services(play.requests()), news=self.live.news)
        self.table = Table(services, Window("CLAP", (1920, 1080)), self.desk, answer.view(Ui()))
        self.table._news()
        pygame.event.clear()

    def save(self, text: str | bytes) -> None:
        """Save the deck, and let the table find it as its loop would: half a second, then what settles and is read."""
        self.file.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.wait()

    def wait(self) -> None:
        """Let the table look at the deck's files for three seconds."""
        watch = self.live._watched[1]
        for _ in range(30):
            self.now += 0.1
            self.table._news()
            until = time.monotonic() + 60
            while watch._reading and watch._news.empty() and time.monotonic() < until:
                time.sleep(0.001)
        self.table._news()
        self.table.show()

    def label(self, card: str) -> str:
        session = self.desk.session
        return (session.issue_card(card) or session.lever_card(card)).label.fr
