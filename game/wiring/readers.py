"""What a bundle runs when it starts itself to read apart (content/apart.py): one of its readers, by its name."""

from __future__ import annotations


def read(module: str, *arguments: str) -> None:
    """Do what `main` of a reader does with the input. A name that is no reader's does nothing."""
    match module:
        case "game.content.decoding":
            from game.content import decoding

            decoding.main()
        case "game.content.largemap":
            from game.content import largemap

            largemap.main()
        case "game.content.maps.scan":
            from game.content.maps import scan

            scan.main()
        case "game.content.maps.library":
            from game.content.maps import library

            library.main(*arguments)
        case "game.photo.eye":
            from game.photo import eye

            eye.main()
