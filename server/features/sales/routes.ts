import type { AnswerOf, QueryOf, SaleView } from "@shared/contracts";
import { actorNameOf } from "@shared/domain/actor";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { noteLook } from "../looks";
import { maySetFirstPayingDay } from "../plans";
import { type Footstep, footstepsByVisitId, rightToVisit, visitsOfOthers } from "../visits";
import { resubmitSale, restoreSale, returnSale, withdrawSale } from "./changeSale";
import { confirmSale } from "./confirmSale";
import { readMovedBy } from "./followPayingDay";
import { mayAuditSales, mayReadFootsteps, mayReadFootstepsInsteadOf, mayReadSale } from "./policy";
import { presentSale } from "./presentSale";
import { countsFor, isOwnSale, readOwnSales, visitsBehindNow } from "./saleCredits";
import { decidesInsteadOf } from "./saleDecision";
import type { SaleRecord } from "./saleModel";
import { previewSale } from "./previewSale";
import { findSale, pageOfSales } from "./sales";
import { pageOfSeen } from "./salesSeen";
import { submitSale } from "./submitSale";
import { deciderNamesOf, readDeciderNames, waitingOf } from "./whoDecides";
import { teamEffectsOf } from "./teamEffects";
import { toLookAtOf } from "./toLookAt";
import { pageToDecide } from "./toDecide";
import { readUnitPaths, unitPathOf } from "./unitPaths";

export const salesHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings" | "caches">): Handlers<"sales"> => ({
  "sales.submit": ({ actor, body }) => submitSale(deps, { actor, body }),

  "sales.preview": ({ actor, body }) => previewSale(deps, { actor, body }),

  "sales.list": async ({ ctx, actor, query }) => {
    if (query.view === "seen") return listSeen(deps, actor, query, ctx.state.requestId);
    const isOwn = query.view === "mine";
    const today = businessDayOf(deps.clock.now());
    const [page, pathOf] = await Promise.all([
      isOwn ? pageOfSales([{ repId: actor.id }], query.cursor) : pageToDecide(actor, query.cursor, today),
      readUnitPaths(),
    ]);
    const items = page.sales.map((sale) =>
      presentSale(sale, actor, { isOwn, unitPath: pathOf(sale.teamId), standsIn: !isOwn }),
    );
    return { items: isOwn ? items : await withDeciders(page.sales, items, actor, today), nextCursor: page.nextCursor };
  },

  "sales.movedBy": ({ actor, query }) => {
    allow(maySetFirstPayingDay(actor), "HR or an administrator sets the first paying day");
    return readMovedBy(query.on);
  },

  "sales.read": async ({ ctx, actor, params }) => {
    const sale = await findSale(params.saleId);
    const [unitPath, isOwn] = await Promise.all([unitPathOf(sale.teamId), isOwnSale(sale, actor.id)]);
    const now = deps.clock.now();
    const mayRead = mayReadSale(actor, { isOwn }, unitPath);
    const seesByRight = mayReadFootsteps(actor, { isOwn }, unitPath);
    const insteadOf = seesByRight ? null : await decidesInsteadOf(actor, sale, { unitPath, now });
    allow(mayRead || insteadOf !== null, "this sale is neither yours nor your team's");
    const seesFootsteps = seesByRight || mayReadFootstepsInsteadOf(insteadOf, unitPath);
    const visitIds = seesFootsteps ? await visitIdsOf(sale) : [];
    const footsteps = [...(await footstepsByVisitId(visitIds)).values()];
    for (const look of looksOf(actor, sale, footsteps)) {
      await noteLook(deps, { ...look, actor, at: now, requestId: ctx.state.requestId });
    }
    const view = presentSale(sale, actor, { isOwn, unitPath, standsIn: insteadOf !== null });
    return {
      sale: { ...view, deciderNames: await deciderNamesOf(sale, actor, businessDayOf(now)) },
      waits: waitingOf(sale, now),
      countsFor: await countsFor(sale),
      seesFootsteps,
      footsteps: await Promise.all(
        footsteps.map(async ({ view }) => ({
          ...view,
          mayOpen: (await rightToVisit(actor, view, businessDayOf(now))) !== null,
        })),
      ),
      toLookAt: view.mayDecide ? await toLookAtOf(deps, sale, actor) : null,
      teamEffects: view.mayDecide ? await teamEffectsOf(deps, sale, insteadOf ? [actor, insteadOf] : [actor]) : [],
    };
  },

  "sales.confirm": ({ actor, params, body }) => confirmSale(deps, { actor, saleId: params.saleId, body }),
  "sales.return": ({ actor, params, body }) => returnSale(deps, { actor, saleId: params.saleId, body }),
  "sales.resubmit": ({ actor, params, body }) => resubmitSale(deps, { actor, saleId: params.saleId, body }),
  "sales.restore": ({ actor, params, body }) => restoreSale(deps, { actor, saleId: params.saleId, body }),
  "sales.withdraw": ({ actor, params, body }) => withdrawSale(deps, { actor, saleId: params.saleId, body }),
});

/** All that this reader may read. What auditors were shown is noted. */
async function listSeen(
  deps: Pick<Deps, "clock" | "realNow">,
  actor: MemberActor,
  query: QueryOf<"sales.list">,
  requestId: string,
): Promise<AnswerOf<"sales.list">> {
  const [{ sales, nextCursor, total }, pathOf] = await Promise.all([pageOfSeen(actor, query), readUnitPaths()]);
  const isOwn = await readOwnSales(sales, actor.id);
  if (mayAuditSales(actor) && sales.length > 0) {
    const detail = { saleIds: sales.map(({ _id }) => _id) };
    const looked = { action: "sales.list", subject: "sales", at: deps.clock.now(), detail };
    await recordRead(deps, { ...looked, id: requestId, actor: actorNameOf(actor) });
  }
  const items = sales.map((sale) => presentSale(sale, actor, { isOwn: isOwn(sale), unitPath: pathOf(sale.teamId) }));
  return { items, nextCursor, ...(total && { total }) };
}

/** Whoever may decide reads of each whom it was put before. */
async function withDeciders(
  sales: readonly SaleRecord[],
  items: readonly SaleView[],
  reader: MemberActor,
  on: BusinessDay,
): Promise<SaleView[]> {
  const namesOf = await readDeciderNames(sales, reader, on);
  return Promise.all(
    items.map(async (item, index) => {
      const sale = sales[index];
      return sale ? { ...item, deciderNames: await namesOf(sale) } : item;
    }),
  );
}

/** What is noted of a look at a sale: for each other person the visits that were seen, and that an auditor saw it at all. */
function looksOf(actor: MemberActor, { _id: saleId, repId }: SaleRecord, footsteps: readonly Footstep[]) {
  const looks = [...visitsOfOthers(actor.id, footsteps)].map(([memberId, visitIds]) => ({
    what: "checkIn.read" as const,
    memberId,
    detail: { saleId, visitIds },
  }));
  if (looks.length > 0 || repId === actor.id || !mayAuditSales(actor)) return looks;
  return [{ what: "sale.read" as const, memberId: repId, detail: { saleId, visitIds: [] } }];
}

/** The visits that a sale stands on: as stored when it was confirmed, before that as they are now. */
async function visitIdsOf(sale: SaleRecord): Promise<string[]> {
  if (sale.state === "confirmed") return sale.footsteps;
  const visits = await visitsBehindNow(sale);
  return visits.map((visit) => visit._id);
}
