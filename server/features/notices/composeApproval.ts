import { appealUntilOf, paidInMonth } from "@shared/domain/checkInReview";
import { decidedBy } from "@shared/domain/deciderName";
import { isUsedMeanwhile } from "@shared/domain/pin";
import { type BusinessDay, businessDayOf, daysOf, monthOf, nextPeriod } from "@shared/domain/time";
import { confirmBy } from "@shared/domain/sale";
import { returnReasonFor } from "@shared/domain/returnReasons";
import { isRecordDue } from "@shared/domain/visit";
import { dayRows } from "./composeDayJudged";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import type { ServerTexts } from "../../texts";

const gone: Gone = { gone: "it no longer waits as it was asked about" };

/** To whoever decides: what waits, since when it is a reminder. */
export async function approvalAsk(
  notice: NoticeOf<"approval_ask">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision, askedOn, step, insteadOf } = notice.params;
  if (!(await reads.isOpen(told, revision))) return gone;
  // It may have been held over night: who leads, and who is away, is asked again.
  if (!(await reads.approversOf(told)).includes(notice.receiverId)) return { gone: "others decide on it by now" };
  const { approval: t } = texts;
  const words = wordsOf(told, texts);
  const sentence =
    step === 0 || askedOn === undefined
      ? askedOf(told, texts)
      : words[step === 1 ? "stillAsked" : "askedForDays"]({
          ...aboutOf(told, texts),
          since: texts.format.day(askedOn),
        });
  return {
    source: texts.source,
    title: words.title,
    desc: descOf(told, texts),
    sentence: insteadOf ? t.insteadOf({ names: insteadOf, sentence }) : sentence,
    rows: [...rowsOf(told, texts), ...monthEndRow(told, businessDayOf(now), texts)],
    opens: deciderPage(told, notice._id),
  };
}

/** Until when a sale is to be confirmed to count in its month, in the last days of that. */
function monthEndRow(told: Told, today: BusinessDay, { format, approval: t }: ServerTexts): MemberMessage["rows"] {
  const by = told.kind === "sale" ? confirmBy(told.signedOn, today) : null;
  return by === null ? [] : [{ name: t.until, value: t.monthEnd.until({ day: format.day(by) }), isNext: true }];
}

/** Asked about anew because the rep has said something, it says what: the same words again would be no news. */
function askedOf(told: Told, texts: ServerTexts): string {
  const { approval: t } = texts;
  const about = aboutOf(told, texts);
  if (isAppeal(told)) return t.appeal.asked(about);
  if (told.kind === "review" && told.answer !== undefined)
    return t[byVerdict(told)].answered({ ...about, answer: told.answer });
  return wordsOf(told, texts).asked(about);
}

/** A check-in that was too far away, or counts, is not in doubt: what waits is whether it is accepted nevertheless. */
const byVerdict = ({ verdict }: Extract<Told, { kind: "review" }>) =>
  verdict === "outside" ? "outside" : verdict === "inside" ? "unusual" : "review";

const wordsOf = (told: Told, { approval: t }: ServerTexts) =>
  isAppeal(told) ? t.appeal : t[told.kind === "review" ? byVerdict(told) : told.kind];

/** To whoever has waited for days: for whom. */
export async function approvalWaits(
  notice: NoticeOf<"approval_waits">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision, askedOn } = notice.params;
  if (!(await reads.isOpen(told, revision))) return gone;
  const names = await reads.deciderNames(told, texts.language);
  if (names.length === 0) return { gone: "nobody can decide on it" };
  const { approval: t } = texts;
  return {
    source: texts.source,
    title: t.waitsTitle,
    desc: descOf(told, texts),
    sentence: waitsOf(told.kind, t)({ names, since: askedOn === undefined ? null : texts.format.day(askedOn) }),
    rows: [...rowsOf(told, texts), ...monthEndRow(told, businessDayOf(now), texts)],
    opens: askerPage(told, notice._id),
  };
}

const waitsOf = (kind: Told["kind"], t: ServerTexts["approval"]) =>
  kind === "review" ? t.reviewWaits : kind === "pin" ? t.pinWaits : kind === "companion" ? t.companionWaits : t.waits;

/** To the rep: a sale of theirs waits on the last working day of its month, for whom, and what comes of it. */
export async function saleMonthEnd(
  notice: NoticeOf<"sale_month_end">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision } = notice.params;
  if (told.kind !== "sale" || !(await reads.isOpen(told, revision))) return gone;
  const month = monthOf(told.signedOn);
  const present = monthOf(businessDayOf(now));
  if (present > nextPeriod(month)) return { gone: "its month is long over" };
  const { format, approval: t } = texts;
  const names = await reads.deciderNames(told, texts.language);
  return {
    source: texts.source,
    title: t.monthEnd.title,
    desc: texts.joined([told.customerName, format.money(told.amountFen, "long")]),
    sentence:
      present === month
        ? t.monthEnd.sentence({ names, day: format.day(daysOf(month).to), month: format.month(month, month) })
        : t.monthEnd.over({ names, month: format.month(month, present), next: format.month(present, present) }),
    rows: [],
    opens: askerPage(told, notice._id),
  };
}

/** To administrators: nobody can decide, and what to do about it. */
export async function approvalNobody(
  notice: NoticeOf<"approval_nobody">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision } = notice.params;
  if (!(await reads.isOpen(told, revision))) return gone;
  if ((await reads.approversOf(told)).length > 0) return { gone: "somebody can decide by now" };
  const { approval: t } = texts;
  return {
    source: texts.source,
    title: t.nobodyTitle,
    desc: descOf(told, texts),
    sentence: wordsOf(told, texts).nobody(aboutOf(told, texts)),
    rows: rowsOf(told, texts),
    opens: pagePath("tabs/home", {}, notice._id),
  };
}

/** To those who were asked: nobody has to decide any more. Where it waits again, that is asked anew. */
export async function approvalOver(
  notice: NoticeOf<"approval_over">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, why } = notice.params;
  if ((await reads.approversOf(told)).length > 0) return { gone: "it waits again" };
  const { approval: t } = texts;
  return {
    source: texts.source,
    title: t.overTitle,
    desc: descOf(told, texts),
    sentence: t.over[why](aboutOf(told, texts)),
    rows: [],
    opens: deciderPage(told, notice._id),
  };
}

/** To the rep: it has come back, why, and from whom. */
export async function saleReturned(
  notice: NoticeOf<"sale_returned">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { saleId, revision, customerName, amountFen, reason, returnedByName, insteadOfName } = notice.params;
  const sale = await reads.sale(saleId);
  if (sale?.state !== "returned" || sale.revision !== revision) return { gone: "it has been corrected or withdrawn" };
  const { format, saleReturned: t } = texts;
  const by = confirmBy(sale.signedOn, businessDayOf(now));
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([customerName, format.sales(amountFen)]),
    sentence: t.sentence({
      by: decidedBy({ byName: returnedByName, insteadOfName }, texts.language),
      reason: returnReasonFor(reason, texts.language),
    }),
    rows: [
      { name: t.next, value: t.nextStep, isNext: true },
      ...(by === null ? [] : [{ name: t.until, value: t.redoBy({ day: format.day(by) }), isNext: true as const }]),
    ],
    opens: pagePath("sales/detail", { id: saleId }, notice._id),
  };
}

/** To those who were asked: nothing is left to do. */
export function saleWithdrawn(notice: NoticeOf<"sale_withdrawn">, texts: ServerTexts): MemberMessage {
  const { saleId, repName, customerName, amountFen } = notice.params;
  const { format, saleWithdrawn: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([repName, customerName]),
    sentence: t.sentence({ rep: repName, amount: format.money(amountFen, "long") }),
    rows: [],
    opens: pagePath("sales/detail", { id: saleId }, notice._id),
  };
}

/** To those who wrote a version: it has come back, why, and from whom. */
export async function planSentBack(
  notice: NoticeOf<"plan_sent_back">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { planId, revision, name, version, byName, reason } = notice.params;
  if (!(await reads.isPlanAt(planId, revision))) return { gone: "it has been written on, or submitted again" };
  const { planSentBack: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: t.version({ name, version }),
    sentence: t.sentence({ by: byName, reason }),
    rows: [],
    opens: pagePath("earnings/planEdit", { id: planId }, notice._id),
  };
}

/** To those who wrote a version: it is in force, from when, and by whom. */
export function planInForce(notice: NoticeOf<"plan_published">, { texts }: ReceiverContext): MemberMessage {
  const { planId, name, version, byName, validFrom } = notice.params;
  const { planSentBack: t, format } = texts;
  return {
    source: texts.source,
    title: t.inForceTitle,
    desc: t.version({ name, version }),
    sentence: t.inForce({ by: byName, from: format.day(validFrom) }),
    rows: [],
    opens: pagePath("earnings/planReview", { id: planId }, notice._id),
  };
}

/** To whoever said where a client's place is: what was decided, or why nobody has to any more. */
export function pinDecided(notice: NoticeOf<"pin_decided">, { texts }: ReceiverContext): MemberMessage {
  const { customerId, customerName, siteName, decision, why, source, checkInId, isTakenBack } = notice.params;
  const { pinDecided: t } = texts;
  const undecided = why === "lapsed" || why === "replaced" ? t[why] : t.overtaken;
  const isUsed = source !== undefined && isUsedMeanwhile(source);
  const rejected = t[isUsed ? "typedRejected" : isTakenBack ? "takenBack" : checkInId ? "checkInRejected" : "rejected"];
  const accepted = t[isUsed ? "typedAccepted" : "accepted"];
  const words = decision === null ? undecided : decision.accepted ? accepted : rejected;
  return {
    source: texts.source,
    title: words.title,
    desc: texts.joined([customerName, siteName]),
    sentence: words.sentence({
      by: decision ? decidedBy(decision, texts.language) : "",
      reason: decision?.reason ?? null,
    }),
    rows: [],
    opens: pagePath("customers/detail", { id: customerId }, notice._id),
  };
}

/** To whoever serves one of two clients: that somebody has made them one, or two again. */
export function customersMerged(notice: NoticeOf<"customers_merged">, { texts }: ReceiverContext): MemberMessage {
  const { customerId, customerName, otherName, byName, ownersFrom, isUndone } = notice.params;
  const words = texts.customersMerged[isUndone ? "undone" : "merged"];
  return {
    source: texts.source,
    title: words.title,
    desc: words.desc({ other: otherName, customer: customerName }),
    sentence: words.sentence({ by: byName, day: texts.format.day(ownersFrom) }),
    rows: [],
    opens: pagePath("customers/detail", { id: customerId }, notice._id),
  };
}

/** To the rep: what was decided on a check-in in doubt, or that nobody has in time, what that means, and what they can do. */
export async function reviewClosed(
  notice: NoticeOf<"review_closed">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage> {
  const { checkInId, customerName, checkedInAt, decision, askedNames } = notice.params;
  const { format } = texts;
  const at = new Date(checkedInAt);
  const on = businessDayOf(at);
  const checkIn = await reads.checkInNow(checkInId, now);
  const words = texts.reviewClosed[outcomeOf(notice.params)];
  return {
    source: texts.source,
    title: words.title,
    desc: texts.joined([customerName, `${format.day(on)} ${format.time(at)}`]),
    sentence: words.sentence({
      by: decision ? decidedBy(decision, texts.language) : "",
      reason: decision?.reason ?? "",
      names: askedNames,
    }),
    rows: [
      ...dayRows({ ...notice.params, on }, { now, texts }),
      ...waysOn(notice.params, { now, texts }),
      ...recordRows(checkIn, texts),
    ],
    opens: pagePath("field/doubt", { id: checkInId, on }, notice._id),
  };
}

/** To who has decided first: what a second person has decided, and why. */
export function secondDecision(notice: NoticeOf<"second_decision">, { texts }: ReceiverContext): MemberMessage {
  const { checkInId, customerName, checkedInAt, decision, first } = notice.params;
  const { format } = texts;
  const at = new Date(checkedInAt);
  const words = texts.reviewClosed[decision?.accepted ? "secondAccepted" : "secondRejected"];
  return {
    source: texts.source,
    title: words.title,
    desc: texts.joined([first?.repName ?? "", customerName, `${format.day(businessDayOf(at))} ${format.time(at)}`]),
    sentence: words.sentence({
      by: decision ? decidedBy(decision, texts.language) : "",
      reason: decision?.reason ?? "",
      names: [],
    }),
    rows: [],
    opens: pagePath("team/review", { id: checkInId }, notice._id),
  };
}

type Closed = NoticeOf<"review_closed">["params"];
type CheckInNow = Awaited<ReturnType<ReceiverContext["reads"]["checkInNow"]>>;

function outcomeOf({ decision, isAppeal, isUnrecorded, verdict }: Closed) {
  if (isAppeal) return decision ? (decision.accepted ? "appealAccepted" : "appealRejected") : "appealLapsed";
  if (decision) return decision.accepted ? "accepted" : "rejected";
  if (isUnrecorded) return "unrecorded";
  if (verdict === "outside") return "outsideLapsed";
  return verdict === "unverified" ? "lapsed" : "countsUndecided";
}

/** What can be done about a check-in that was not accepted: ask a second person, and on its day check in again. */
function waysOn(
  { decision, isAppeal, checkedInAt, closedAt }: Closed,
  { now, texts: { format, reviewClosed: t } }: Pick<ReceiverContext, "now" | "texts">,
): MemberMessage["rows"] {
  if (!decision || decision.accepted) return [];
  // Nothing can be done any more: whoever has decided last can say more of it.
  if (isAppeal) return [{ name: t.ways.last, value: t.ways.ask({ by: decision.byName }), isNext: true }];
  const until = format.instant(appealUntilOf(new Date(closedAt)));
  const isToday = businessDayOf(new Date(checkedInAt)) === businessDayOf(now);
  const ways = [{ name: t.ways.next, value: t.ways.appeal({ until }) }, ...(isToday ? [t.ways.again] : [])];
  return ways.map((way) => ({ ...way, isNext: true }));
}

/** Where an accepted check-in still lacks its record: without one there is no effective visit. */
function recordRows(checkIn: CheckInNow, { format, reviewClosed: t }: ServerTexts): MemberMessage["rows"] {
  if (!checkIn || checkIn.hasRecord) return [];
  const { standing, recordUntil } = checkIn;
  if (isRecordDue(standing))
    return [{ name: t.record.name, value: t.record.due({ until: format.instant(recordUntil) }), isNext: true }];
  return standing === "notCounted" ? [{ name: t.record.name, value: t.record.none }] : [];
}

const isAppeal = (told: Told): boolean => told.kind === "review" && told.appeal !== undefined;

type Told = NoticeOf<"approval_ask">["params"]["told"];

/** Whom or what it is about, as sentences name it. */
export function aboutOf(told: Told, texts: ServerTexts): { who: string; what: string } {
  const { format } = texts;
  switch (told.kind) {
    case "sale":
      return { who: told.repName, what: format.money(told.amountFen, "long") };
    case "plan":
      return { who: told.name, what: String(told.version) };
    case "review":
    case "pin":
    case "companion":
    case "visitQuestion":
      return { who: told.repName, what: told.customerName };
    case "duplicate":
      return { who: told.customerName, what: told.otherName };
    case "export":
      return { who: told.repName, what: exportedOf(told, texts) };
    case "opening":
      return { who: told.repName, what: String(told.membersCount) };
  }
}

function descOf(told: Told, texts: ServerTexts): string {
  switch (told.kind) {
    case "sale":
      return texts.joined([told.repName, told.customerName]);
    case "plan":
      return texts.planSentBack.version({ name: told.name, version: told.version });
    case "review":
      return texts.joined([told.repName, whenOf(told, texts)]);
    case "pin":
      return texts.joined([told.repName, told.customerName]);
    case "duplicate":
      return texts.joined([told.customerName, told.otherName]);
    case "export":
      return texts.joined([told.repName, exportedOf(told, texts)]);
    case "opening":
      return texts.joined([told.repName, texts.openings.members({ count: told.membersCount })]);
    case "companion":
    case "visitQuestion":
      return texts.joined([told.customerName, texts.format.day(told.on)]);
  }
}

/** How many rows of what. */
const exportedOf = ({ what, rows }: Extract<Told, { kind: "export" }>, { exports: t }: ServerTexts): string =>
  t.rowsOf({ what: t.names[what], rows });

const whenOf = ({ on, checkedInAt }: Extract<Told, { kind: "review" }>, { format }: ServerTexts): string =>
  `${format.day(on)} ${format.time(new Date(checkedInAt))}`;

/** Where it is decided. */
function deciderPage(told: Told, noticeId: string): string {
  if (told.kind === "plan") return pagePath("earnings/planReview", { id: told.planId }, noticeId);
  if (told.kind === "sale") return pagePath("sales/confirm", { id: told.saleId }, noticeId);
  if (told.kind === "review") return pagePath("team/review", { id: told.checkInId }, noticeId);
  if (told.kind === "pin") return pagePath("team/pins", {}, noticeId);
  if (told.kind === "duplicate") return pagePath("customers/duplicates", {}, noticeId);
  if (told.kind === "companion") return pagePath("companions/together", { id: told.companionId }, noticeId);
  if (told.kind === "export") return pagePath("common/exports", { id: told.exportId }, noticeId);
  if (told.kind === "opening") return pagePath("admin/opening", { id: told.importId }, noticeId);
  return pagePath("customers/ask", { id: told.questionId }, noticeId);
}

/** Where whoever waits sees it. */
function askerPage(told: Told, noticeId: string): string {
  if (told.kind === "sale") return pagePath("sales/detail", { id: told.saleId }, noticeId);
  if (told.kind === "review") return pagePath("field/doubt", { id: told.checkInId, on: told.on }, noticeId);
  if (told.kind === "pin") return pagePath("customers/detail", { id: told.customerId }, noticeId);
  if (told.kind === "companion") return pagePath("field/visit", { visitId: told.visitId }, noticeId);
  if (told.kind === "visitQuestion") return pagePath("customers/detail", { id: told.customerId }, noticeId);
  if (told.kind === "export") return pagePath("common/exports", {}, noticeId);
  if (told.kind === "opening") return pagePath("admin/opening", { id: told.importId }, noticeId);
  return pagePath("tabs/home", {}, noticeId);
}

function rowsOf(told: Told, texts: ServerTexts): MemberMessage["rows"] {
  const { format, approval: t } = texts;
  switch (told.kind) {
    case "plan":
      return [{ name: t.firstDay, value: format.day(told.validFrom) }];
    case "sale":
      return [
        { name: t.customer, value: told.customerName },
        { name: t.amount, value: format.sales(told.amountFen) },
        { name: t.signed, value: format.day(told.signedOn) },
      ];
    case "pin":
      return [
        { name: t.customer, value: told.customerName },
        { name: t.site, value: told.siteName },
      ];
    case "duplicate":
    case "opening":
      return [];
    case "export":
      return [
        { name: t.reason, value: told.reason },
        {
          name: t.until,
          value: t.unallowed({ day: format.day(businessDayOf(new Date(Date.parse(told.waitsUntil) - 1))) }),
        },
      ];
    case "visitQuestion":
      return [
        { name: t.customer, value: told.customerName },
        { name: t.until, value: t.unanswered({ time: format.instant(new Date(told.answerUntil)) }) },
      ];
    case "companion":
      return [
        { name: t.customer, value: told.customerName },
        {
          name: t.until,
          value: t.unconfirmed({ day: format.day(businessDayOf(new Date(told.confirmUntil))) }),
        },
      ];
    case "review":
      return [
        { name: t.customer, value: told.customerName },
        {
          name: t.until,
          value: t.undecided[told.appeal === undefined ? told.verdict : "appealed"]({
            day: format.day(businessDayOf(new Date(told.decideUntil))),
          }),
        },
        ...paidInRow(told, texts),
      ];
  }
}

/** To which month's pay a check-in belongs that may be decided in a later one. */
function paidInRow(
  { on, decideUntil }: { on: string; decideUntil: string },
  { format, approval: t }: ServerTexts,
): MemberMessage["rows"] {
  const until = new Date(decideUntil);
  const month = paidInMonth({ on, decideUntil: until });
  return month
    ? [{ name: t.paidIn.name, value: t.paidIn.value({ month: format.month(month, monthOf(businessDayOf(until))) }) }]
    : [];
}
