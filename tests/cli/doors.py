"""Every command that takes a file, as people type it: the odd thing stands at {}, what is sound at its name."""

from __future__ import annotations

READ = (
    "export {} --to OUT --only csv", "export SESSION --to OUT --only docx --template {}",
    "session pages {} --to OUT --family sports",
    "session log {}", "session purge {}", "session purge {} --out NEW.clap",
    "session from-list {} --scenario blagnac --out NEW.clap", "session from-list LIST --scenario {} --out NEW.clap",
    "deck check {}", "deck check {} --json", "deck check {} --gcc", "deck fix {} --yes", "deck print {} --out NEW.pdf",
    "deck print clap --only credits --out NEW.pdf --since {}", "deck print clap --sheets 1 --out NEW.pdf --scenario {}",
    "deck print clap --only credits --out NEW.pdf --templates {}",
    "deck preview {} --out NEW.png", "deck diff {} clap", "deck diff clap {}", "deck pack {} --out NEW.zip",
    "deck sheet export {} NEW.xlsx", "deck sheet import {} SHEET --yes", "deck sheet import DECK {} --yes",
    "scenario check {}", "scenario check {} --json", "agenda {}", "agenda --scenario {}", "review {} --no-window",
    "guide --scenario {} --to NEW.pdf", "report {} --to OUT", "report SESSION --to OUT --decp {}",
    "report SESSION --to OUT --template {}",
    "measure {}", "measure {} --json", "measure {} --national --buyer 213100696", "measure CONTRACTS --families {}",
    "measure CONTRACTS --buyer 213100696 --suppliers {}", "measure CONTRACTS --scenario {}",
    "intentions import {} --scenario TOWN --yes", "intentions import SHEET --scenario {} --yes",
    "intentions import {} --session SESSION --yes", "intentions import SHEET --session {} --yes",
    "intentions template --to NEW.csv --scenario {}", "demo --headless --out OUT --scenario {}",
)  # fmt: skip
"""What is read."""
WRITTEN = (
    "export SESSION --to {} --only csv", "session pages SESSION --to {} --family sports",
    "session purge SESSION --out {}",
    "session from-list LIST --scenario blagnac --out {}", "deck print clap --only credits --out {}",
    "deck preview DECK --out {}", "deck pack DECK --out {}", "deck new {}", "deck schema --to {}",
    "deck sheet export clap {}", "deck sheet export clap {} --csv", "agenda --scenario blagnac --to {}",
    "guide --scenario blagnac --to {}",
    "review SESSION --no-window --to {}", "report SESSION --to {}", "intentions template --to {}",
    "demo --headless --out {}",
)  # fmt: skip
"""What is written."""
ENDINGS = {
    "deck": ".yaml", "scenario": ".yaml", "agenda --scenario blagnac": ".pdf",
    "guide --scenario blagnac": ".pdf", "intentions template --to {}": ".csv",
    "deck sheet": ".xlsx", "export {}": ".clap", "session": ".clap", "review": ".clap", "measure": ".json",
    "deck print clap --only credits --out {}": ".pdf", "deck preview DECK": ".png", "deck pack DECK": ".zip",
    "intentions import {}": ".csv",
}  # fmt: skip


def ending(door: str) -> str:
    """Give how a file of a door is called: the longest beginning that is known."""
    return ENDINGS.get(max((one for one in ENDINGS if door.startswith(one)), key=len, default=""), "")
