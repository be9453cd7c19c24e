import type { BodyOf, SaleView } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { submittedEvent } from "./saleEvents";
import { maySubmitSale } from "./policy";
import { presentSale } from "./presentSale";
import { findEqualSale } from "./equalSale";
import { checkDraft, submittedSale } from "./saleDraft";
import { SaleModel } from "./saleModel";

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
    const draft = await checkDraft(deps, actor, body);
    const [known, equal] = await Promise.all([
      SaleModel.findOne({ _id: saleId }).lean(),
      findEqualSale({ ...draft, _id: saleId, repId: actor.id }),
    ]);
    if (known) throw new AppError("command.reused", `there is a sale ${saleId} already`);
    if (equal && !repeatSeen) {
      const earlier = { saleId: equal._id, submittedAt: equal.submittedAt.toISOString() };
      throw new AppError("sale.maybeRepeated", `equal to ${equal._id}`, { earlier });
    }
    const sale = {
      ...submittedSale({ _id: saleId, repId: actor.id, repName: actor.name, submittedAt: now, ...draft }),
      notRepeatOfId: equal?._id ?? null,
    };
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
