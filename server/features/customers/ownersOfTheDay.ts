import type { JobActor } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { findCustomerItself } from "./customers";
import { coServiceOf, servingOf, spansOf } from "./ownership";

const pageSize = 200;

/** Lets whoever owns a customer from today on serve it. @returns how many customers changed */
export async function ownersOfTheDay(
  deps: Pick<Deps, "realNow">,
  { at, runId, actor }: { at: Date; runId: string; actor: JobActor },
): Promise<number> {
  const today = businessDayOf(at);
  for (let done = 0; ;) {
    const due = await CustomerModel.find({ nextOwnersOn: { $lte: today } }, { _id: 1 })
      .limit(pageSize)
      .lean<Pick<CustomerRecord, "_id">[]>();
    for (const { _id: id } of due) {
      const request = { actor, commandId: `${runId}:${id}`, kind: "customers.ownersOfTheDay", body: { id } };
      await command(request, async () => {
        const customer = await findCustomerItself(id);
        // It has become another since it was found: nobody serves it any more.
        if (customer.merged) return { answer: { servedByIds: [] as string[] }, write: async () => undefined };
        const { servedByIds, nextOwnersOn } = servingOf(
          spansOf(customer),
          coServiceOf(customer),
          customer.coServedByIds,
          today,
        );
        const { revision } = customer;
        return {
          answer: { servedByIds },
          audit: { action: "customers.ownersOfTheDay", subject: `customer:${id}`, at, detail: { servedByIds } },
          write: (session) =>
            updateAtRevision(CustomerModel, { id, revision, set: { servedByIds, nextOwnersOn } }, session),
        };
      });
    }
    done += due.length;
    if (due.length < pageSize) return done;
  }
}
