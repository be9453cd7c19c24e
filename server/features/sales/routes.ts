import { actorNameOf } from "@shared/domain/actor";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { findUnitsEver, unitAndBelow } from "../members";
import { effectiveVisitsUpTo, footstepsByVisitId } from "../visits";
import { resubmitSale, returnSale, withdrawSale } from "./changeSale";
import { confirmSale } from "./confirmSale";
import { mayAuditSales, mayReadFootsteps, mayReadSale } from "./policy";
import { presentSale } from "./presentSale";
import type { SaleRecord } from "./saleModel";
import { findSale, pageOfSales, pageOfTeamSales, type SalePage } from "./sales";
import { submitSale } from "./submitSale";
import { readUnitPaths, unitPathOf } from "./unitPaths";

export const salesHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"sales"> => ({
  "sales.submit": ({ actor, body }) => submitSale(deps, { actor, body }),

  "sales.list": async ({ actor, query }) => {
    const [page, pathOf] = await Promise.all([
      query.view === "mine" ? pageOfSales({ repId: actor.id }, query.cursor) : pageToDecide(actor, query.cursor),
      readUnitPaths(),
    ]);
    return {
      items: page.sales.map((sale) => presentSale(sale, actor, pathOf(sale.teamId))),
      nextCursor: page.nextCursor,
    };
  },

  "sales.read": async ({ ctx, actor, params }) => {
    const sale = await findSale(params.saleId);
    const unitPath = await unitPathOf(sale.teamId);
    allow(mayReadSale(actor, sale, unitPath), "this sale is neither yours nor your team's");
    const visitIds = mayReadFootsteps(actor, sale, unitPath) ? await visitIdsOf(sale) : [];
    const action = visitIds.length > 0 ? "checkIn.read" : "sale.read";
    if (sale.repId !== actor.id && (visitIds.length > 0 || mayAuditSales(actor))) {
      const looked = { action, subject: `member:${sale.repId}`, at: deps.clock.now() };
      const detail = { saleId: sale._id, visitIds };
      await recordRead(deps, { ...looked, id: ctx.state.requestId, actor: actorNameOf(actor), detail });
    }
    const footsteps = await footstepsByVisitId(visitIds);
    return { sale: presentSale(sale, actor, unitPath), footsteps: [...footsteps.values()] };
  },

  "sales.confirm": ({ actor, params, body }) => confirmSale(deps, { actor, saleId: params.saleId, body }),
  "sales.return": ({ actor, params, body }) => returnSale(deps, { actor, saleId: params.saleId, body }),
  "sales.resubmit": ({ actor, params, body }) => resubmitSale(deps, { actor, saleId: params.saleId, body }),
  "sales.withdraw": ({ actor, params, body }) => withdrawSale(deps, { actor, saleId: params.saleId, body }),
});

/** The visits that a sale stands on: as stored when it was confirmed, before that as they are now. */
async function visitIdsOf(sale: SaleRecord): Promise<string[]> {
  if (sale.state === "confirmed") return sale.footsteps;
  const visits = await effectiveVisitsUpTo(sale.repId, sale.customerId, sale.signedOn);
  return visits.map((visit) => visit._id);
}

/** Finance decides on all sales, a leader on those of the units led and below, others on none; nobody on own ones. */
async function pageToDecide(actor: MemberActor, cursor: string | undefined): Promise<SalePage> {
  const page = actor.roles.includes("finance")
    ? await pageOfSales({ state: "submitted" }, cursor)
    : await pageOfTeamSales(await unitsBelow(actor.leads), cursor);
  return { ...page, sales: page.sales.filter((sale) => sale.repId !== actor.id) };
}

async function unitsBelow(unitIds: readonly string[]): Promise<string[]> {
  const units = await findUnitsEver();
  return [...new Set(unitIds.flatMap((unitId) => unitAndBelow(units, unitId).map((below) => below.unitId)))];
}
