"""The pages of an objective's sheet: the essential, the context, the CAO with the law and what follows."""

from __future__ import annotations

from game.core.moves.objectives import AmendObjective, DropLever
from game.core.objective import STATUSES, Figures, Objective, Undressed
from game.core.scenario import Intention
from game.core.session import Session
from game.core.sheets import by_hand, missing
from game.view import limits, theme
from game.view.box import Box
from game.view.fields import Field, flow
from game.view.fields import field as text_field
from game.view.intents import FindData, OpenDialog, Several
from game.view.looks import Fill, Icon, Style
from game.view.node import Node
from game.view.panels import counting, naming, plainly
from game.view.panels.blocks import Block, stacked, text
from game.view.panels.options import option
from game.view.panels.pickrow import figure_marks
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button
from game.words.calendar import month

NARROW = 900
"""Width below which fields stand one under the other."""
MAIN = (
    (("title", 1),),
    (("indicator", 2), ("unit", 1)),
    (("baseline", 1), ("baseline_date", 1), ("target", 1), ("deadline", 1)),
    (("deputy", 1), ("department", 1)),
    (("source", 2), ("rhythm", 1)),
)
"""Fields of the first page, row by row, with their shares of the width."""
LONG = ("means", "tension", "arbitration", "legal", "cao")
LIMITS = {"title": limits.TITLE} | dict.fromkeys(LONG, limits.PARAGRAPH)
"""Characters of a field; 120 for those not named."""
SEALS = {"sure": "shield-check", "probable": "shield", "to-check": "shield-alert"}


def field_key(issue: str, name: str) -> str:
    """Give the key of a sheet's field: that of its draft too."""
    return f"objective:{issue}:{name}"


def main(s: Sight, ui: Ui, session: Session, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """Give the essential: what, how much, when, who; and whence a start may come, open data or a count by hand."""
    narrow = wide < s.px(NARROW)
    rows = [(cell,) for row in MAIN for cell in row] if narrow else list(MAIN)
    whence = text(s, wide, "sheet:by_hand", s.say("sheet.by_hand")) if by_hand(session, sheet) else _open_data(s, sheet)
    return (*(_fields(s, ui, sheet, cells, wide) for cells in rows), whence)


def _open_data(s: Sight, sheet: Objective) -> Block:
    """Offer to take the baseline from the town's open data; an adopted sheet keeps its own."""
    does = Several((OpenDialog("opendata", sheet.issue), FindData()))
    states = ("disabled",) if sheet.adopted else ()

    def build(box: Box) -> Node:
        return button(
            s,
            box,
            Button("sheet:opendata", s.say("opendata.offer"), does, icon="database", size=theme.TEXT, states=states),
        )

    return Block(s.px(theme.BUTTON), build)


def _fields(s: Sight, ui: Ui, sheet: Objective, cells: tuple[tuple[str, int], ...], wide: int) -> Block:
    gap = s.px(16)
    shares = [share for _, share in cells]
    widths = [box.w for box in Box(0, 0, wide, 1).split_columns(*shares, gap=gap)]
    blocks = [_field(s, ui, sheet, name, room) for (name, _), room in zip(cells, widths, strict=True)]
    tall = max(block.tall for block in blocks)
    if len(blocks) == 1:
        return blocks[0]

    def build(box: Box) -> Node:
        spots = box.split_columns(*shares, gap=gap)
        kids = tuple(block.build(spot) for block, spot in zip(blocks, spots, strict=True))
        return Node("group", f"fields:{cells[0][0]}", "", box, kids=kids)

    return Block(tall, build)


def _field(s: Sight, ui: Ui, sheet: Objective, name: str, wide: int) -> Block:
    """Give a field as tall as its text: what is long goes on to a second line."""
    key, value = field_key(sheet.issue, name), plainly.shown(s, sheet, name)
    rows = len(flow(s, ui.text(key, value), wide - s.px(28)))
    least = 2 if name in LONG else 1
    tall = s.step(theme.TEXT) + s.px(4) + max(rows, least) * s.step(theme.BODY) + s.px(24)
    commit = AmendObjective(sheet.issue, name, "")
    limit = LIMITS.get(name, limits.SHEET)
    wrong = name in missing(plainly.live(s, ui, sheet, field_key(sheet.issue, "")))
    hint = s.say("council.hint.baseline") if name == "baseline" else s.say("council.state.lacking") if wrong else ""
    return Block(
        tall,
        lambda box: text_field(
            s,
            ui,
            box,
            Field(
                key,
                s.say(f"council.field.{name}"),
                value,
                commit=commit,
                slot="value",
                hint=hint,
                limit=limit,
                lines=rows > 1 or name in LONG,
                wrong=wrong,
            ),
        ),
    )


def context(s: Sight, ui: Ui, session: Session, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """Give the context: purchases, levers, means, tension and arbitration."""
    head = text(s, wide, "intentions:head", s.say("council.field.intentions"), Style(ink=theme.INK_3))
    levers = text(s, wide, "levers:head", s.say("council.sheet.levers"), Style(ink=theme.INK_3))
    return (
        head,
        *(_intention(s, sheet, item, wide) for item in _near(session, sheet)),
        levers,
        *(_lever(s, session, sheet, lever, wide) for lever in sheet.levers),
        _sums(s, sheet.figures),
        *(_field(s, ui, sheet, name, wide) for name in ("means", "tension", "arbitration")),
    )


def _near(session: Session, sheet: Objective) -> tuple[Intention, ...]:
    """Give the family's purchases, and those already linked."""
    linked = {item.id for item in sheet.intentions}
    return tuple(item for item in session.all_intentions if item.family == sheet.family or item.id in linked)


def _intention(s: Sight, sheet: Objective, item: Intention, wide: int) -> Block:
    linked = [one.id for one in sheet.intentions]
    on = item.id in linked
    after = [one for one in linked if one != item.id] if on else [*linked, item.id]
    note = ", ".join(filter(None, (
        plainly.purchase(s, item.amount_ht, item.launch), item.procedure.say(s.speaker.lang),
    )))  # fmt: skip
    does = AmendObjective(sheet.issue, "intentions", " ".join(after))
    return option(s, wide, f"intention:{item.id}", item.title.say(s.speaker.lang), note, does, on=on)


def _lever(s: Sight, session: Session, sheet: Objective, lever: str, wide: int) -> Block:
    name = naming.card(s, session, lever)
    last = len(sheet.levers) == 1

    def build(box: Box) -> Node:
        off, rest = box.inset(s.px(16), s.px(6)).cut_right(s.px(190), s.px(16))
        words = s.fitted(rest, name, Style(theme.BODY, bold=True, back=theme.WHITE, middle=True), theme.TEXT)
        kids = (
            button(
                s,
                off,
                Button(
                    f"drop:{lever}",
                    s.say("council.sheet.drop"),
                    DropLever(sheet.issue, lever),
                    icon="x",
                    size=theme.TEXT,
                    states=("disabled",) if last else (),
                ),
            ),
        )
        look = (Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.SAND, s.px(2)), words)
        return Node("row", f"lever:{lever}", name, box, look, kids=kids)

    return Block(s.px(68), build)


def _sums(s: Sight, sums: Figures) -> Block:
    name = s.say("council.sheet.sums", cost=sums.cost, delay=sums.delay, effort=sums.effort, impact=sums.impact)
    return Block(s.px(40), lambda box: Node("text", "sheet:sums", name, box, tuple(
        figure_marks(s, box.cut_left(min(box.w, s.px(420)))[0], sums, theme.PAPER))))  # fmt: skip


def follow(s: Sight, ui: Ui, session: Session, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """Give what can be counted and from when, the CAO's line, the law's, the PDCA status, and what was undressed."""
    blocks = [
        *counting.lines(s, session, sheet, wide),
        _field(s, ui, sheet, "cao", wide),
        _field(s, ui, sheet, "legal", wide),
    ]
    if sheet.confidence:
        blocks.append(_seal(s, sheet.confidence, wide))
    blocks.append(text(s, wide, "status:head", s.say("council.field.status"), Style(ink=theme.INK_3)))
    blocks.append(_wheel(s, sheet, wide))
    if sheet.undressed:
        blocks.append(text(s, wide, "undressed:head", s.say("council.sheet.undressed"), Style(ink=theme.INK_3)))
        blocks += [undressed(s, session, i, item, wide) for i, item in enumerate(sheet.undressed)]
    return tuple(blocks)


def _seal(s: Sight, confidence: str, wide: int) -> Block:
    said = s.say(f"council.confidence.{confidence}")
    tall = max(s.px(34), s.tall(said, theme.TEXT, wide - s.px(46)))

    def build(box: Box) -> Node:
        spot, rest = box.cut_left(s.px(34), s.px(12))
        look = (Icon(spot.middle(s.px(32), s.px(32)), SEALS[confidence], theme.INK),
                s.words(rest, said, Style(middle=True)))  # fmt: skip
        return Node("text", "sheet:confidence", said, box, look)

    return Block(tall, build)


def _wheel(s: Sight, sheet: Objective, wide: int) -> Block:
    """Give the PDCA steps: plan, do, check, then the three ways to act."""
    across = 6 if wide >= s.px(1180) else 3 if wide >= s.px(600) else 2
    down = -(-len(STATUSES) // across)
    tall = s.px(92)

    def build(box: Box) -> Node:
        cells = box.grid(across, down, s.px(10))
        kids = tuple(_status(s, sheet, name, cell) for name, cell in zip(STATUSES, cells, strict=False))
        return Node("group", "status", s.say("council.field.status"), box, kids=kids)

    return Block(down * tall + (down - 1) * s.px(10), build)


def _status(s: Sight, sheet: Objective, name: str, box: Box) -> Node:
    on = sheet.status == name
    fill, ink = (theme.INK, theme.WHITE) if on else (theme.WHITE, theme.INK)
    step, word = s.say(f"council.pdca.{name.split('_', maxsplit=1)[0]}"), s.say(f"council.status.{name}")
    top, foot = box.inset(s.px(12), s.px(8)).rows(2)
    look = (
        Fill(box, fill, s.px(theme.RADIUS), theme.ACCENT if on else theme.LINE, s.px(4 if on else 2)),
        s.words(top, step, Style(ink=ink, bold=True, back=fill, middle=True)),
        s.words(foot, word, Style(ink=ink, back=fill, middle=True)),
    )
    does = AmendObjective(sheet.issue, "status", name)
    return Node("step", f"status:{name}", f"{step}, {word}", box, look, does, ("selected",) if on else ())


def undressed(s: Sight, session: Session, at: int, item: Undressed, wide: int) -> Block:
    """Say what an adopted objective lost, who wanted it, and why."""
    pad = s.px(14)
    said = undressing(s, session, item)
    words = text(s, wide - 2 * pad, f"undressed:{at}:said", said, Style(back=theme.WARN_2))
    return stacked(s, f"undressed:{at}", said, (words,), pad, 0, lambda box: (
        Fill(box, theme.WARN_2, s.px(theme.RADIUS), theme.WARN, s.px(2)),))  # fmt: skip


def undressing(s: Sight, session: Session, item: Undressed) -> str:
    """Put into words what was undressed."""
    who = naming.role(s, session, item.seat)
    if item.field == "lever":
        lever = naming.card(s, session, item.was)
        return s.say("council.sheet.undressed.lever", lever=lever, who=who, why=naming.typed(s, item.reason))
    was, now = (month(v, s.speaker.lang) if item.field == "deadline" else plainly.figure(s, v)
                for v in (item.was, item.now))  # fmt: skip
    name = s.say(f"council.field.{item.field}")
    return s.say(
        "council.sheet.undressed.field", field=name, was=was, now=now, who=who, why=naming.typed(s, item.reason)
    )
