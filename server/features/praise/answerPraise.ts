import type { AnswerOf, BodyOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, StaleRead } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emitAgain } from "../../outbox";
import { findMember } from "../members";
import {
  aboutQuestion,
  addNotice,
  findNotices,
  isPraise,
  noticesAbout,
  openQuestion,
  praiseNoticeId,
  type PraiseQuestion,
  praiseText,
  sendEvent,
  settleNotices,
} from "../notices";
import { findSale, newestConfirmedOf, type SaleRecord } from "../sales";
import { praiseNotice } from "./givePraise";

type Question = AnswerOf<"praise.question">;

/** Whether a leader has asked the rep of a sale, who has not answered. @throws AppError "right.missing" for anybody else */
export async function readPraiseQuestion(
  deps: Pick<Deps, "clock">,
  actor: MemberActor,
  saleId: string,
): Promise<Question> {
  const sale = await ownSale(actor, saleId);
  const asked = await openQuestion(saleId, deps.clock.now());
  if (!asked) return { question: null };
  const rep = await findMember(sale.repId);
  const text = praiseText({ byName: asked.byName, repName: rep?.name ?? sale.repName, amountFen: sale.amountFen });
  return { question: { byName: asked.byName, text } };
}

/**
 * The rep's answer to a leader who has asked: the group hears the praise, or the rep alone does. Whoever asked is named by it.
 * @throws AppError "right.missing", "praise.notAsked" where nobody asks, it has been answered, or the time for it is over
 */
export function answerPraise(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, saleId, body }: { actor: MemberActor; saleId: string; body: BodyOf<"praise.answer"> },
): Promise<Question> {
  const { commandId, agrees } = body;
  const whole = { agrees, saleId };
  return command({ actor, commandId, kind: "praise.answer", body: whole, queue: `praise:${saleId}` }, async () => {
    const now = deps.clock.now();
    const sale = await ownSale(actor, saleId);
    const asked = await openQuestion(saleId, now);
    if (!asked) throw new AppError("praise.notAsked", `nobody asks about ${saleId}`);
    const way = agrees ? "group" : "private";
    const by = { id: asked.byId, name: asked.byName };
    const askings = await noticesAbout(aboutQuestion(saleId));
    const notice = praiseNotice(sale, way, { by, seenChoice: "ask", commandId, now });
    return {
      answer: { question: null },
      audit: { action: "praise.answer", subject: `member:${sale.repId}`, at: now, detail: { saleId, agrees } },
      write: async (session) => {
        const realNow = deps.realNow();
        const added = await addNotice(notice, realNow, session, { afterFailure: true });
        if (!added) throw new StaleRead("it has been said", { revision: null });
        await emitAgain(sendEvent(notice), session, realNow);
        await settleNotices(askings, now, session);
      },
    };
  });
}

/** Sales of a rep about which a leader has asked, and the rep has not answered; as far as they are among the newest. */
export async function openQuestionsOf(repId: string, now: Date): Promise<PraiseAsked[]> {
  const sales = new Map((await newestConfirmedOf(repId)).map((sale) => [sale._id, sale]));
  const asked = await findNotices([...sales.keys()].map((saleId) => praiseNoticeId(saleId, "ask")));
  const questions = await Promise.all(
    asked.filter(isPraise).map(async ({ params: { saleId } }) => {
      const question = await openQuestion(saleId, now);
      return question ? [{ saleId, ...question }] : [];
    }),
  );
  return questions.flat();
}

export type PraiseAsked = PraiseQuestion & { saleId: string };

async function ownSale(actor: MemberActor, saleId: string): Promise<SaleRecord> {
  const sale = await findSale(saleId);
  allow(sale.repId === actor.id, "only its own rep is asked");
  return sale;
}
