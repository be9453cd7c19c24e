import type { PraiseView } from "@shared/contracts";
import type { Deps } from "../../deps";
import { findMember, findUnit } from "../members";
import { isPraise, type Notice, noticeIfAny, praiseNoticeId, praiseText } from "../notices";
import type { SaleRecord } from "../sales";

/** How a sale can be praised and has been, for one of its leaders. */
export async function presentPraise(
  deps: Pick<Deps, "settings">,
  reader: { name: string },
  sale: Pick<SaleRecord, "_id" | "repId" | "repName" | "teamId" | "amountFen">,
): Promise<PraiseView> {
  const { teamId, repId, amountFen } = sale;
  const hasRobot = deps.settings.WECOM_ROBOTS[teamId] !== undefined;
  const [rep, unit, inGroup, inPrivate, asked] = await Promise.all([
    findMember(repId),
    findUnit(teamId),
    saidAs(praiseNoticeId(sale._id, "group")),
    saidAs(praiseNoticeId(sale._id, "private")),
    saidAs(praiseNoticeId(sale._id, "ask")),
  ]);
  const repName = rep?.name ?? sale.repName;
  const text = praiseText({ byName: reader.name, repName, amountFen });
  return {
    repName,
    publicPraise: rep?.publicPraise ?? "no",
    group: hasRobot ? { unitName: unit?.name ?? teamId, text } : null,
    said: { group: inGroup, private: inPrivate, ask: asked },
  };
}

async function saidAs(noticeId: string): Promise<PraiseView["said"]["group"]> {
  const notice = await noticeIfAny(noticeId);
  if (!isPraise(notice)) return null;
  const { params, at } = notice;
  const state = stateOf(notice);
  return state && { byName: params.byName, at: at.toISOString(), state };
}

/** Null where it has gone nowhere: then it may be given again. */
function stateOf({
  state,
  inboxOf,
  answerLost,
}: Pick<Notice, "state" | "inboxOf" | "answerLost">): "waiting" | "sent" | "unsure" | null {
  switch (state) {
    case "sent":
      return "sent";
    case "pending":
    case "sending":
      return "waiting";
    case "unknown":
      return "unsure";
    case "failed":
      return answerLost ? "unsure" : null;
    case "dropped":
      // It stands in the receiver's list all the same where the day had had its share of messages.
      return inboxOf === null || inboxOf === undefined ? null : "sent";
  }
}
