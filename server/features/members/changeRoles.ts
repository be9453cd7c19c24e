import { isDeepStrictEqual } from "node:util";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Actor, actorNameOf } from "@shared/domain/actor";
import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision, withLease, type WorkLease } from "../../db";
import type { Deps } from "../../deps";
import { allow, type Role } from "../../http";
import { emit } from "../../outbox";
import { roleChanged, type RoleSpan } from "./events";
import { MemberModel, type MemberRecord } from "./memberModel";
import { mayChangeRoles } from "./policy";
import { findUnit, findUnits, placesNow } from "./readOrganisation";
import { type Grant, grantedOn, rolesNotOver, rolesOf } from "./roles";
import { membersNow } from "./sessionMember";

type ChangeDeps = Pick<Deps, "clock" | "realNow" | "caches">;
interface Change<Body> {
  actor: Actor;
  memberId: string;
  body: Body;
  /** Where a company is set up with its people: nobody is told of it. */
  isSetUp?: boolean;
}
type Changed = AnswerOf<"roles.grant">;

/**
 * Gives a role from a day on, today unless said. The same role with the same end again changes nothing; with an earlier end it gets that end.
 * Made longer it is given for the time after by who does that, and what was given before stays theirs who gave it.
 */
export function grantRole(
  deps: ChangeDeps,
  { actor, body, ...change }: Change<BodyOf<"roles.grant">>,
): Promise<Changed> {
  return changeGrants(deps, { ...change, actor, kind: "roles.grant", body }, async (grants, today) => {
    const { memberId } = change;
    if ((await giversOf(actor, today)).has(memberId))
      throw new AppError("role.giver", `${actor.id} is an administrator through ${memberId}`);
    const { role, unitId, lastOn, fromOn = today } = body;
    if ((role === "manager") !== (unitId !== null))
      throw new AppError("role.unit", "a manager is one of a unit; other roles are the company's");
    if (unitId !== null && (await findUnit(unitId)) === null) throw new AppError("unit.unknown", `no unit ${unitId}`);
    if (fromOn < today) throw wrongDay("fromOn", "day.past", "the first day has passed");
    if (lastOn !== null && lastOn < today) throw wrongDay("lastOn", "day.past", "the last day has passed");
    if (lastOn !== null && lastOn < fromOn) throw wrongDay("lastOn", "day.beforeFirst", "it ends before it begins");
    if (role === "rep" && fromOn === today && (await isRepByDirectory(memberId, grants, today)))
      throw new AppError("role.byDirectory", `${memberId} is a rep by the directory`);
    const untilOn = lastOn === null ? null : addDays(lastOn, 1);
    const open = grants.filter((grant) => isSame(grant, body) && isOpen(grant, today));
    const kept = untilOn === null ? [...grants] : endedOn(grants, open, untilOn, today);
    const mine = kept.filter((grant) => isSame(grant, body) && isOpen(grant, today));
    const by = actorNameOf(actor);
    return [...kept, ...gapsIn(mine, fromOn, untilOn).map((gap) => ({ role, unitId, ...gap, by }))];
  });
}

/** Somebody who belongs to a team and does not lead it is a rep as long as they do: a grant would give them nothing, and last longer. */
async function isRepByDirectory(memberId: string, grants: readonly Grant[], today: BusinessDay): Promise<boolean> {
  const [{ unitId, leads }, units] = await Promise.all([placesNow(memberId, today), findUnits()]);
  const teamId = unitId !== null && units.get(unitId)?.kind === "team" ? unitId : null;
  return rolesOf({ granted: [], teamId, leads: [...leads, ...grantedOn(grants, today).leads] }).includes("rep");
}

const wrongDay = (field: string, code: string, message: string): AppError =>
  new AppError("input.invalid", message, { fields: [{ field, code }] });

type Span = Pick<Grant, "fromOn"> & { untilOn: BusinessDay | null };

/** Of a span, the parts in which none of these grants lasts. */
function gapsIn(given: readonly Grant[], fromOn: BusinessDay, untilOn: BusinessDay | null): Span[] {
  const gaps: Span[] = [];
  let at: BusinessDay | null = fromOn;
  for (const grant of given.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const end = grant.untilOn ?? null;
    if (at === null || (end !== null && end <= at)) continue;
    if (at < grant.fromOn) gaps.push({ fromOn: at, untilOn: grant.fromOn });
    at = end;
  }
  if (at !== null && (untilOn === null || at < untilOn)) gaps.push({ fromOn: at, untilOn });
  return gaps;
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
export function revokeRole(deps: ChangeDeps, { body, ...change }: Change<BodyOf<"roles.revoke">>): Promise<Changed> {
  return changeGrants(deps, { ...change, kind: "roles.revoke", body }, async (grants, today) => {
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

const isSame = (grant: Grant, { role, unitId }: Pick<Grant, "role"> & { unitId: string | null }): boolean =>
  grant.role === role && (grant.unitId ?? null) === unitId;
const isOpen = ({ untilOn }: Pick<Grant, "untilOn">, today: BusinessDay): boolean =>
  (untilOn ?? null) === null || today < String(untilOn);

interface GrantsChange {
  actor: Actor;
  memberId: string;
  kind: "roles.grant" | "roles.revoke";
  body: { commandId: string; role: Role; unitId: string | null };
  isSetUp?: boolean;
}

type Decide = (grants: Grant[], today: BusinessDay) => Promise<Grant[]>;

/** @throws AppError "role.lastAdmin" where nobody would be left who is an administrator for good */
async function changeGrants(deps: ChangeDeps, request: GrantsChange, decide: Decide): Promise<Changed> {
  const write = (lease: WorkLease | null) => writeGrants(deps, request, { decide, lease });
  // Two who take it from each other are two documents: one after the other they see who is left.
  const changed =
    request.body.role === "admin"
      ? await withLease("administrators", write, { realNow: deps.realNow })
      : await write(null);
  membersNow(deps).forget(request.memberId);
  return changed;
}

function writeGrants(
  deps: ChangeDeps,
  request: GrantsChange,
  { decide, lease }: { decide: Decide; lease: WorkLease | null },
): Promise<Changed> {
  const { actor, memberId, kind, body, isSetUp } = request;
  return command({ actor, commandId: body.commandId, kind, body: { ...body, memberId } }, async () => {
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
    if (isAdminForGood(member.grants, today) && !isAdminForGood(grants, today))
      await requireAnotherAdmin(memberId, today);
    const { commandId: _, ...detail } = body;
    const set = { grants, grantedRoles: rolesNotOver(grants, today) };
    const event = roleChanged.of({
      partition: `member:${memberId}`,
      cause: `${memberId}:${revision + 1}`,
      payload: {
        ...{ memberId, name: member.name, role: body.role, unitId: body.unitId },
        ...{ before: spanOf(member.grants, body, today), after: spanOf(grants, body, today) },
        byId: actor.kind === "member" ? actor.id : null,
        at: at.toISOString(),
      },
    });
    return {
      answer: { memberId, revision: revision + 1 },
      audit: { action: kind, subject: `member:${memberId}`, at, detail },
      write: async (session) => {
        await lease?.confirm(session);
        await updateAtRevision(MemberModel, { id: memberId, revision, set }, session);
        if (!isSetUp) await emit(event, session, deps.realNow());
      },
    };
  });
}

/** From when until when somebody has a role by an administrator, today or later; null where they have not. */
export async function findRoleSpan(
  memberId: string,
  role: Pick<Grant, "role"> & { unitId: string | null },
  today: BusinessDay,
): Promise<RoleSpan | null> {
  const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
  return member && spanOf(member.grants, role, today);
}

/** From when until when somebody has it, or will have it: to the end of the last grant that follows without a gap. */
function spanOf(
  grants: readonly Grant[],
  role: Pick<Grant, "role"> & { unitId: string | null },
  today: BusinessDay,
): RoleSpan | null {
  const [first, ...later] = grants
    .filter((grant) => isSame(grant, role) && isOpen(grant, today))
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  if (!first) return null;
  let end = first.untilOn ?? null;
  for (const grant of later) if (end !== null && grant.fromOn <= end) end = grant.untilOn ?? null;
  return { fromOn: first.fromOn, lastOn: end && addDays(end, -1) };
}

const isAdminForGood = (grants: readonly Grant[], today: BusinessDay): boolean =>
  grants.some(({ role, fromOn, untilOn }) => role === "admin" && fromOn <= today && (untilOn ?? null) === null);

/** Somebody else who is here for certain, and an administrator without an end. */
async function requireAnotherAdmin(memberId: string, today: BusinessDay): Promise<void> {
  const admins = await MemberModel.find({ grantedRoles: "admin" }).lean<MemberRecord[]>();
  const stays = ({ _id, state, isUnsure, grants }: MemberRecord) =>
    _id !== memberId && state === "active" && !isUnsure && isAdminForGood(grants, today);
  if (!admins.some(stays)) throw new AppError("role.lastAdmin", `${memberId} is the last administrator`);
}
