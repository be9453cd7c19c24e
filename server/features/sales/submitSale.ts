import type { BodyOf, SaleView } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { submittedEvent } from "./saleEvents";
import { maySubmitSale } from "./policy";
import { presentSale } from "./presentSale";
import { type CheckedDraft, checkDraft, submittedSale } from "./saleDraft";
import { SaleModel, type SaleRecord } from "./saleModel";

/** Records a sale and puts it before whoever decides. It is no fact and pays nothing yet. */
export function submitSale(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  request: { actor: MemberActor; body: BodyOf<"sales.submit"> },
): Promise<{ sale: SaleView }> {
  const { actor, body } = request;
  const { saleId, repeatSeen } = body;
  // One after the other, so that of two equal ones at once the second is asked about.
  const queue = `sales.submit:${actor.id}`;
  return command({ actor, commandId: body.commandId, kind: "sales.submit", body, queue }, async () => {
    const now = deps.clock.now();
    allow(maySubmitSale(actor), "only members of a sales team record sales");
    const draft = await checkDraft(actor, body, { now, saleLimitYuan: deps.settings.SALE_LIMIT_YUAN });
    const [known, equal] = await Promise.all([
      SaleModel.findOne({ _id: saleId }).lean(),
      repeatSeen ? null : findEqualSale(actor.id, draft),
    ]);
    if (known) throw new AppError("command.reused", `there is a sale ${saleId} already`);
    if (equal) {
      const earlier = { saleId: equal._id, submittedAt: equal.submittedAt.toISOString() };
      throw new AppError("sale.maybeRepeated", `equal to ${equal._id}`, { earlier });
    }
    const sale = submittedSale({ _id: saleId, repId: actor.id, repName: actor.name, submittedAt: now, ...draft });
    return {
      answer: { sale: presentSale(sale, actor, { isOwn: true, unitPath: [sale.teamId] }) },
      audit: { action: "sale.submit", subject: sale._id, at: now },
      write: async (session) => {
        await insert(SaleModel, sale, session);
        await emit(submittedEvent(sale), session, deps.realNow());
      },
    };
  });
}

/** More equal ones than that are nobody's slip. */
const equalMax = 20;

/** A sale of this rep that this one may be, written down twice; those that were taken back are none. */
async function findEqualSale(
  repId: string,
  { customerId, signedOn, amountFen }: CheckedDraft,
): Promise<SaleRecord | null> {
  const equal = await SaleModel.find({ repId, customerId, signedOn, amountFen }).limit(equalMax).lean();
  return equal.find(({ state }) => state !== "cancelled") ?? null;
}
