import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { allow, type Handlers, type SessionMember } from "../../http";
import { findUnitsEver, unitAndBelow } from "../members";
import { effectiveVisitsUpTo, footstepsByVisitId } from "../visits";
import { resubmitSale, returnSale, withdrawSale } from "./changeSale";
import { confirmSale } from "./confirmSale";
import { mayReadFootsteps, mayReadSale } from "./policy";
import { presentSale } from "./presentSale";
import type { SaleRecord } from "./saleModel";
import { findSale, pageOfSales, pageOfTeamSales, type SalePage } from "./sales";
import { submitSale } from "./submitSale";
import { readUnitPaths, unitPathOf } from "./unitPaths";

export const salesHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"sales"> => ({
  "sales.submit": ({ member, body }) => submitSale(deps, { member, body }),

  "sales.list": async ({ member, query }) => {
    const [page, pathOf] = await Promise.all([
      query.view === "mine"
        ? pageOfSales({ repId: member.memberId }, query.cursor)
        : pageToDecide(member, query.cursor),
      readUnitPaths(),
    ]);
    return {
      items: page.sales.map((sale) => presentSale(sale, member, pathOf(sale.teamId))),
      nextCursor: page.nextCursor,
    };
  },

  "sales.read": async ({ ctx, member, params }) => {
    const sale = await findSale(params.saleId);
    const unitPath = await unitPathOf(sale.teamId);
    allow(mayReadSale(member, sale, unitPath), "this sale is neither yours nor your team's");
    const visitIds = mayReadFootsteps(member, sale, unitPath) ? await visitIdsOf(sale) : [];
    if (visitIds.length > 0 && sale.repId !== member.memberId) {
      const looked = { action: "checkIn.read", subject: `member:${sale.repId}`, at: deps.clock.now() };
      const detail = { saleId: sale._id, visitIds };
      await recordRead(deps, { ...looked, id: ctx.state.requestId, memberId: member.memberId, detail });
    }
    const footsteps = await footstepsByVisitId(visitIds);
    return { sale: presentSale(sale, member, unitPath), footsteps: [...footsteps.values()] };
  },

  "sales.confirm": ({ member, params, body }) => confirmSale(deps, { member, saleId: params.saleId, body }),
  "sales.return": ({ member, params, body }) => returnSale(deps, { member, saleId: params.saleId, body }),
  "sales.resubmit": ({ member, params, body }) => resubmitSale(deps, { member, saleId: params.saleId, body }),
  "sales.withdraw": ({ member, params, body }) => withdrawSale(deps, { member, saleId: params.saleId, body }),
});

/** The visits that a sale stands on: as stored when it was confirmed, before that as they are now. */
async function visitIdsOf(sale: SaleRecord): Promise<string[]> {
  if (sale.state === "confirmed") return sale.footsteps;
  const visits = await effectiveVisitsUpTo(sale.repId, sale.customerId, sale.signedOn);
  return visits.map((visit) => visit._id);
}

/** Finance decides on all sales, a leader on those of the units led and below, others on none; nobody on own ones. */
async function pageToDecide(member: SessionMember, cursor: string | undefined): Promise<SalePage> {
  const page = member.roles.includes("finance")
    ? await pageOfSales({ state: "submitted" }, cursor)
    : await pageOfTeamSales(await unitsBelow(member.leads), cursor);
  return { ...page, sales: page.sales.filter((sale) => sale.repId !== member.memberId) };
}

async function unitsBelow(unitIds: readonly string[]): Promise<string[]> {
  const units = await findUnitsEver();
  return [...new Set(unitIds.flatMap((unitId) => unitAndBelow(units, unitId).map((below) => below.unitId)))];
}
