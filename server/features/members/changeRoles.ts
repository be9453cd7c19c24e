import { isDeepStrictEqual } from "node:util";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Actor, actorNameOf } from "@shared/domain/actor";
import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { MemberModel, type MemberRecord } from "./memberModel";
import { mayChangeRoles } from "./policy";
import { findUnit } from "./readOrganisation";
import { type Grant, rolesNotOver } from "./roles";
import { membersNow } from "./sessionMember";

type ChangeDeps = Pick<Deps, "clock" | "realNow" | "caches">;
type Change<Body> = { actor: Actor; memberId: string; body: Body };
type Changed = AnswerOf<"roles.grant">;

/**
 * Gives a role from today on. The same role with the same end again changes nothing; with an earlier end it gets that end. Made
 * longer it is given for the time after by who does that, and what was given before stays theirs who gave it.
 */
export function grantRole(
  deps: ChangeDeps,
  { actor, memberId, body }: Change<BodyOf<"roles.grant">>,
): Promise<Changed> {
  return changeGrants(deps, { actor, memberId, kind: "roles.grant", body }, async (grants, today) => {
    if ((await giversOf(actor, today)).has(memberId))
      throw new AppError("role.giver", `${actor.id} is an administrator through ${memberId}`);
    const { role, unitId, lastOn } = body;
    if ((role === "manager") !== (unitId !== null))
      throw new AppError("role.unit", "a manager is one of a unit; other roles are the company's");
    if (unitId !== null && (await findUnit(unitId)) === null) throw new AppError("unit.unknown", `no unit ${unitId}`);
    if (lastOn !== null && lastOn < today) {
      const fields = [{ field: "lastOn", code: "day.past" }];
      throw new AppError("input.invalid", "the last day has passed", { fields });
    }
    const untilOn = lastOn === null ? null : addDays(lastOn, 1);
    const open = grants.filter((grant) => isSame(grant, body) && isOpen(grant, today));
    const given = open.length === 0 ? today : lastOf(open.map((grant) => grant.untilOn ?? null));
    if (given === untilOn) return grants;
    if (untilOn !== null && (given === null || untilOn < given)) return endedOn(grants, open, untilOn, today);
    return [...grants, { role, unitId, fromOn: given ?? today, untilOn, by: actorNameOf(actor) }];
  });
}

/**
 * Through whom somebody is an administrator: who gave that role, and who gave it to them. Else two people, or three in a ring,
 * could raise each other without anybody else.
 */
async function giversOf(actor: Actor, today: BusinessDay): Promise<Set<string>> {
  if (actor.kind !== "member") return new Set();
  const first = await giversTo([actor.id], today);
  return new Set([...first, ...(await giversTo(first, today))]);
}

async function giversTo(memberIds: readonly string[], today: BusinessDay): Promise<string[]> {
  const members = await MemberModel.find({ _id: { $in: [...memberIds] } }, { grants: 1 }).lean<
    Pick<MemberRecord, "grants">[]
  >();
  const grants = members.flatMap((member) => member.grants).filter((grant) => grant.role === "admin");
  return grants.flatMap(({ by, untilOn }) => (by.kind === "member" && isOpen({ untilOn }, today) ? [by.id] : []));
}

/** Takes a role back, from the next request on. Where it is not given nothing changes. */
export function revokeRole(
  deps: ChangeDeps,
  { actor, memberId, body }: Change<BodyOf<"roles.revoke">>,
): Promise<Changed> {
  return changeGrants(deps, { actor, memberId, kind: "roles.revoke", body }, async (grants, today) => {
    const open = grants.filter((grant) => isSame(grant, body) && isOpen(grant, today));
    return endedOn(grants, open, today, today);
  });
}

/** These end on a day, as far as they do not earlier; one that would not have begun by then was never given. */
function endedOn(grants: readonly Grant[], open: readonly Grant[], day: BusinessDay, today: BusinessDay): Grant[] {
  return grants.flatMap((grant) => {
    if (!open.includes(grant) || !isOpen(grant, day)) return [grant];
    return grant.fromOn > today && grant.fromOn >= day ? [] : [{ ...grant, untilOn: day }];
  });
}

/** The latest of these ends; null where one has none. */
const lastOf = (ends: readonly (BusinessDay | null)[]): BusinessDay | null =>
  ends.reduce((last, end) => (last === null || end === null ? null : last < end ? end : last));

const isSame = (grant: Grant, { role, unitId }: Pick<Grant, "role"> & { unitId: string | null }): boolean =>
  grant.role === role && (grant.unitId ?? null) === unitId;
const isOpen = ({ untilOn }: Pick<Grant, "untilOn">, today: BusinessDay): boolean =>
  (untilOn ?? null) === null || today < String(untilOn);

async function changeGrants(
  deps: ChangeDeps,
  request: { actor: Actor; memberId: string; kind: string; body: { commandId: string; role: string } },
  decide: (grants: Grant[], today: BusinessDay) => Promise<Grant[]>,
): Promise<Changed> {
  const { actor, memberId, kind, body } = request;
  const changed = await command({ actor, commandId: body.commandId, kind, body: { ...body, memberId } }, async () => {
    if (actor.kind === "member" && actor.id === memberId) throw new AppError("role.own", "nobody changes own roles");
    allow(mayChangeRoles(actor, memberId), "roles are given by administrators");
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    if (kind === "roles.grant" && member.state === "left")
      throw new AppError("member.unknown", `${memberId} has left: who comes back is given roles then`);
    if (kind === "roles.grant" && member.isUnsure)
      throw new AppError(
        "member.unknown",
        `${memberId} may be somebody else by now: \`npm run member\` says who it is`,
      );
    const { revision } = member;
    const grants = await decide(member.grants, today);
    if (isDeepStrictEqual(grants, member.grants))
      return { answer: { memberId, revision }, write: async () => undefined };
    const { commandId: _, ...detail } = body;
    const set = { grants, grantedRoles: rolesNotOver(grants, today) };
    return {
      answer: { memberId, revision: revision + 1 },
      audit: { action: kind, subject: `member:${memberId}`, at, detail },
      write: (session) => updateAtRevision(MemberModel, { id: memberId, revision, set }, session),
    };
  });
  membersNow(deps).forget(memberId);
  return changed;
}
