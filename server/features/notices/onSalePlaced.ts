import type { EventHandler } from "../../outbox";
import { textsIn } from "../../texts";
import type { SalePlaced } from "../sales";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

const languages = ["zh-CN", "en"] as const;

/** Tells those whose pay it changes that a sale of theirs counts in another month, why, and by how much. */
export const placedTeller: EventHandler<SalePlaced, NoticeDeps> = (sale, delivery, deps) => {
  const why = Object.fromEntries(
    languages.map((language) => {
      const { format, payCorrected: t } = textsIn(language);
      const { customerName: customer, signedOn, historyBefore } = sale;
      const signed = format.day(signedOn);
      const says = historyBefore === null ? t.paysNow : t.historyNow;
      return [language, says({ customer, signed, from: historyBefore === null ? "" : format.day(historyBefore) })];
    }),
  ) as Record<(typeof languages)[number], string>;
  const notices = sale.members
    .map((member) => ({ ...member, months: member.months.filter((one) => one.beforeFen !== one.afterFen) }))
    .filter(({ months }) => months.length > 0)
    .map(({ memberId, months }): NewNotice => ({
      noticeId: `pay_corrected:${memberId}:${delivery.eventId}`,
      kind: "pay_corrected",
      params: { memberId, months, why: [why] },
      channel: "member",
      receiverId: memberId,
      cause: delivery.eventId,
      answersAct: false,
      at: new Date(sale.at),
    }));
  return Promise.resolve(told(notices, deps));
};
