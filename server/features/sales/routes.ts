import type { Deps } from "../../deps";
import { allow, type Handlers, type SessionMember } from "../../http";
import { footstepsByVisitId } from "../visits";
import { resubmitSale, returnSale, withdrawSale } from "./changeSale";
import { confirmSale } from "./confirmSale";
import { mayReadSale } from "./policy";
import { presentSale } from "./presentSale";
import { findSale, pageOfSales, pageOfTeamSales, type SalePage } from "./sales";
import { submitSale } from "./submitSale";

export const salesHandlers = (deps: Pick<Deps, "clock">): Handlers<"sales"> => ({
  "sales.submit": ({ member, body }) => submitSale(deps, { member, body }),

  "sales.list": async ({ member, query }) => {
    const page =
      query.view === "mine"
        ? await pageOfSales({ repId: member.memberId }, query.cursor)
        : await pageToDecide(member, query.cursor);
    return { items: page.sales.map((sale) => presentSale(sale, member)), nextCursor: page.nextCursor };
  },

  "sales.read": async ({ member, params }) => {
    const sale = await findSale(params.saleId);
    allow(mayReadSale(member, sale), "this sale is neither yours nor your team's");
    const footsteps = await footstepsByVisitId(sale.footsteps);
    return { sale: presentSale(sale, member), footsteps: [...footsteps.values()] };
  },

  "sales.confirm": ({ member, params, body }) => confirmSale(deps, { member, saleId: params.saleId, body }),
  "sales.return": ({ member, params, body }) => returnSale(deps, { member, saleId: params.saleId, body }),
  "sales.resubmit": ({ member, params, body }) => resubmitSale(deps, { member, saleId: params.saleId, body }),
  "sales.withdraw": ({ member, params, body }) => withdrawSale(deps, { member, saleId: params.saleId, body }),
});

/** Finance decides on all sales, a leader on those of the units led, others on none. */
function pageToDecide(member: SessionMember, cursor: string | undefined): Promise<SalePage> {
  return member.roles.includes("finance")
    ? pageOfSales({ state: "submitted" }, cursor)
    : pageOfTeamSales(member.leads, cursor);
}
