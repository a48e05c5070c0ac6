"""The pages of an objective's sheet: the essential, the context, the CAO with the law and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.aims import is_share
from game.core.doubtful import FIELDS
from game.core.law import over_a_year, sheet_read_at
from game.core.months import month
from game.core.moves.objectives import AmendObjective, DropLever
from game.core.objective import STATUSES, Figures, Objective
from game.core.session import Session
from game.core.sheets import missing
from game.core.sources import by_hand
from game.view.answer.intents import FindData, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.objectives import counting, purchases
from game.view.parts import limits, naming, voices, wording
from game.view.parts.choices import radio
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.lists import kept
from game.view.parts.loads import figures_line
from game.view.parts.pieces import field, fitted, icon, label, line, plate, press, text, told
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, grid, grow, node, over, pad, row, sized, space, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words.calendar import day
from game.words.spacing import percents
from game.words.units import after_figure

NARROW = 900
"""Width below which fields stand one under the other."""
Rows = tuple[tuple[tuple[str, int], ...], ...]
PAGE = "sheet"
"""The tab that keeps which page of a sheet is shown."""
MAIN: Rows = (
    (("title", 1),),
    (("indicator", 2), ("unit", 1)),
    (("baseline", 1), ("baseline_date", 1), ("target", 1), ("deadline", 1)),
    (("deputy", 1), ("department", 1)),
    (("source", 2), ("rhythm", 1)),
)
"""Fields of the first page, row by row, with their shares of the width."""
LONG = ("means", "tension", "arbitration", "legal", "cao")
LIMITS = {"title": limits.TITLE, "source": 200} | dict.fromkeys(LONG, limits.PARAGRAPH)
"""Characters of a field; 120 for those not named."""
SEALS = {"sure": "shield-check", "probable": "shield", "to-check": "shield-alert"}


def field_key(issue: str, name: str) -> str:
    """Give the key of a sheet's field: that of its draft too."""
    return f"objective:{issue}:{name}"


def main(s: Sight, ui: Ui, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Give the essential: what, how much, when, who; and whence a start may come, open data or a count by hand."""
    whence = label(s, "sheet:by_hand", s.say("sheet.by_hand")) if by_hand(session, sheet) else _open_data(s, sheet)
    return (*_rows(s, ui, session, sheet, MAIN), *_estimate(s, sheet), whence)


def short(s: Sight, ui: Ui, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Give the levers and the few fields that the phase asks for, then the way to all of them."""
    levers = ", ".join(naming.card(s, session, one) for one in sheet.levers)
    said = s.say("council.sheet.with", n=len(sheet.levers), levers=levers)
    asked = (tuple((name, share) for name, share in cells if name in session.stage.sheet) for cells in MAIN)
    every = Button("sheet:all", s.say("council.sheet.all"), SelectTab(PAGE, "main"), "quiet", "chevron-right")
    rows = _rows(s, ui, session, sheet, tuple(cells for cells in asked if cells))
    return label(s, "sheet:levers", said), *rows, row(press(s, every), grow(space()))


def _rows(s: Sight, ui: Ui, session: Session, sheet: Objective, asked: Rows) -> tuple[Piece, ...]:
    lacking = missing(wording.live(s, ui, sheet, field_key(sheet.issue, "")))
    fields = {name: _field(s, ui, session, sheet, name, lacking) for cells in asked for name, _ in cells}
    return tuple(_row(s, cells[0][0], [(fields[name], share) for name, share in cells]) for cells in asked)


def _estimate(s: Sight, sheet: Objective) -> tuple[Piece, ...]:
    """Offer the deck's figure of the start for what it is, as long as the town's is to be established."""
    if not sheet.estimate or month(sheet.baseline) is None:
        return ()
    unit = "%" if is_share(sheet.unit) else sheet.unit.say(s.speaker.lang)
    figure = percents(f"{wording.figure(s, sheet.estimate)} {unit}", s.speaker.lang)
    return (label(s, "sheet:estimate", s.say("council.sheet.estimate", figure=figure), Style(ink=theme.INK_3)),)


def _row(s: Sight, key: str, cells: list[tuple[Piece, float]]) -> Piece:
    """Lay fields side by side; one under the other where the room is narrow."""
    if len(cells) == 1:
        return cells[0][0]
    return node("group", f"fields:{key}", "", abreast(cells, s.px(NARROW), (s.px(16), s.px(10))))


def _open_data(s: Sight, sheet: Objective) -> Piece:
    """Offer to take the baseline from the town's open data; an adopted sheet keeps its own."""
    does = Several((OpenDialog("opendata", sheet.issue), FindData()))
    states = ("disabled",) if sheet.adopted else ()
    name = s.say("opendata.offer")
    return press(s, Button("sheet:opendata", name, does, icon="database", size=theme.TEXT, states=states))


def _field(s: Sight, ui: Ui, session: Session, sheet: Objective, name: str, lacking: tuple[str, ...] = ()) -> Piece:
    """Give a field as tall as its text: what is long goes on to a second line."""
    key, value, wrong = field_key(sheet.issue, name), wording.shown(s, sheet, name), name in lacking
    hint = s.say("council.hint.baseline") if name == "baseline" else s.say("council.state.lacking") if wrong else ""
    entry = Field(
        key, s.say(f"council.field.{name}"), value, LIMITS.get(name, limits.SHEET), lines=name in LONG,
        commit=AmendObjective(sheet.issue, name, ""), slot="value", hint=hint, wrong=wrong,
    )  # fmt: skip
    least = 2 if name in LONG else 1
    return guarded(s, ui, session.workshop, entry, least) if name in FIELDS else field(s, ui, entry, least)


def context(s: Sight, ui: Ui, session: Session, sheet: Objective) -> tuple[Piece | None, ...]:
    """Give the context: what was said of the pick, purchases, levers, means, tension and arbitration."""
    quiet = Style(ink=theme.INK_3)
    last = len(sheet.levers) == 1
    said = (*voices.words(s, session, sheet.issue), *voices.questions(s, session, sheet.issue))
    off = voices.off(s, session, sheet.issue)
    heard = [label(s, f"heard:{i}", words) for i, words in enumerate(filter(None, (*said, off)))]
    return (
        label(s, "heard:head", s.say("voices.heard"), quiet) if heard else None,
        *heard,
        *purchases.choice(s, session, sheet),
        label(s, "levers:head", s.say("council.sheet.levers"), quiet),
        *(
            kept(s, f"lever:{one}", _lever, sheet.issue, one, naming.card(s, session, one), last)
            for one in sheet.levers
        ),
        *_steps(s, ui, session, sheet),
        _sums(s, sheet.figures),
        *(_field(s, ui, session, sheet, name) for name in ("means", "tension", "arbitration")),
    )


def _steps(s: Sight, ui: Ui, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Give the means as steps to the effect: written in the tender file, then how far the levers are used."""
    quiet = Style(ink=theme.INK_3)
    if not sheet.written_by:
        return (label(s, "steps:none", s.say("council.sheet.no_steps"), quiet),)
    head = label(s, "steps:head", s.say("council.sheet.steps"), quiet)
    by = _field(s, ui, session, sheet, "written_by")
    if not sheet.share.indicator:
        return head, by
    lang = s.speaker.lang
    unit = after_figure(sheet.share.unit.say(lang), lang)
    name = s.say("council.sheet.share", indicator=sheet.share.indicator.say(lang), unit=unit)
    cells: list[tuple[Piece, float]] = [(by, 1)]
    cells += [(_field(s, ui, session, sheet, name), 1) for name in ("share_target", "share_by")]
    return head, label(s, "steps:share", name), _row(s, "steps", cells)


def _lever(s: Sight, issue: str, lever: str, name: str, last: bool) -> Piece:  # noqa: FBT001
    drop = Button(f"drop:{lever}", s.say("council.sheet.drop"), DropLever(issue, lever), icon="x", size=theme.TEXT,
                  states=("disabled",) if last else ())  # fmt: skip
    words = fitted(s, name, Style(theme.BODY, bold=True, back=theme.WHITE, middle=True), theme.TEXT)
    shape = pad(row(grow(words), sized(press(s, drop), wide=s.px(190)), gap=s.px(16)), s.px(16), s.px(6))
    return node("row", f"lever:{lever}", name, sized(over(shape, plate(s)), tall=s.px(68)))


def _sums(s: Sight, sums: Figures) -> Piece:
    name = s.say("council.sheet.sums", cost=sums.cost, delay=sums.delay, effort=sums.effort, impact=sums.impact)
    told = sized(figures_line(s, sums, theme.PAPER), wide=s.px(420), tall=s.px(40))
    return node("text", "sheet:sums", name, row(told))


def follow(s: Sight, ui: Ui, session: Session, sheet: Objective) -> tuple[Piece | None, ...]:
    """Give what can be counted and from when, the CAO's line, the law's, the status, what was undressed, the duties."""
    quiet = Style(ink=theme.INK_3)
    told = (wording.undressing(s, session, item) for item in sheet.undressed)
    lost = [_undressed(s, f"undressed:{i}", said) for i, said in enumerate(told)]
    return (
        *counting.lines(s, session, sheet),
        _field(s, ui, session, sheet, "cao"),
        _field(s, ui, session, sheet, "legal"),
        *_law(s, session, sheet),
        label(s, "status:head", s.say("council.field.status"), quiet),
        _wheel(s, sheet),
        label(s, "undressed:head", s.say("council.sheet.undressed"), quiet) if lost else None,
        *lost,
        *_owed(s, session, sheet),
    )


def _owed(s: Sight, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Say what the law asks of each purchase linked, apart from what was chosen."""
    lines = ((one, wording.owed(s, session.workshop, one)) for one in sheet.intentions)
    return tuple(
        label(s, f"duties:{one.id}", f"{one.title.say(s.speaker.lang)} – {said}") for one, said in lines if said
    )


def _law(s: Sight, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Say how sure the law quoted is, when it was read, and that this was over a year ago, if it was."""
    read = sheet_read_at(session, sheet)
    dated = s.say("council.law_read", day=day(read, s.speaker.lang)) if read else ""
    old = s.say("spot.legal_old") if over_a_year(read, session.date) else ""
    seal = (_seal(s, sheet.confidence),) if sheet.confidence else ()
    return (*seal, *(label(s, f"sheet:law:{i}", said) for i, said in enumerate((dated, old)) if said))


def _seal(s: Sight, confidence: str) -> Piece:
    said = s.say(f"council.confidence.{confidence}")
    return node(
        "text", "sheet:confidence", said, told(s, icon(s, SEALS[confidence], 34), text(s, said, Style(middle=True)))
    )


def _wheel(s: Sight, sheet: Objective) -> Piece:
    """Give the PDCA steps as the loop they are: plan, do, check, one of three ways to act, and round again."""
    steps = [_status(s, sheet, name) for name in STATUSES]
    six, three, two = _loop(s, steps), *(grid(steps, across, s.px(10)) for across in (3, 2))
    laid = (sized(one, wide=max(one.wide, s.px(least))) for one, least in ((six, 1180), (three, 600)))
    return node("radios", "status", s.say("council.field.status"), ways(*laid, two))


def _loop(s: Sight, steps: Sequence[Piece]) -> Piece:
    """Lay the steps on one line, an arrow between two that follow; after the ways to act the loop begins anew."""
    acts = grow(grid(steps[3:], 3, s.px(10)), 3)
    arrow, anew = (icon(s, sign, 30, theme.INK_3) for sign in ("arrow-right", "refresh-cw"))
    before = (part for one in steps[:3] for part in (grow(one), arrow))
    return row(*before, acts, anew, gap=s.px(6))


def _status(s: Sight, sheet: Objective, name: str) -> Piece:
    on = sheet.status == name
    fill, ink, edge, width = (
        (theme.INK, theme.WHITE, theme.ACCENT, 4) if on else (theme.WHITE, theme.INK, theme.LINE, 2)
    )
    step, word = s.say(f"council.pdca.{name.split('_', maxsplit=1)[0]}"), s.say(f"council.status.{name}")
    lines = (grow(line(s, step, Style(ink=ink, bold=True, back=fill))), grow(line(s, word, Style(ink=ink, back=fill))))
    shape = over(pad(column(*lines), s.px(12), s.px(8)), plate(s, fill, edge, width))
    return node("step", f"status:{name}", f"{step}, {word}", sized(shape, tall=s.px(92)),
                does=AmendObjective(sheet.issue, "status", name), states=radio(on=on))  # fmt: skip


def _undressed(s: Sight, key: str, said: str) -> Piece:
    """Say what an adopted objective lost, who wanted it, and why."""
    words = label(s, f"{key}:said", said, Style(back=theme.WARN_2))
    return node("group", key, said, over(pad(words, s.px(14), s.px(14)), plate(s, theme.WARN_2, theme.WARN)))
