"""The moves: commands decide, events apply, side by side. `decide` is the only door in, `fold` the only way on.

A command is imperative and may refuse; an event is past tense and never does. Both are frozen values.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.core.errors import Refused
from game.core.moment import Moment
from game.core.moves import (
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
from game.core.moves.move import ALWAYS, Command, Event
from game.core.session import Session

EVENTS: dict[str, type[Event]] = {
    event.__name__: event
    for event in (
        flow.SessionOpened, flow.AgendaStretched, flow.PhaseEntered, flow.Paused, flow.Resumed, flow.MinutesAdded,
        flow.NoteTaken, flow.SessionClosed, notes.NoteAmended, notes.NoteLifted, record.RecordFilled,
        moments.MomentNamed, moments.BranchBegun,
        seats.MemberSeated, seats.MemberUnseated, seats.VotingSet, seats.CaoSet, seats.GuestInvited,
        share.ShareGuessed, share.ShareRevealed, share.IntentionAdded,
        issues.IssuePlaced, issues.IssueMoved, issues.IssueLifted, issues.IssueRenounced,
        levers.LeverPlaced, levers.LeverMoved, levers.LeverLifted,
        blanks.IssueWritten, blanks.LeverWritten,
        arbitration.TensionArbitrated, arbitration.EventDrawn, arbitration.LoadAssumed,
        ballots.WayChosen, ballots.BallotCast, ballots.HandsCounted,
        votes.TokenLaid, votes.TokenTaken, votes.BallotClosed, votes.TieSettled, reasons.ReasonGiven,
        objectives.ObjectiveAmended, objectives.LeverDropped, objectives.ObjectiveAdopted, objectives.ObjectiveSentBack,
        measures.ObjectivesCarried, measures.MeasureGuessed, measures.MeasureRecorded, measures.FollowedUp,
        steps.StepTold, judging.OffersJudged,
        induction.FrameLaid, induction.FrameLifted, induction.QuestionAnswered,
        induction.FamilyChosen, induction.SentenceMended, induction.TensionTalkedOver,
        axes.AxesAdopted, questions.QuestionAsked, questions.AnswerHeard, questions.QuestionTakenBack,
        advice.AdviceGiven, advice.AdviceLifted, survey.AnswersCounted,
    )
}  # fmt: skip
"""Every event by its name: what a session file may hold."""

COMMANDS: tuple[type[Command], ...] = (
    flow.OpenTable, flow.StretchAgenda, flow.EnterPhase, flow.Pause, flow.Resume, flow.AddMinutes,
    flow.TakeNote, moments.NameMoment, flow.CloseSession, notes.AmendNote, notes.LiftNote, record.FillRecord,
    seats.SeatMember, seats.UnseatMember, seats.SetVoting, seats.SetCao, seats.InviteGuest,
    share.GuessShare, share.RevealShare, share.AddIntention, share.BringIntentions,
    issues.PlaceIssue, issues.MoveIssue, issues.LiftIssue, issues.Renounce,
    levers.PlaceLever, levers.MoveLever, levers.LiftLever,
    blanks.WriteIssue, blanks.WriteLever,
    arbitration.ArbitrateTension, arbitration.DrawEvent, arbitration.AssumeLoad,
    ballots.ChooseWay, ballots.CastBallot, ballots.CountHands,
    votes.LayToken, votes.TakeToken, votes.CloseBallot, votes.SettleTie, reasons.GiveReason,
    objectives.AmendObjective, objectives.DropLever, objectives.AdoptObjective, objectives.SendBackObjective,
    measures.CarryObjectives, measures.GuessMeasure, measures.RecordMeasure, measures.PullMeasure, measures.FollowUp,
    steps.TellStep, judging.JudgeOffers,
    induction.LayFrame, induction.LiftFrame, induction.AnswerQuestion,
    induction.ChooseFamily, induction.MendSentence, induction.TalkOver,
    axes.AdoptAxes, questions.AskQuestion, questions.HearAnswer, questions.TakeQuestionBack, advice.Advise,
    survey.CountAnswers,
)  # fmt: skip

FENCES = (
    flow.SessionOpened,
    moments.BranchBegun,
    measures.ObjectivesCarried,
    share.ShareRevealed,
    votes.BallotClosed,
    flow.SessionClosed,
)
"""Events that undo does not cross (rules.md)."""


ASIDE = (flow.Paused, flow.Resumed, moments.MomentNamed)
"""Events that are no step of undo: what was played before them can be taken back as if they had not come."""


def decide(session: Session, command: Command, moment: Moment) -> tuple[Event, ...]:
    """Give the events a command makes; none when it changes nothing. Raises Refused when the rules say no."""
    _allowed(session, command)
    return command.decide(session, moment)


def refusal(session: Session, command: Command) -> Refused | None:
    """Tell why a command would be refused now, or None: the same `decide`, so what is greyed is what is refused."""
    try:
        decide(session, command, Moment(at=f"{session.date}T00:00:00"))
    except Refused as refused:
        return refused
    return None


def fold(session: Session, events: Iterable[Event]) -> Session:
    """Apply events in order."""
    for event in events:
        session = event.apply(session)
    return session


def _allowed(session: Session, command: Command) -> None:
    if session.closed:
        raise Refused("session_closed")
    if session.paused and command.move != flow.Pause.move:
        raise Refused("paused")
    if command.move in ALWAYS:
        return
    if command.move not in session.stage.moves:
        raise Refused("wrong_phase", phase=session.phase, needed=session.workshop.agenda.allows(command.move))
