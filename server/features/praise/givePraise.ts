import type { BodyOf, PraiseView, PublicPraise } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, commandIdOf, StaleRead } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emitAgain, emitOnce } from "../../outbox";
import {
  aboutQuestion,
  addNotice,
  type NewNotice,
  praiseNoticeId,
  type PraiseWay,
  sendEvent,
  stillAllows,
} from "../notices";
import type { SaleRecord } from "../sales";
import { waitsFrom } from "./onPraiseWaits";
import { presentPraise } from "./presentPraise";
import { saleToPraise } from "./saleToPraise";

/** Who praises. */
type Praiser = Pick<MemberActor, "id" | "name">;

/**
 * Lets the team's group, or the rep alone, hear a leader's praise for a sale; or asks the rep whether the group may. Each is said once:
 * whoever is second gets to know who was first.
 * @throws AppError "praise.notWanted" where the rep does not want to be named, "praise.noGroup" without a robot, and what
 *   `saleToPraise` throws
 */
export function givePraise(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  request: { actor: MemberActor; saleId: string; body: BodyOf<"praise.give"> },
): Promise<PraiseView> {
  const { actor, saleId, body } = request;
  const { commandId, way, publicPraise: seenChoice } = body;
  return command(
    {
      actor,
      commandId,
      kind: "praise.give",
      body: { way, seenChoice, saleId },
      queue: `praise:${saleId}`,
    },
    async () => {
      const now = deps.clock.now();
      const sale = await saleToPraise(actor, saleId);
      const view = await presentPraise(deps, actor, sale);
      if (view.said[way] !== null) return { answer: view, write: async () => undefined };
      if (way !== "private" && view.group === null) throw new AppError("praise.noGroup", `no robot for ${sale.teamId}`);
      if (way !== "private" && view.publicPraise === "no") {
        throw new AppError("praise.notWanted", `${sale.repId} would rather not be named`);
      }
      if (way === "group" && !stillAllows(view.publicPraise, seenChoice)) {
        throw new AppError("stale", `${sale.repId} wants to be asked first`);
      }
      const notice = praiseNotice(sale, way, { by: actor, seenChoice, commandId, now });
      const said = { byName: actor.name, at: now.toISOString(), state: "waiting" as const };
      return {
        answer: { ...view, said: { ...view.said, [way]: said } },
        audit: { action: `praise.${way}`, subject: `member:${sale.repId}`, at: now, detail: { saleId } },
        write: async (session) => {
          const realNow = deps.realNow();
          // Another leader was faster: reading again finds out who.
          const added = await addNotice(notice, realNow, session, { afterFailure: true });
          if (!added) throw new StaleRead("it has been said", { revision: null });
          await emitAgain(sendEvent(notice), session, realNow);
          if (way !== "ask") return;
          const asked = { saleId: sale._id, repId: sale.repId, askedBy: commandId };
          await emitOnce(waitsFrom(asked, now, commandIdOf({ actor, commandId })), session, realNow);
        },
      };
    },
  );
}

export function praiseNotice(
  { _id: saleId, repId, teamId, customerName, amountFen }: SaleRecord,
  way: PraiseWay,
  { by, seenChoice, commandId, now }: { by: Praiser; seenChoice: PublicPraise; commandId: string; now: Date },
): NewNotice {
  const told = { saleId, repId, teamId, customerName, amountFen, byId: by.id, byName: by.name };
  const common = { noticeId: praiseNoticeId(saleId, way), cause: commandId, answersAct: false, at: now };
  return way === "group"
    ? { ...common, kind: "praise_group", channel: "robot", receiverId: teamId, params: { ...told, seenChoice } }
    : {
        ...common,
        kind: `praise_${way}`,
        channel: "member",
        receiverId: repId,
        params: told,
        ...(way === "ask" && { about: aboutQuestion(saleId) }),
      };
}
