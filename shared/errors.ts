/** Every error that a caller can do something about. Status and sentences are typed by this list. */
export const errorCodes = [
  "apiKey.unknown",
  "body.malformed",
  "body.tooLarge",
  "checkIn.alreadyLeft",
  "checkIn.consentMissing",
  "checkIn.leftTooLate",
  "checkIn.tooOld",
  "checkIn.unknown",
  "clock.invalid",
  "command.reused",
  "conflict.busy",
  "customer.assignPast",
  "customer.maybeKnown",
  "customer.merged",
  "customer.mergedSince",
  "customer.mergeTooLarge",
  "customer.notMerged",
  "customer.numberTaken",
  "customer.pinWaits",
  "customer.undoTooLate",
  "customer.shares",
  "customer.sharesWrong",
  "customer.unknown",
  "file.differs",
  "file.unknown",
  "file.unreadable",
  "followUp.correctionClosed",
  "followUp.unknown",
  "input.invalid",
  "login.codeInvalid",
  "login.notMember",
  "login.stateInvalid",
  "login.unsure",
  "member.unknown",
  "method.notAllowed",
  "notice.unknown",
  "origin.refused",
  "period.invalid",
  "pin.consentMissing",
  "plan.faulty",
  "plan.insidePeriod",
  "plan.notDraft",
  "plan.notInReview",
  "plan.ownPay",
  "plan.published",
  "plan.secondPerson",
  "plan.unknown",
  "plan.versionGap",
  "praise.noGroup",
  "praise.notWanted",
  "praise.notAsked",
  "rate.limited",
  "review.closed",
  "review.appealOver",
  "review.own",
  "review.unknown",
  "refusal.unknown",
  "report.tooMany",
  "report.unknown",
  "right.missing",
  "role.giver",
  "role.own",
  "role.unit",
  "route.unknown",
  "sale.amountLarge",
  "sale.amountTooLarge",
  "sale.alreadyConfirmed",
  "sale.alreadyReturned",
  "sale.alreadySubmitted",
  "sale.inFuture",
  "sale.maybeRepeated",
  "sale.notConfirmed",
  "sale.notSubmitted",
  "sale.ownConfirmation",
  "sale.tooOld",
  "sale.unknown",
  "server.failed",
  "server.unavailable",
  "session.missing",
  "session.ended",
  "session.otherMember",
  "site.pinConfirmed",
  "site.tooMany",
  "site.unknown",
  "stale",
  "statement.lineUnknown",
  "target.levelBelow",
  "target.notAddedUp",
  "target.notSet",
  "target.notUnderParent",
  "target.own",
  "target.ownPay",
  "target.parentUnpublished",
  "target.runningPeriod",
  "target.subjectUnknown",
  "unit.unknown",
  "visit.alreadyRecorded",
  "visit.correctionClosed",
  "visit.unknown",
  "visitType.last",
  "visitType.outOfUse",
  "visitType.tooMany",
  "visitType.unknown",
  "wecom.unavailable",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one input field: its path (`items.0.amountFen`) and a code or sentence. */
export interface FieldFault {
  field: string;
  code: string;
}

export interface ErrorDetails {
  fields?: FieldFault[];
  /** Small plain values that the screen needs for its sentence, such as the current revision. Names at most, of those whom the caller may read. */
  [name: string]: unknown;
}

/** An error with a code that the caller can act on. Everything else is a bug and travels to the top. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "AppError";
  }
}
