import type { PublicPraise } from "@shared/contracts";
import type { Role } from "@shared/domain/actor";
import type { ReminderStep } from "@shared/domain/approval";
import type { ExportKind } from "@shared/domain/exports";
import type { TaskKindName } from "@shared/domain/task";
import type { BusinessDay, Month } from "@shared/domain/time";
import type { SaleConfirmed, SaleIncrement, SaleReturned, SalesPlacedLate, SaleWithdrawn } from "../sales";
import type { CustomersMerged, OwnersChanged, PinClosed } from "../customers";
import type { QuestionClosed, QuestionOverruled } from "../visitQuestions";
import type { CompanionClosed } from "../visits";
import type { ExportClosed } from "../exports";
import type { OpeningClosed } from "../openings";
import type { PublishedTold, PlanSentBack } from "../plans";
import type { DeviceAdded } from "../auth";
import type { LookNoted } from "../looks";
import type { DayJudged, ReviewClosed } from "../reviews";
import type { ProblemClosed, ProblemReopened, ProblemReported } from "../reports";
import type { CutOffMoved } from "../calendar";
import type { RoleChanged } from "../members";
import type { FactorCrossed } from "../statements";
import type { SignalsFound } from "../trust";
import type { Language } from "../../texts";

/** A sale as its messages tell of it: nothing about pay. */
export type SaleTold = Omit<SaleConfirmed, "increments">;

/** The same to a member whom it credits, with what it brings that member and nobody else. */
export type SaleWon = SaleTold & { increment: SaleIncrement };

/** To whoever recorded it, without being credited: null, and whether anybody is. */
export type SaleWonPlainly = SaleWon | (SaleTold & { increment: null; isHouse: boolean });

/** Praise for a sale, and who gives it. */
export interface PraiseTold {
  saleId: string;
  repId: string;
  teamId: string;
  customerName: string;
  amountFen: number;
  byId: string;
  byName: string;
}

/** Months that an upgrade computes differently, as it has posted them. */
export interface PayCorrected {
  memberId: string;
  /** A sentence for each reason. */
  why: Record<Language, string>[];
  months: { period: Month; beforeFen: number; afterFen: number }[];
}

/** What waits for a decision, as its messages tell of it. */
export type ApprovalTold =
  | {
      kind: "sale";
      saleId: string;
      repName: string;
      customerName: string;
      amountFen: number;
      signedOn: BusinessDay;
    }
  | { kind: "plan"; planId: string; name: string; version: number; validFrom: BusinessDay }
  | {
      kind: "review";
      checkInId: string;
      repName: string;
      customerName: string;
      on: BusinessDay;
      /** Business time, ISO. */
      checkedInAt: string;
      verdict: "inside" | "doubtful" | "unverified" | "outside";
      /** The last instant at which it may be decided; business time, ISO. */
      decideUntil: string;
      /** What the rep has said about it; absent before that. */
      answer?: string;
      /** What the rep says against a first decision; absent where it is the first. */
      appeal?: string;
    }
  | {
      kind: "pin";
      proposalId: string;
      repName: string;
      customerId: string;
      customerName: string;
      siteName: string;
    }
  | { kind: "duplicate"; pairId: string; customerName: string; otherName: string }
  | {
      kind: "export";
      exportId: string;
      repName: string;
      what: ExportKind;
      rows: number;
      reason: string;
      /** The instant at which it lapses; business time, ISO. */
      waitsUntil: string;
    }
  | { kind: "opening"; importId: string; repName: string; membersCount: number }
  | {
      kind: "companion";
      companionId: string;
      visitId: string;
      repName: string;
      customerName: string;
      on: BusinessDay;
      /** The last instant at which it may be confirmed; business time, ISO. */
      confirmUntil: string;
    }
  | {
      kind: "visitQuestion";
      questionId: string;
      customerId: string;
      repName: string;
      customerName: string;
      on: BusinessDay;
      /** The last instant at which it may be answered; business time, ISO. */
      answerUntil: string;
    };

/** `revision`: of the subject when it was asked about. Decided or corrected since, nobody is asked. */
interface AboutApproval {
  told: ApprovalTold;
  revision: number;
  /** Since when it waits; messages of older versions do not have it. */
  askedOn?: BusinessDay;
}

/** Whose deputy; messages of older versions do not have it. */
interface DeputyOf {
  byId?: string;
}

/** A target as a message tells of it, of a member or a unit; `beforeFen`: null where none was in force. */
export interface TargetTold {
  subjectId: string;
  beforeFen: number | null;
  afterFen: number;
}

/** What waits for one person when they are told. */
interface Gathered {
  whoIds: string[];
  /** How many more waited than are named; absent where all are. */
  more?: number;
}

/** What each kind of message is about. Everything else is read when it is first sent. */
export interface NoticeParams {
  sale_win: SaleWon;
  sale_win_plain: SaleWonPlainly;
  /** `teamFen`: what of it counts for the leader's team. */
  sale_win_manager: SaleTold & { teamFen: number };
  sale_win_group: SaleTold;
  /** Several wins of a group in one message. */
  sale_win_digest: { unitId: string };
  praise_group: PraiseTold & {
    /** What the rep had said about being named when the leader gave it. */
    seenChoice: PublicPraise;
  };
  /** Several of them in one message. */
  praise_digest: { unitId: string };
  praise_private: PraiseTold;
  /** To the rep: whether the group may hear it. `step`: of a reminder. */
  praise_ask: PraiseTold & { step?: 1 | 2 };
  /** To the leader who asked: there was no answer. */
  praise_unanswered: PraiseTold & { repName: string };
  near_target: { memberId: string; period: Month; saleId: string };
  team_lag: { memberId: string; unitId: string; period: Month; on: BusinessDay };
  pay_corrected: PayCorrected;
  factor_crossed: FactorCrossed;
  /** What a member has said that they would do on these days. */
  next_steps: { days: BusinessDay[] };
  /** To HR: teams that had targets and have none this month. `whoIds`: the teams that were such when it was asked for. */
  targets_missing: { period: Month; whoIds: string[] };
  /** To whom they are set, and to who leads such a unit: what a publication has put in force for them. */
  targets_published: { period: Month; byName: string; reason: string | null; targets: TargetTold[] };
  /** To whom it is for: how many effective visits a week are expected from a Monday on, and were before. */
  visit_target: { from: BusinessDay; perWeek: number | null; beforePerWeek: number | null; byName: string };
  /** To offices and leaders: an open month is cut off later than was said. */
  cut_off_moved: CutOffMoved;
  /** To finance and leaders: sales of months past their cut-off count elsewhere by another first paying day. */
  sales_placed_late: { moves: Omit<SalesPlacedLate["moves"][number], "teamId">[] };
  /** To HR: people who sell and are on no plan this month. `whoIds`: these people, in the same way. */
  plans_missing: { period: Month; whoIds: string[] };
  /** Check-ins that a visit record would still make count: those that did when it was asked for; absent in older ones. */
  records_due: { checkInIds?: string[] };
  /** Check-ins for which nothing was written in time. */
  records_lapsed: { checkIns: { checkInId: string; on: BusinessDay }[] };
  /** `insteadOf`: who is away and in whose place the receiver is asked; absent where it is theirs. */
  approval_ask: AboutApproval & { step: ReminderStep; insteadOf?: string[] };
  /** To whoever waits, after three days: for whom. */
  approval_waits: AboutApproval;
  /** To the rep of a sale that waits on the last working day of its month: for whom, and what comes of it. */
  sale_month_end: AboutApproval;
  /** To administrators: nobody can decide. */
  approval_nobody: AboutApproval;
  /** To those who were asked: nobody has to decide any more, and why. */
  approval_over: { told: ApprovalTold; why: "mended" };
  sale_returned: SaleReturned;
  /** To who has asked for long work and has left its page: what has become of it. `code`: why it has failed. */
  task_ended: {
    taskId: string;
    task: TaskKindName;
    /** What it was about, such as an import; not said by notices from before. */
    subjectId?: string;
    counts: Record<string, number> | null;
    hasFile: boolean;
    code: string | null;
  };
  /** To who wished to take a table away: a second person has refused it, or nobody has said anything. */
  export_closed: ExportClosed;
  /** To who has prepared opening balances: they were sent back, and why. */
  opening_closed: OpeningClosed;
  plan_sent_back: PlanSentBack;
  plan_published: PublishedTold;
  /** To whoever said where a client's place is: what was decided. */
  pin_decided: PinClosed;
  /** To whose visit it is: a colleague who was named there says that they were not, or has said nothing. */
  companion_closed: CompanionClosed;
  /** To who has asked whether they may come: what the colleague says, or that they have said nothing. */
  visit_question_closed: QuestionClosed;
  /** To who was asked: the colleague goes there all the same, and why. */
  visit_question_overruled: QuestionOverruled;
  /** To who serves one of two clients that are one now, or two again. */
  customers_merged: CustomersMerged;
  /** To who owns a client from a day on, and to who does no more. */
  owners_changed: OwnersChanged;
  /** To whom a table that was imported gives clients, or from whom it takes some; `added`: those that are new. */
  owners_imported: {
    /** Absent where a person has given them, many at once. */
    importId?: string;
    byHand?: boolean;
    /** What a table had made was taken back. */
    isUndone?: boolean;
    reason?: string | null;
    from: string;
    byName: string;
    gained: number;
    lost: number;
    added?: number;
  };
  /** To who decides in the place of a leader who is away. */
  /** With what waited there by `upTo` where the days had begun. */
  deputy_named: {
    byName: string;
    from: BusinessDay;
    to: BusinessDay;
    upTo?: string;
    items?: { told: ApprovalTold; revision: number }[];
  } & DeputyOf;
  deputy_released: { byName: string } & DeputyOf;
  /** To who decides in a leader's place from today on: what waits there already, of what was asked by `upTo` (ISO; absent in older ones). */
  deputy_waits: { byId: string; byName: string; upTo?: string; items: { told: ApprovalTold; revision: number }[] };
  /** To whoever decides: places of clients whose pins wait. `whoIds`: the proposals that did when it was asked for. */
  pins_wait: Gathered;
  /** To administrators: the same, where nobody can decide. */
  pins_nobody: Gathered;
  /** To whoever says whether two clients are one. `whoIds`: the pairs that waited when it was asked for. */
  duplicates_wait: Gathered;
  /** To whoever may give them to somebody: clients whose owners have left. `whoIds`: those that nobody had when it was said. */
  clients_left: Gathered;
  /** To the rep: what was decided on a check-in in doubt, or that nobody has. */
  review_closed: ReviewClosed;
  /** To who has decided first: what a second person says. */
  second_decision: ReviewClosed;
  /** To the rep: what has become of a day's visit because of another check-in of it. */
  day_judged: DayJudged;
  /** To those who were asked. */
  sale_withdrawn: SaleWithdrawn;
  /** To administrators. */
  problem_reported: ProblemReported & { isOneOfMany: boolean };
  /** To who reported it. */
  problem_closed: ProblemClosed;
  /** To who reported it: it is not done after all. */
  problem_reopened: ProblemReopened;
  /** To who wishes to be told: somebody has looked at them. */
  looked: LookNoted;
  /** To who has signed in where they never had. */
  device_new: DeviceAdded;
  /** To the rep: what there is to ask about a check-in. */
  signals_found: SignalsFound;
  /** To whose role it is; an administrator's also to the others. */
  role_changed: RoleChanged;
  /** To who has it, and to administrators: it ends in a few days. */
  role_ending: { memberId: string; role: Role; unitId: string | null; lastOn: BusinessDay };
  lag_alert: { unitId: string; period: Month; on: BusinessDay };
  /** To who has several that were held: that the others stand in the list. */
  held_digest: Record<string, never>;
}

export type NoticeKind = keyof NoticeParams;

export interface DeliveryPolicy {
  /** When nobody knows whether it arrived: praise is left alone, as is what asks for nothing; an alert is sent once more. */
  tone: "praise" | "alert";
  /** Sent because of the clock: it keeps off the full and the half hour, when everybody sends. What follows an act does not wait. */
  byClock?: true;
  /** From the third within ten minutes to the same group on, they are gathered into one message of this kind. */
  digest?: NoticeKind;
}

export const deliveryPolicy: Record<NoticeKind, DeliveryPolicy> = {
  sale_win: { tone: "praise" },
  sale_win_plain: { tone: "praise" },
  sale_win_manager: { tone: "praise" },
  sale_win_group: { tone: "praise", digest: "sale_win_digest" },
  sale_win_digest: { tone: "praise" },
  praise_group: { tone: "praise", digest: "praise_digest" },
  praise_digest: { tone: "praise" },
  praise_private: { tone: "praise" },
  praise_ask: { tone: "alert" },
  praise_unanswered: { tone: "alert" },
  near_target: { tone: "praise" },
  team_lag: { tone: "alert", byClock: true },
  // Never silently: better twice than not at all.
  pay_corrected: { tone: "alert" },
  factor_crossed: { tone: "alert" },
  next_steps: { tone: "alert", byClock: true },
  targets_missing: { tone: "alert", byClock: true },
  targets_published: { tone: "alert" },
  visit_target: { tone: "alert" },
  cut_off_moved: { tone: "alert" },
  sales_placed_late: { tone: "alert" },
  plans_missing: { tone: "alert", byClock: true },
  records_due: { tone: "alert", byClock: true },
  records_lapsed: { tone: "alert", byClock: true },
  approval_ask: { tone: "alert" },
  approval_waits: { tone: "alert" },
  sale_month_end: { tone: "alert", byClock: true },
  approval_nobody: { tone: "alert" },
  approval_over: { tone: "praise" },
  sale_returned: { tone: "alert" },
  task_ended: { tone: "alert" },
  export_closed: { tone: "alert" },
  opening_closed: { tone: "alert" },
  plan_sent_back: { tone: "alert" },
  plan_published: { tone: "praise" },
  pin_decided: { tone: "alert" },
  companion_closed: { tone: "alert" },
  visit_question_closed: { tone: "alert" },
  visit_question_overruled: { tone: "alert" },
  customers_merged: { tone: "alert" },
  owners_changed: { tone: "alert" },
  owners_imported: { tone: "alert" },
  deputy_named: { tone: "alert" },
  deputy_released: { tone: "alert" },
  deputy_waits: { tone: "alert" },
  pins_wait: { tone: "alert", byClock: true },
  pins_nobody: { tone: "alert", byClock: true },
  duplicates_wait: { tone: "alert", byClock: true },
  clients_left: { tone: "alert", byClock: true },
  review_closed: { tone: "alert" },
  second_decision: { tone: "alert" },
  day_judged: { tone: "alert" },
  sale_withdrawn: { tone: "praise" },
  problem_reported: { tone: "alert" },
  problem_closed: { tone: "alert" },
  problem_reopened: { tone: "alert" },
  looked: { tone: "praise" },
  device_new: { tone: "alert" },
  signals_found: { tone: "alert" },
  role_changed: { tone: "alert" },
  role_ending: { tone: "alert", byClock: true },
  lag_alert: { tone: "alert", byClock: true },
  held_digest: { tone: "praise", byClock: true },
};
