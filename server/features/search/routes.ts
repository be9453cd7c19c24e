import { actorNameOf } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { findByWords } from "../customers";
import { findPlansByName } from "../plans";
import { findSalesByContract, mayAuditSales } from "../sales";
import { findPeople } from "./findPeople";

/** So many of each kind: whoever looks for one of many types on. */
const shownMax = 8;

const firstOf = <Item>(items: readonly Item[]) => ({
  items: items.slice(0, shownMax),
  hasMore: items.length > shownMax,
});

export const searchHandlers = (deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">): Handlers<"search"> => ({
  "search.find": async ({ ctx, actor, query: { words } }) => {
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const [{ page, audited }, { people, isCut }, sales, plans] = await Promise.all([
      findByWords(deps, actor, { words }, today),
      findPeople(deps, actor, { words, max: shownMax, today }),
      findSalesByContract(actor, words, shownMax + 1),
      findPlansByName(actor, words),
    ]);
    const answer = {
      customers: firstOf(page.items),
      people: firstOf(people),
      plans: firstOf(plans),
      sales: firstOf(
        sales.map(({ _id, customerName, contractNo = null, amountFen, signedOn, repName, state }) => ({
          ...{ saleId: _id, customerName, contractNo, amountFen, signedOn, repName, state },
        })),
      ),
    };
    // What auditors read by office is noted, as where they look for one kind alone.
    if (audited || mayAuditSales(actor)) {
      const detail = {
        customerIds: answer.customers.items.map(({ customerId }) => customerId),
        memberIds: answer.people.items.map(({ memberId }) => memberId),
        saleIds: answer.sales.items.map(({ saleId }) => saleId),
      };
      const looked = { action: "search.find", subject: "search", at, detail };
      const hasFound = Object.values(detail).some((ids) => ids.length > 0);
      if (hasFound) await recordRead(deps, { ...looked, id: ctx.state.requestId, actor: actorNameOf(actor) });
    }
    return {
      ...answer,
      customers: { ...answer.customers, hasMore: answer.customers.hasMore || page.nextCursor !== null },
      people: { ...answer.people, hasMore: answer.people.hasMore || isCut },
    };
  },
});
