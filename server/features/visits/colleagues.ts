import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import {
  findMembers,
  findUnits,
  leadersOfUnits,
  membersOfUnit,
  type OrgUnit,
  unitAndAbove,
  unitAndBelow,
  unitOfMember,
} from "../members";

export interface Colleague {
  memberId: string;
  name: string;
  unitName: string;
}

const shownMax = 20;

/** Colleagues whom somebody may name at a visit whose names have these words in them, some of them; without words those of their team. */
export async function findColleagues(
  actor: MemberActor,
  words: string | undefined,
  on: BusinessDay,
): Promise<Colleague[]> {
  const all = await colleaguesOf(actor, on, words === undefined ? "team" : "reach");
  const wanted = words?.toLowerCase() ?? "";
  return all.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, shownMax);
}

/** Those of these people whom somebody may name. */
export async function colleaguesAmong(
  actor: MemberActor,
  memberIds: readonly string[],
  on: BusinessDay,
): Promise<Colleague[]> {
  const wanted = new Set(memberIds);
  return (await colleaguesOf(actor, on, "reach")).filter(({ memberId }) => wanted.has(memberId));
}

/** Everybody in one's own unit, or in all that hang beside it, and who leads above; sorted by name. Nobody who has left, and not oneself. */
async function colleaguesOf(
  { id, leads }: MemberActor,
  on: BusinessDay,
  where: "team" | "reach",
): Promise<Colleague[]> {
  const [units, ownId] = await Promise.all([findUnits(), unitOfMember(id, on)]);
  const bases = [...new Set([...(ownId === null ? [] : [ownId]), ...leads])];
  const paths = bases.map((unitId) => unitAndAbove(units, unitId));
  const leaders = await leadersOfUnits([...new Set(paths.flat().map(({ unitId }) => unitId))], on);
  const unitOf = new Map<string, string>();
  for (const [unitId, memberIds] of leaders) for (const memberId of memberIds) unitOf.set(memberId, unitId);
  for (const [memberId, unitId] of await membersIn(units, paths, { on, where })) unitOf.set(memberId, unitId);
  const members = await findMembers([...unitOf.keys()]);
  return [...members.values()]
    .filter(({ memberId, active }) => active && memberId !== id)
    .map(({ memberId, name }) => ({ memberId, name, unitName: units.get(unitOf.get(memberId) ?? "")?.name ?? "" }))
    .sort((a, b) => (`${a.name} ${a.memberId}` < `${b.name} ${b.memberId}` ? -1 : 1));
}

async function membersIn(
  units: ReadonlyMap<string, OrgUnit>,
  paths: readonly (readonly OrgUnit[])[],
  { on, where }: { on: BusinessDay; where: "team" | "reach" },
): Promise<[memberId: string, unitId: string][]> {
  const tops = paths.flatMap(([own, above]) => (where === "team" ? own : (above ?? own)) ?? []);
  const below = where === "team" ? tops : tops.flatMap(({ unitId }) => unitAndBelow(units, unitId));
  const unitIds = [...new Set(below.map(({ unitId }) => unitId))];
  const found = await Promise.all(unitIds.map(async (unitId) => [unitId, await membersOfUnit(unitId, on)] as const));
  return found.flatMap(([unitId, memberIds]) => memberIds.map((memberId) => [memberId, unitId] as [string, string]));
}
