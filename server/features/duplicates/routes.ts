import type { AnswerOf, BodyOf, DuplicateSideView } from "@shared/contracts";
import type { OwnerShare } from "@shared/domain/customer";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { placesOf } from "../absences";
import type { CustomerRecord } from "../customers";
import { findMembers } from "../members";
import { DuplicateModel, type DuplicateRecord } from "./duplicateModel";
import { decidedEvent } from "./events";
import { decidingFor, mayDecideOn, pageOfPairs, pairIfAny, standingPairs } from "./pairs";
import { mayListDuplicates } from "./policy";

const pageSize = 20;

export const duplicatesHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"duplicates"> => ({
  "duplicates.list": async ({ actor, query: { cursor, told } }) => {
    allow(mayListDuplicates(actor), "leaders and administrators look for clients that are there twice");
    const on = businessDayOf(deps.clock.now());
    const people = await placesOf(actor, on);
    const state = told ?? "open";
    const { pairs, next } = await pageOfPairs(people, { state, after: cursor ?? null, max: pageSize });
    return { items: await presented(people, pairs, on), nextCursor: next };
  },

  "duplicates.decide": ({ actor, params: { pairId }, body }) => decide(deps, { actor, pairId, body }),
});

/** As they are now: one that has become another since, or has other owners, is nobody's question any more. */
async function presented(
  people: readonly MemberActor[],
  pairs: readonly DuplicateRecord[],
  on: BusinessDay,
): Promise<AnswerOf<"duplicates.list">["items"]> {
  const { standing, unitPaths } = await standingPairs(pairs, on);
  const shown = standing.filter((one) => mayDecideOn(people, one, unitPaths));
  const ownerIds = shown.flatMap(({ present }) => present.flat().map(({ memberId }) => memberId));
  const members = await findMembers([...new Set(ownerIds)]);
  const sideOf = (customer: CustomerRecord, owners: readonly OwnerShare[]): DuplicateSideView => ({
    customerId: customer._id,
    ...{ name: customer.name, shortName: customer.shortName, grade: customer.grade },
    address: customer.sites[0]?.address ?? null,
    ownerNames: owners.flatMap(({ memberId }) => members.get(memberId)?.name ?? []),
  });
  return shown.map(({ pair, customers: [a, b], present: [ownersOfA, ownersOfB] }) => ({
    pairId: pair._id,
    sides: [sideOf(a, ownersOfA), sideOf(b, ownersOfB)],
    sameBy: [...pair.sameBy],
    decided: pair.decision ? { byName: pair.decision.byName, on: businessDayOf(pair.decision.at) } : null,
    revision: pair.revision,
  }));
}

/** Remembers that two clients are two, or takes that back. May be repeated. */
function decide(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, pairId, body }: { actor: MemberActor; pairId: string; body: BodyOf<"duplicates.decide"> },
): Promise<AnswerOf<"duplicates.decide">> {
  const { commandId, revision, isDifferent } = body;
  return command({ actor, commandId, kind: "duplicates.decide", body: { ...body, pairId } }, async () => {
    const at = deps.clock.now();
    allow(mayListDuplicates(actor), "leaders and administrators say which clients are one");
    const pair = await pairIfAny(pairId);
    if (!pair) throw new AppError("duplicate.unknown", `no pair ${pairId}`);
    const on = businessDayOf(at);
    const [people, { standing, unitPaths }] = await Promise.all([placesOf(actor, on), standingPairs([pair], on)]);
    const [one] = standing;
    const decider = one ? decidingFor(people, one, unitPaths) : null;
    allow(decider !== null, "whoever leads all owners of both says whether they are one");
    if (pair.revision !== revision)
      throw new AppError("stale", `pair ${pairId} was decided on meanwhile`, { revision: pair.revision });
    const decision = isDifferent ? { byId: actor.id, byName: actor.name, at } : null;
    const set = { state: isDifferent ? ("different" as const) : ("open" as const), decision };
    return {
      answer: { pairId, revision: revision + 1 },
      audit: {
        action: "duplicates.decide",
        subject: `duplicate:${pairId}`,
        at,
        detail: { isDifferent, ...(decider && decider.id !== actor.id && { insteadOfId: decider.id }) },
      },
      write: async (session) => {
        await updateAtRevision(DuplicateModel, { id: pairId, revision, set }, session);
        await emit(decidedEvent({ pairId, revision: revision + 1, isDifferent }), session, deps.realNow());
      },
    };
  });
}
