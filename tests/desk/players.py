"""Players who try anything, mostly what could work: the same seed plays the same gestures on the same session."""

from dataclasses import MISSING, fields
from random import Random
from typing import get_type_hints

from game.core.award import CHOICES
from game.core.ballot import WAYS
from game.core.moves import (
    COMMANDS,
    advice,
    arbitration,
    axes,
    ballots,
    blanks,
    flow,
    induction,
    issues,
    judging,
    levers,
    measures,
    moments,
    notes,
    objectives,
    questions,
    reasons,
    record,
    seats,
    share,
    steps,
    survey,
    votes,
)
from game.core.moves.move import Command
from game.core.picks import picks
from game.core.record import FIELDS
from game.core.review import Former
from game.core.session import Session
from game.core.spoken import WORDS
from game.core.survey import tallied
from game.core.tensions import pulls
from game.desk.desk import Desk

TEXTS = (
    "L'école d'abord",
    "Noël à l'Œuvre « 100 % »",
    "日本 🎬",
    'a "quoted" \\ one',
    "deux\nlignes",
    "",
    "é" * 40,
    "2027-05",
    "12",
)
FRAMES = ("intention", "clap", "dossier", "avis", "offres", "cao", "notification", "mesure")
MOVES_OF = {
    "reperage": (share.GuessShare, share.GuessShare, share.RevealShare, share.AddIntention),
    "enjeux": (issues.PlaceIssue,) * 5
    + (issues.MoveIssue, issues.LiftIssue, issues.Renounce, blanks.WriteIssue)
    + (axes.AdoptAxes, questions.AskQuestion, advice.Advise),
    "leviers": (levers.PlaceLever,) * 6
    + (levers.MoveLever, levers.LiftLever, blanks.WriteLever, issues.MoveIssue)
    + (questions.AskQuestion, questions.HearAnswer, questions.TakeQuestionBack, advice.Advise, advice.Advise),
    "arbitrage": (votes.LayToken,) * 8
    + (votes.TakeToken, arbitration.ArbitrateTension, arbitration.DrawEvent, votes.CloseBallot, votes.SettleTie)
    + (ballots.CastBallot, ballots.CastBallot, ballots.CountHands, ballots.ChooseWay)
    + (arbitration.AssumeLoad, issues.Renounce, questions.HearAnswer, advice.Advise),
    "objectifs": (objectives.AmendObjective,) * 3
    + (objectives.AdoptObjective, objectives.SendBackObjective, objectives.DropLever),
    "bande": (induction.LayFrame,) * 5 + (induction.LiftFrame, induction.AnswerQuestion, induction.AnswerQuestion),
    "bilan-lu": (measures.GuessMeasure,),
    "ma-famille": (induction.ChooseFamily, induction.MendSentence, arbitration.DrawEvent, issues.PlaceIssue,
                   issues.LiftIssue, levers.PlaceLever, levers.PlaceLever, levers.LiftLever),
    "tiraillement": (induction.TalkOver,),
    "essai": (objectives.AmendObjective, objectives.AdoptObjective, objectives.SendBackObjective),
    "tiers": (share.GuessShare, share.RevealShare),
    "generique": (flow.Resume, flow.TakeNote, flow.Pause),
}  # fmt: skip
ANYWHERE = (flow.Pause, flow.Resume, flow.AddMinutes, flow.TakeNote, notes.AmendNote, notes.LiftNote,
            moments.NameMoment, seats.SeatMember, seats.UnseatMember, seats.SetVoting, seats.SetCao,
            seats.InviteGuest)  # fmt: skip


def any_command(dice: Random, session: Session) -> Command:
    """Choose a command: a phase to come now and then, else one the phase allows, else any other."""
    if dice.random() < 0.05:
        return flow.EnterPhase(dice.choice(session.workshop.agenda.phases).id)
    roll = dice.random()
    if roll < 0.1:
        return made(dice.choice(ANYWHERE), dice, session)
    if roll < 0.15:
        return made(dice.choice([kind for kind in COMMANDS if kind is not flow.CloseSession]), dice, session)
    return made(dice.choice(MOVES_OF.get(session.phase, ANYWHERE)), dice, session)


def made(kind: type[Command], dice: Random, session: Session) -> Command:
    """Fill a command's fields with values of this session."""
    on_board = [issue.card for issue in session.issues] or ["eau"]
    picked = [pick.card for pick in picks(session)] or on_board
    place = dice.choice(session.workshop.scenario.places)
    lever = dice.choice(session.workshop.deck.levers).id
    under = [(lever, issue.card) for issue in session.issues for lever in issue.levers] or [("x", "y")]
    seat = dice.choice(session.seats).seat.id
    text = dice.choice(TEXTS)
    pull = [pull.tension.pair for pull in pulls(session)] or [("a", "b")]
    built = {
        flow.EnterPhase: lambda: flow.EnterPhase(dice.choice(session.workshop.agenda.phases).id),
        flow.AddMinutes: lambda: flow.AddMinutes(dice.randint(-3, 3)),
        flow.StretchAgenda: lambda: flow.StretchAgenda(dice.randint(20, 200)),
        flow.TakeNote: lambda: flow.TakeNote(text),
        notes.AmendNote: lambda: notes.AmendNote(dice.randint(0, 3), text),
        notes.LiftNote: lambda: notes.LiftNote(dice.randint(0, 3)),
        flow.OpenTable: lambda: flow.OpenTable(text, "2027-01-01"),
        seats.InviteGuest: lambda: seats.InviteGuest(text),
        seats.SetVoting: lambda: seats.SetVoting(seat, dice.random() < 0.8),
        seats.SetCao: lambda: seats.SetCao(seat, dice.random() < 0.5),
        share.GuessShare: lambda: share.GuessShare(seat, dice.randint(-5, 105)),
        share.AddIntention: lambda: share.AddIntention("sports", place.id, text, "120 000 €", "2027-03"),
        share.BringIntentions: lambda: share.BringIntentions(
            (share.AddIntention("sports", place.id, text, "5000", "2027-03", department=text),) * dice.randint(0, 3)
        ),
        issues.PlaceIssue: lambda: issues.PlaceIssue(
            dice.choice(session.hand_issues).id, dice.choice(place.families or ("sports",)), dice.choice((place.id, ""))
        ),
        issues.MoveIssue: lambda: issues.MoveIssue(dice.choice(on_board), dice.choice(place.families or ("sports",))),
        issues.LiftIssue: lambda: issues.LiftIssue(dice.choice(on_board)),
        reasons.GiveReason: lambda: reasons.GiveReason(dice.choice(on_board), text),
        judging.JudgeOffers: lambda: judging.JudgeOffers(dice.choice(picked), dice.choice(CHOICES), text),
        issues.Renounce: lambda: issues.Renounce(dice.choice(on_board), text),
        levers.PlaceLever: lambda: levers.PlaceLever(lever, dice.choice(on_board)),
        levers.MoveLever: lambda: levers.MoveLever(*dice.choice(under), dice.choice(on_board)),
        levers.LiftLever: lambda: levers.LiftLever(*dice.choice(under)),
        blanks.WriteIssue: lambda: blanks.WriteIssue(text, text, dice.choice(session.workshop.deck.axes).id),
        blanks.WriteLever: lambda: blanks.WriteLever(text, text, dice.choice(session.workshop.deck.stages).id, 1),
        arbitration.ArbitrateTension: lambda: arbitration.ArbitrateTension(dice.choice(pull), text),
        arbitration.DrawEvent: arbitration.DrawEvent,
        arbitration.AssumeLoad: lambda: arbitration.AssumeLoad(text),
        ballots.ChooseWay: lambda: ballots.ChooseWay(dice.choice(WAYS)),
        ballots.CastBallot: lambda: ballots.CastBallot(
            tuple({card: dice.randint(0, 3) for card in picked[:3]}.items()), dice.choice((seat, ""))
        ),
        ballots.CountHands: lambda: ballots.CountHands(dice.choice(picked), dice.randint(0, 8)),
        votes.LayToken: lambda: votes.LayToken(seat, dice.choice(picked)),
        votes.TakeToken: lambda: votes.TakeToken(seat, dice.choice(picked)),
        votes.SettleTie: lambda: votes.SettleTie(session.ballot.tied[: session.ballot.left]),
        objectives.AmendObjective: lambda: objectives.AmendObjective(
            dice.choice(picked), dice.choice(("title", "target", "deadline", "indicator")), text, text, seat
        ),
        objectives.DropLever: lambda: objectives.DropLever(dice.choice(picked), lever, text, seat),
        objectives.AdoptObjective: lambda: objectives.AdoptObjective(dice.choice(picked)),
        measures.CarryObjectives: lambda: measures.CarryObjectives(Former("x.clap", "0" * 64, "", "", ""), ()),
        measures.GuessMeasure: lambda: measures.GuessMeasure(text, text),
        measures.RecordMeasure: lambda: measures.RecordMeasure(text, text),
        measures.PullMeasure: lambda: measures.PullMeasure(text, 50.0, 1, 2, "x.json", "0" * 64, text),
        record.FillRecord: lambda: record.FillRecord(dice.choice(FIELDS), text),
        axes.AdoptAxes: lambda: axes.AdoptAxes(
            tuple(axis.id for axis in session.workshop.deck.axes if dice.random() < 0.4)
        ),
        questions.AskQuestion: lambda: questions.AskQuestion(
            dice.choice((seat, "commande-publique")), dice.choice(on_board), dice.choice(("besoin", "", "nul")), text
        ),
        questions.HearAnswer: lambda: questions.HearAnswer(dice.randint(1, 3)),
        questions.TakeQuestionBack: lambda: questions.TakeQuestionBack(dice.randint(1, 3)),
        advice.Advise: lambda: advice.Advise(
            dice.choice((seat, "guest-1")), dice.choice(on_board), dice.choice((*WORDS, "x")), dice.choice(TEXTS)
        ),
        steps.TellStep: lambda: steps.TellStep(text, "written", "yes"),
        measures.FollowUp: lambda: measures.FollowUp(text, dice.choice(("keep", "stop")), text),
        induction.LayFrame: lambda: induction.LayFrame(dice.choice((*FRAMES, text)), dice.randint(-1, 9)),
        induction.LiftFrame: lambda: induction.LiftFrame(dice.choice((*FRAMES, text))),
        induction.AnswerQuestion: lambda: induction.AnswerQuestion(
            dice.choice(("cao-critere", "lot-local", "prix-seul", text)), dice.random() < 0.5
        ),
        survey.CountAnswers: lambda: survey.CountAnswers(
            dice.choice(("before", "after", text)),
            tallied(session.workshop.scenario.takeaway.questions, [dice.randint(0, 3) for _ in range(10)]),
        ),
        induction.ChooseFamily: lambda: induction.ChooseFamily(dice.choice(("sports", "travaux", text))),
        induction.MendSentence: lambda: induction.MendSentence(dice.choice(("entreprises locales", text))),
        induction.TalkOver: lambda: induction.TalkOver(text),
        objectives.SendBackObjective: lambda: objectives.SendBackObjective(dice.choice(picked)),
    }
    if kind in built:
        return built[kind]()
    return kind(seat) if kind in (seats.SeatMember, seats.UnseatMember) else anyhow(kind, dice, text)


def anyhow(kind: type[Command], dice: Random, text: str) -> Command:
    """Make a command that nothing above knows how to fill: what it needs is any number, or any text."""
    hints, needed = get_type_hints(kind), [one for one in fields(kind) if one.default is MISSING]  # type: ignore[arg-type]
    numbers = {int: dice.randint(-1, 90), float: 1.5, bool: True}
    return kind(**{one.name: numbers.get(hints[one.name], text) for one in needed})


def any_gesture(dice: Random, desk: Desk) -> None:
    """Do one thing at a desk: a command, an undo, a redo or a text being typed."""
    roll = dice.random()
    if roll < 0.06:
        desk.undo()
    elif roll < 0.1:
        desk.redo()
    elif roll < 0.25:
        desk.draft(f"field-{dice.randrange(4)}", dice.choice(TEXTS))
    else:
        desk.do(any_command(dice, desk.session))
