import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { actorNameOf, type MemberActor } from "@shared/domain/actor";
import { type OwnerShare, ownersOn } from "@shared/domain/customer";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomers } from "./customers";
import { peopleToTake } from "./giving";
import { emitGiven, emitTold, type OwnerGiving, ownersByTable } from "./importedOwners";
import { readOwners, requireServing, spansOf } from "./ownership";
import { mayGiveCustomer, mayGiveCustomers } from "./policy";

type GiveDeps = Pick<Deps, "clock" | "realNow" | "caches">;
type Given = AnswerOf<"customers.giveMany">["items"][number];

const ownersToday = (customer: CustomerRecord, today: BusinessDay): OwnerShare[] => ownersOn(spansOf(customer), today);

/** @throws AppError "right.missing" */
export async function takersOf(
  { clock }: Pick<Deps, "clock">,
  actor: MemberActor,
  customerIds: readonly string[],
): Promise<AnswerOf<"customers.takers">> {
  allow(mayGiveCustomers(actor), "customers are given out by leaders and administrators");
  const today = businessDayOf(clock.now());
  const owners = [...(await findCustomers(customerIds)).values()].flatMap((customer) => ownersToday(customer, today));
  const { unitPaths } = await readOwners(owners, today);
  return { people: await peopleToTake(actor, [...unitPaths.values()], today) };
}

/**
 * Gives each of these clients that the actor may give to a colleague, in one transaction; the others stay as they are. What is asked about
 * somebody else's is answered as if there were none. May be repeated.
 * @throws AppError "right.missing", "member.unknown"
 */
export async function giveMany(
  deps: GiveDeps,
  { actor, body }: { actor: MemberActor; body: BodyOf<"customers.giveMany"> },
): Promise<AnswerOf<"customers.giveMany">> {
  const { commandId, customerIds, ownerId, reason } = body;
  const cause = `${actor.id}:${commandId}`;
  const answer = await command({ actor, commandId, kind: "customers.giveMany", body }, async () => {
    allow(mayGiveCustomers(actor), "customers are given out by leaders and administrators");
    await requireServing([{ memberId: ownerId, share: "1" }], []);
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const found = await findCustomers(customerIds);
    const mine = await thoseToGive(actor, [...found.values()], today);
    const judged = await ownersByTable(
      actor,
      mine.map((customer) => ({ customer, ownerId })),
      today,
    );
    const mineIds = new Set(mine.map(({ _id }) => _id));
    const givings = [...judged.values()].flatMap((one) => (typeof one === "string" ? [] : [one]));
    return {
      answer: {
        items: customerIds.map((customerId): Given => {
          const realId = found.get(customerId)?._id;
          if (realId === undefined || !mineIds.has(realId)) return { customerId, is: "refused", from: null };
          const giving = judged.get(realId);
          if (giving === undefined) return { customerId, is: "same", from: null };
          if (typeof giving === "string") return { customerId, is: giving, from: null };
          return { customerId, is: "given", from: giving.from };
        }),
      },
      audit: {
        ...{ action: "customers.giveMany", subject: `member:${ownerId}`, at },
        detail: { customers: givings.length, reason },
      },
      write: async (session) => {
        for (const giving of givings) await writeGiven(deps, { actor, giving, reason, cause, at }, session);
        const origin = { byHand: true, reason };
        const told = { origin, cause, by: actor, deps };
        await emitTold({ givings, addedTo: [], today }, told, session);
      },
    };
  });
  for (const customerId of customerIds) customersNow(deps).forget(customerId);
  return answer;
}

/** Each once, whichever of its ids it was named by. */
async function thoseToGive(
  actor: MemberActor,
  found: readonly CustomerRecord[],
  today: BusinessDay,
): Promise<CustomerRecord[]> {
  const customers = [...new Map(found.map((customer) => [customer._id, customer])).values()];
  const { unitPaths } = await readOwners(
    customers.flatMap((customer) => ownersToday(customer, today)),
    today,
  );
  return customers.filter((customer) => mayGiveCustomer(actor, { owners: ownersToday(customer, today), unitPaths }));
}

async function writeGiven(
  deps: GiveDeps,
  given: { actor: MemberActor; giving: OwnerGiving; reason: string | null; cause: string; at: Date },
  session: ClientSession,
): Promise<void> {
  const { actor, giving, reason, cause, at } = given;
  const { customer, before, after, from, set } = giving;
  await updateAtRevision(CustomerModel, { id: customer._id, revision: customer.revision, set }, session);
  const entry = { id: `${cause}:${customer._id}`, action: "customers.assign", subject: `customer:${customer._id}`, at };
  const detail = { before, after, from, reason };
  await auditInsert(deps.realNow)({ ...entry, actor: actorNameOf(actor), detail }, session);
  await emitGiven(giving, { giver: actor, reason, at, realNow: deps.realNow() }, session);
}
