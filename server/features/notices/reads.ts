import type { Absence } from "@shared/domain/absence";
import type { PublicPraise } from "@shared/contracts";
import type { FactorStep, WayToTarget } from "@shared/domain/pay";
import type { OwnerShare } from "@shared/domain/customer";
import type { BusinessDay, Month } from "@shared/domain/time";
import type { VisitStanding } from "@shared/domain/visit";
import type { ClientLeft, PinClosed } from "../customers";
import type { GrantedRole } from "../members";
import type { RepsWithoutPlan } from "../plans";
import type { TeamWithoutTarget } from "../targets";
import type { ApprovalTold } from "./kinds";
import type { Language } from "../../texts";

/** What messages need to know of the rest of the product; tests of words set it, `noticeReads` reads it. */
export interface NoticeReads {
  /** Null for somebody unknown or no longer here. */
  person(memberId: string): Promise<Person | null>;
  /** What somebody is called, also who has left; null for somebody unknown. */
  nameOf(memberId: string): Promise<string | null>;
  unitName(unitId: string): Promise<string | null>;
  /** Those who hear of a unit's wins. */
  leadersOf(unitId: string, on: BusinessDay): Promise<string[]>;
  /** Those who belong to this very unit on a day. */
  membersOf(unitId: string, on: BusinessDay): Promise<string[]>;
  /** Every unit of whatever kind. */
  unitIds(): Promise<string[]>;
  /** Every unit that sells, for the sweeps by the clock. */
  teamIds(): Promise<string[]>;
  /** What a member has said that they would do on these days, and has not done. */
  nextSteps(memberId: string, days: readonly BusinessDay[]): Promise<{ customerName: string; text: string }[]>;
  /** Check-ins of a member that a record would still make count, with the last moment for it; the first of these first. */
  recordsDue(memberId: string, now: Date): Promise<{ customerName: string; until: Date; isBegun: boolean }[]>;
  /** Check-ins of a member on these days for which nothing was written in time, the oldest first; `visitId`: it left out required steps. */
  recordsLapsed(
    memberId: string,
    days: readonly BusinessDay[],
    now: Date,
  ): Promise<{ checkInId: string; visitId: string | null; customerName: string; checkedInAt: Date }[]>;
  /** What the messages are called that were gathered under this one, the oldest first. */
  heldTitles(digestId: string): Promise<string[]>;
  /** How one of a member's check-ins stands, and until when its record may be written; null where there is none. */
  checkInNow(
    checkInId: string,
    now: Date,
  ): Promise<{ standing: VisitStanding; hasRecord: boolean; recordUntil: Date } | null>;
  /** Teams that had a target in the month before and have none in this one, with those who may publish it on this day. */
  teamsWithoutTarget(month: Month, on: BusinessDay): Promise<TeamWithoutTarget[]>;
  /** Those of these targets of sales that are in force, in fen, by member or unit. */
  targetsInForce(subjectIds: readonly string[], period: Month): Promise<ReadonlyMap<string, number>>;
  /** Who sells and is on no plan from this day to the end of its month, with those who make plans. */
  repsWithoutPlan(on: BusinessDay): Promise<RepsWithoutPlan>;
  /** Clients whose owners have left, with those who may give them to somebody. */
  clientsLeft(on: BusinessDay): Promise<ClientLeft[]>;
  /** Who owns a client on a day, as it is arranged by now; nobody where there is no such client any more. */
  ownersOn(customerId: string, on: BusinessDay): Promise<OwnerShare[]>;
  /** Whether somebody has been told before this that a client is theirs, or is not. */
  hasHeardOfClient(customerId: string, memberId: string): Promise<boolean>;
  /** Who is to decide on it by now; nobody where it waits no more. */
  approversOf(approval: ApprovalTold): Promise<string[]>;
  /** What they are called for whoever waits for them, a deputy with in whose place. */
  deciderNames(approval: ApprovalTold, language: Language): Promise<string[]>;
  /** Whether the check-in that proposed a pin is accepted with it. */
  isAcceptedWithPin(pin: PinClosed): Promise<boolean>;
  /** Those of these proposed pins that wait for a decision. */
  openPairs(pairIds: readonly string[]): Promise<{ customerName: string }[]>;
  openPins(proposalIds: readonly string[]): Promise<{ customerName: string }[]>;
  /** Until when somebody has a role by an administrator today, or will have it; null where they have not. */
  roleNow(memberId: string, role: Pick<GrantedRole, "role" | "unitId">): Promise<{ lastOn: BusinessDay | null } | null>;
  /** When somebody is away, as noted by now, and who decides meanwhile. */
  absenceOf(memberId: string): Promise<Absence | null>;
  /** Whether somebody has heard that they decide in another one's place. */
  knowsOfDeputy(byId: string, deputyId: string): Promise<boolean>;
  /** Whether it still waits for a decision as it was asked about. */
  isOpen(approval: ApprovalTold, revision: number): Promise<boolean>;
  /** Until when a rep's answer about praise is waited for; null where nobody waits for it. */
  praiseOpenUntil(saleId: string): Promise<Date | null>;
  /** Whether a rep has been asked about praise and has not answered, in time or since. */
  isPraiseUnanswered(saleId: string): Promise<boolean>;
  /** Whether a version of a plan is as it was left in this revision. */
  isPlanAt(planId: string, revision: number): Promise<boolean>;
  /** Whether a reported problem still waits for an administrator. */
  isReportOpen(reportId: string): Promise<boolean>;
  /** Whether whoever reported it has heard that it was done. */
  hasHeardOfClosing(reportId: string): Promise<boolean>;
  /** The state of a sale, its revision and the day of the contract; null where there is none. */
  sale(saleId: string): Promise<{ state: string; revision: number; signedOn: BusinessDay } | null>;
  /** What trade a customer is in, for groups, which hear no customer's name; null where that is not known. */
  industryOf(customerId: string): Promise<string | null>;
  memberMonth(memberId: string, period: Month): Promise<Progress>;
  /** Of any unit, as it was rolled up last. */
  unitProgress(unitId: string, period: Month): Promise<Progress>;
  /** With every sale that was confirmed before the call, whether or not the roll-up has followed. */
  teamMonth(unitId: string, period: Month): Promise<TeamMonth>;
  /** What was confirmed in a unit after an instant and counts in the same month. */
  confirmedAfter(unitId: string, period: Month, instant: Date): Promise<number>;
  /** The nearest result of the team at which a factor in these people's pay rises; null where none does. */
  nextStep(memberIds: readonly string[], team: Progress & { period: Month }): Promise<FactorStep | null>;
  /** What a member's month would pay more if the team had sold so much. */
  payIfTeamSold(memberId: string, team: { unitId: string; period: Month; doneFen: number }): Promise<number>;
  /** What an order that reaches the month's target would bring its rep; null once it is reached. */
  payToTarget(
    memberId: string,
    month: { period: Month; remainingFen: number; on: BusinessDay },
  ): Promise<WayToTarget | null>;
}

export interface Person {
  memberId: string;
  name: string;
  language: Language;
  /** Whether the group may hear the name with a win. */
  publicPraise: PublicPraise;
  /** Whether they wish to hear of each look at them. */
  lookMessages: boolean;
}

export interface Progress {
  doneFen: number;
  /** Null while no target is published. */
  targetFen: number | null;
}

export interface TeamMonth extends Progress {
  /** Everybody who belongs to the team today. */
  members: (Progress & { memberId: string })[];
  /** What was confirmed on a day; without it the message leaves that line out. */
  confirmedOn?(day: BusinessDay): Promise<{ amountFen: number; count: number }>;
}
