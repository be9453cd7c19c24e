import type { ErrorCode } from "@shared/errors";

/** The HTTP status of each error code. A new code does not compile until it has one. */
export const statusOf = {
  "apiKey.unknown": 401,
  "body.malformed": 400,
  "body.tooLarge": 413,
  "checkIn.alreadyLeft": 409,
  "checkIn.consentMissing": 403,
  "checkIn.unknown": 404,
  "clock.invalid": 422,
  "command.reused": 409,
  "conflict.busy": 409,
  "customer.maybeKnown": 409,
  "customer.assignPast": 422,
  "customer.shares": 422,
  "customer.sharesWrong": 409,
  "customer.unknown": 404,
  "file.differs": 409,
  "file.unknown": 404,
  "file.unreadable": 400,
  "input.invalid": 400,
  "login.codeInvalid": 401,
  "login.notMember": 403,
  "login.stateInvalid": 401,
  "login.unsure": 403,
  "member.unknown": 404,
  "method.notAllowed": 405,
  "notice.unknown": 404,
  "origin.refused": 403,
  "period.invalid": 422,
  "plan.faulty": 422,
  "plan.insidePeriod": 422,
  "plan.notDraft": 409,
  "plan.notInReview": 409,
  "plan.published": 409,
  "plan.ownPay": 403,
  "plan.secondPerson": 403,
  "plan.unknown": 404,
  "plan.versionGap": 422,
  "praise.noGroup": 422,
  "praise.notWanted": 422,
  "praise.notAsked": 409,
  "rate.limited": 429,
  "review.closed": 409,
  "review.appealOver": 409,
  "review.own": 403,
  "review.unknown": 404,
  "refusal.unknown": 404,
  "report.tooMany": 429,
  "report.unknown": 404,
  "right.missing": 403,
  "role.giver": 403,
  "role.own": 403,
  "role.unit": 422,
  "route.unknown": 404,
  "sale.alreadyConfirmed": 409,
  "sale.alreadyReturned": 409,
  "sale.alreadySubmitted": 409,
  "sale.inFuture": 422,
  "sale.notConfirmed": 409,
  "sale.notSubmitted": 409,
  "sale.ownConfirmation": 403,
  "sale.tooOld": 422,
  "sale.amountLarge": 422,
  "sale.maybeRepeated": 409,
  "sale.amountTooLarge": 422,
  "sale.unknown": 404,
  "server.failed": 500,
  "server.unavailable": 503,
  "session.ended": 401,
  "session.missing": 401,
  "site.pinConfirmed": 403,
  "site.tooMany": 422,
  "site.unknown": 404,
  stale: 409,
  "statement.lineUnknown": 404,
  "sync.otherMember": 403,
  "target.levelBelow": 422,
  "target.notAddedUp": 422,
  "target.notSet": 422,
  "target.notUnderParent": 422,
  "target.own": 403,
  "target.ownPay": 403,
  "target.parentUnpublished": 422,
  "target.runningPeriod": 422,
  "target.subjectUnknown": 404,
  "unit.unknown": 404,
  "visit.alreadyRecorded": 409,
  "visit.correctionClosed": 409,
  "visitType.last": 409,
  "visitType.tooMany": 409,
  "visitType.unknown": 404,
  "visit.unknown": 404,
  "wecom.unavailable": 503,
} satisfies Record<ErrorCode, number>;

/** What each status is called; the screen's sentence comes from its code. */
const titles: Record<number, string> = {
  400: "The request cannot be read as it is",
  401: "Nobody is signed in",
  403: "This is not allowed",
  404: "There is no such thing",
  405: "This cannot be done here",
  409: "Something else happened first",
  413: "The request is too large",
  422: "A rule refuses this",
  429: "Too many requests",
  500: "Something is broken here",
  503: "Something is unavailable for a moment",
};

/** Problem details of RFC 9457 with our code and the id that the person can quote. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  requestId: string;
  fields?: { field: string; code: string }[];
  [more: string]: unknown;
}

export function problemOf(
  code: ErrorCode,
  parts: { detail: string; requestId: string; details?: Record<string, unknown> },
): Problem {
  const status = statusOf[code];
  return {
    ...parts.details,
    type: `urn:xiaoli:problem:${code}`,
    title: titles[status] ?? "This did not work",
    status,
    code,
    detail: parts.detail,
    requestId: parts.requestId,
  };
}
