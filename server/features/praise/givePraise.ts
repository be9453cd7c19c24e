import type { BodyOf, PraiseView } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, StaleRead } from "../../db";
import type { Deps } from "../../deps";
import type { SessionMember } from "../../http";
import { emitOnce } from "../../outbox";
import { addNotice, type NewNotice, sendEvent } from "../notices";
import type { SaleRecord } from "../sales";
import { presentPraise, praiseNoticeId, type PraiseWay } from "./presentPraise";
import { saleToPraise } from "./saleToPraise";

/**
 * Lets the team's group, or the rep alone, hear a leader's praise for a sale. Each is said once: whoever is second gets to
 * know who was first.
 * @throws AppError "praise.notWanted" where the rep does not want to be named, "praise.noGroup" without a robot, and what
 *   `saleToPraise` throws
 */
export function givePraise(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  request: { member: SessionMember; saleId: string; body: BodyOf<"praise.give"> },
): Promise<PraiseView> {
  const { member, saleId, body } = request;
  const { commandId, way } = body;
  return command(
    { memberId: member.memberId, commandId, kind: "praise.give", body: { way, saleId }, queue: `praise:${saleId}` },
    async () => {
      const now = deps.clock.now();
      const sale = await saleToPraise(member, saleId);
      const view = await presentPraise(deps, member, sale);
      if (view.said[way] !== null) return { answer: view, write: async () => undefined };
      if (way === "group" && view.group === null) throw new AppError("praise.noGroup", `no robot for ${sale.teamId}`);
      if (way === "group" && view.publicPraise === "no") {
        throw new AppError("praise.notWanted", `${sale.repId} would rather not be named`);
      }
      const notice = praiseNotice(sale, way, { member, commandId, now });
      const said = { byName: member.name, at: now.toISOString(), state: "waiting" as const };
      return {
        answer: { ...view, said: { ...view.said, [way]: said } },
        audit: { action: `praise.${way}`, subject: `member:${sale.repId}`, at: now, detail: { saleId } },
        write: async (session) => {
          const realNow = deps.realNow();
          // Another leader was faster: reading again finds out who.
          if (!(await addNotice(notice, realNow, session))) throw new StaleRead("it has been said", { revision: null });
          await emitOnce(sendEvent(notice), session, realNow);
        },
      };
    },
  );
}

function praiseNotice(
  { _id: saleId, repId, teamId, customerName, amountFen }: SaleRecord,
  way: PraiseWay,
  { member, commandId, now }: { member: SessionMember; commandId: string; now: Date },
): NewNotice {
  return {
    noticeId: praiseNoticeId(saleId, way),
    params: { saleId, repId, teamId, customerName, amountFen, byId: member.memberId, byName: member.name },
    cause: commandId,
    answersAct: false,
    at: now,
    ...(way === "group"
      ? { kind: "praise_group", channel: "robot", receiverId: teamId }
      : { kind: "praise_private", channel: "member", receiverId: repId }),
  };
}
