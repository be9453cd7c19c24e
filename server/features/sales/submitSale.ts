import type { BodyOf, SaleView } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { submittedEvent } from "./saleEvents";
import { maySubmitSale } from "./policy";
import { presentSale } from "./presentSale";
import { checkDraft, submittedSale } from "./saleDraft";
import { SaleModel } from "./saleModel";

/** Records a sale and puts it before whoever decides. It is no fact and pays nothing yet. */
export function submitSale(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  request: { actor: MemberActor; body: BodyOf<"sales.submit"> },
): Promise<{ sale: SaleView }> {
  const { actor, body } = request;
  return command({ actor, commandId: body.commandId, kind: "sales.submit", body }, async () => {
    const now = deps.clock.now();
    allow(maySubmitSale(actor), "only members of a sales team record sales");
    const draft = await checkDraft(actor, body, { now, saleLimitYuan: deps.settings.SALE_LIMIT_YUAN });
    if (await SaleModel.findOne({ _id: body.saleId }).lean()) {
      throw new AppError("command.reused", `there is a sale ${body.saleId} already`);
    }
    const sale = submittedSale({ _id: body.saleId, repId: actor.id, repName: actor.name, submittedAt: now, ...draft });
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
