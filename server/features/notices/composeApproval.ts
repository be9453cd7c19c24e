import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import type { ServerTexts } from "../../texts";

const gone: Gone = { gone: "it no longer waits as it was asked about" };

/** To whoever decides: what waits, since when it is a reminder. */
export async function approvalAsk(
  notice: NoticeOf<"approval_ask">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision, step } = notice.params;
  if (!(await reads.isOpen(told, revision))) return gone;
  const { format, approval: t } = texts;
  const amount = format.money(told.amountFen, "long");
  const sentence = [t.asked, t.askedYesterday, t.askedDaysAgo][step];
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([told.repName, told.customerName]),
    sentence: (sentence ?? t.asked)({ rep: told.repName, amount }),
    rows: rowsOf(told, texts),
    opens: pagePath("sales/confirm", { id: told.saleId }, notice._id),
  };
}

/** To whoever has waited for days: for whom. */
export async function approvalWaits(
  notice: NoticeOf<"approval_waits">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision, approverNames } = notice.params;
  if (!(await reads.isOpen(told, revision))) return gone;
  const { format, approval: t } = texts;
  return {
    source: texts.source,
    title: t.waitsTitle,
    desc: texts.joined([told.customerName, format.sales(told.amountFen)]),
    sentence: t.waits({ names: approverNames }),
    rows: rowsOf(told, texts),
    opens: pagePath("sales/detail", { id: told.saleId }, notice._id),
  };
}

/** To administrators: nobody can decide, and what to do about it. */
export async function approvalNobody(
  notice: NoticeOf<"approval_nobody">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { told, revision } = notice.params;
  if (!(await reads.isOpen(told, revision))) return gone;
  const { approval: t } = texts;
  return {
    source: texts.source,
    title: t.nobodyTitle,
    desc: texts.joined([told.repName, told.customerName]),
    sentence: t.nobody({ rep: told.repName }),
    rows: rowsOf(told, texts),
    opens: pagePath("tabs/home", {}, notice._id),
  };
}

/** To the rep: it has come back, why, and from whom. */
export async function saleReturned(
  notice: NoticeOf<"sale_returned">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { saleId, revision, customerName, amountFen, reason, returnedByName } = notice.params;
  const sale = await reads.sale(saleId);
  if (sale?.state !== "returned" || sale.revision !== revision) return { gone: "it has been corrected or withdrawn" };
  const { format, saleReturned: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([customerName, format.sales(amountFen)]),
    sentence: t.sentence({ by: returnedByName, reason }),
    rows: [{ name: t.next, value: t.nextStep }],
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

const rowsOf = (
  { customerName, amountFen, signedOn }: NoticeOf<"approval_ask">["params"]["told"],
  { format, approval: t }: ServerTexts,
) => [
  { name: t.customer, value: customerName },
  { name: t.amount, value: format.sales(amountFen) },
  { name: t.signed, value: format.day(signedOn) },
];
