import type { AnswerOf, BodyOf, DuplicateSideView } from "@shared/contracts";
import { ownersOn } from "@shared/domain/customer";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { type CustomerRecord, findThemselves, mayMakeOne, readOwners, spansOf } from "../customers";
import { findMembers } from "../members";
import { DuplicateModel, type DuplicateRecord } from "./duplicateModel";

const pageSize = 20;

export const duplicatesHandlers = (deps: Pick<Deps, "clock">): Handlers<"duplicates"> => ({
  "duplicates.list": async ({ actor, query }) => {
    allow(mayListDuplicates(actor), "leaders and administrators look for clients that are there twice");
    const pairs = await pageOfPairs(actor, query);
    const next = pairs.length > pageSize ? (pairs[pageSize - 1]?._id ?? null) : null;
    return { items: await presented(actor, pairs.slice(0, pageSize), deps.clock.now()), nextCursor: next };
  },

  "duplicates.decide": ({ actor, params: { pairId }, body }) => decide(deps, { actor, pairId, body }),
});

const mayListDuplicates = (actor: MemberActor): boolean => actor.leads.length > 0 || actor.roles.includes("admin");

function pageOfPairs(
  actor: MemberActor,
  { cursor, told }: { cursor?: string | undefined; told?: "different" | undefined },
): Promise<DuplicateRecord[]> {
  return DuplicateModel.find({
    state: told ?? "open",
    ...(!actor.roles.includes("admin") && { unitIds: { $in: [...actor.leads] } }),
    ...(cursor !== undefined && { _id: { $gt: cursor } }),
  })
    .sort({ _id: 1 })
    .limit(pageSize + 1)
    .lean<DuplicateRecord[]>();
}

/** As they are now: one that has become another since, or has other owners, is nobody's question any more. */
async function presented(
  actor: MemberActor,
  pairs: readonly DuplicateRecord[],
  now: Date,
): Promise<AnswerOf<"duplicates.list">["items"]> {
  const today = businessDayOf(now);
  const found = await findThemselves([...new Set(pairs.flatMap(({ customerIds }) => customerIds))]);
  const standing = new Map(found.filter(({ merged }) => !merged).map((customer) => [customer._id, customer]));
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today);
  const owners = [...standing.values()].flatMap(ownersOf);
  const [{ unitPaths }, members] = await Promise.all([
    readOwners(owners, today),
    findMembers([...new Set(owners.map(({ memberId }) => memberId))]),
  ]);
  const sideOf = (customer: CustomerRecord): DuplicateSideView => ({
    customerId: customer._id,
    ...{ name: customer.name, shortName: customer.shortName, grade: customer.grade },
    address: customer.sites[0]?.address ?? null,
    ownerNames: ownersOf(customer).flatMap(({ memberId }) => members.get(memberId)?.name ?? []),
  });
  return pairs.flatMap((pair) => {
    const [a, b] = pair.customerIds.flatMap((id) => standing.get(id) ?? []);
    if (!a || !b || !mayMakeOne(actor, { present: [ownersOf(a), ownersOf(b)], unitPaths })) return [];
    const { decision } = pair;
    return [
      {
        pairId: pair._id,
        sides: [sideOf(a), sideOf(b)],
        sameBy: [...pair.sameBy],
        decided: decision ? { byName: decision.byName, on: businessDayOf(decision.at) } : null,
        revision: pair.revision,
      },
    ];
  });
}

/** Remembers that two clients are two, or takes that back. May be repeated. */
function decide(
  deps: Pick<Deps, "clock">,
  { actor, pairId, body }: { actor: MemberActor; pairId: string; body: BodyOf<"duplicates.decide"> },
): Promise<AnswerOf<"duplicates.decide">> {
  const { commandId, revision, isDifferent } = body;
  return command({ actor, commandId, kind: "duplicates.decide", body: { ...body, pairId } }, async () => {
    const at = deps.clock.now();
    allow(mayListDuplicates(actor), "leaders and administrators say which clients are one");
    const pair = await DuplicateModel.findOne({ _id: pairId }).lean<DuplicateRecord | null>();
    if (!pair) throw new AppError("duplicate.unknown", `no pair ${pairId}`);
    const customers = await findThemselves(pair.customerIds);
    const present = customers.map((customer) => ownersOn(spansOf(customer), businessDayOf(at)));
    const { unitPaths } = await readOwners(present.flat(), businessDayOf(at));
    allow(mayMakeOne(actor, { present, unitPaths }), "whoever leads all owners of both says whether they are one");
    if (pair.revision !== revision)
      throw new AppError("stale", `pair ${pairId} was decided on meanwhile`, { revision: pair.revision });
    const decision = isDifferent ? { byId: actor.id, byName: actor.name, at } : null;
    const set = { state: isDifferent ? ("different" as const) : ("open" as const), decision };
    return {
      answer: { pairId, revision: revision + 1 },
      audit: { action: "duplicates.decide", subject: `duplicate:${pairId}`, at, detail: { isDifferent } },
      write: (session) => updateAtRevision(DuplicateModel, { id: pairId, revision, set }, session),
    };
  });
}
