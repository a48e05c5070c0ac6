"""What is announced after a gesture: one sentence of all that is new, once each, and nothing of what was heard."""

from __future__ import annotations

from game.table.announcing import Announcer, joined
from game.view.tree.box import Box
from game.view.tree.node import Node

BOX = Box(0, 0, 1920, 1080)


def window(told: str = "", now: str = "Posez un enjeu", layers: tuple[Node, ...] = (), toast: str = "") -> Node:
    """Give a screen with what has to be done now, layers over it, and what the hands say."""
    screen = Node("group", "play", "", BOX, kids=(Node("text", "instruction", now, BOX, states=("polite",)),))
    said = (Node("banner", "toast", toast, BOX, states=("live",)),) if toast else ()
    hands = Node("group", "hands", "", BOX, states=("ghost",), kids=(*said, Node("text", "told:1", told, BOX, states=(
        "polite",))))  # fmt: skip
    return Node("window", "window", "CLAP", BOX, kids=(Node("group", "board", "", BOX, kids=(screen, *layers)), hands))


def veil(said: str) -> Node:
    text = Node("text", "veil:said", said, BOX, states=("live",))
    return Node("group", "veil", "", BOX, states=("modal",), kids=(text,))


def said(*trees: Node) -> list[tuple[str, str]]:
    """Give what is announced of trees one after the other, and how: nothing is of the first."""
    announcer, found = Announcer(), []
    last = announcer.after(trees[0])
    for tree in trees[1:]:
        now = announcer.after(tree)
        found += [(now.name, now.states[0])] if now is not None and now is not last else []
        last = now
    return found


def test_what_a_gesture_did_comes_before_what_is_to_be_done_in_one_sentence() -> None:
    after = window("Phase Leviers", "Posez un levier : encore 8")
    assert said(window(), after) == [("Phase Leviers. Posez un levier : encore 8.", "polite")]


def test_whoever_begins_to_listen_is_told_nothing_of_what_stands_there() -> None:
    announcer = Announcer()
    announcer.after(window())
    announcer.silently()
    assert announcer.after(window("Phase Leviers")) is None


def test_what_a_dialog_covered_is_not_said_again_once_it_closes_unless_it_has_changed() -> None:
    asked = veil("Combien ?")
    assert said(window(), window(layers=(asked,)), window()) == [("Combien ?", "live")]
    other = window(now="Dévoilez")
    assert said(window(), window(now="Dévoilez", layers=(asked,)), other)[-1] == ("Dévoilez.", "polite")


def test_the_same_refusal_is_said_again_after_it_has_gone() -> None:
    told = said(window(), window(toast="Complet"), window(), window(toast="Complet"))
    assert told == [("Complet.", "live")] * 2


def test_what_one_sentence_holds_another_does_not_say_again() -> None:
    assert joined(["Pause.", "PAUSE. Le temps est arrêté"]) == "PAUSE. Le temps est arrêté."
    assert joined(["Un", "Deux ?", "Un"]) == "Un. Deux ?"
    assert joined(["Dit : « Trois ? »", "Quatre"]) == "Dit : « Trois ? » Quatre."
