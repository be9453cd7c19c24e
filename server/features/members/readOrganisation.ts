import { roles } from "@shared/domain/actor";
import type { PublicPraise } from "@shared/contracts";
import { type BusinessDay, daysOf, type DaySpan, isPeriod, type Month, monthOf } from "@shared/domain/time";
import { allBy, byId, forAll } from "../../db";
import type { Role } from "../../http";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { MemberModel, type MemberRecord } from "./memberModel";
import { MembershipModel, type MembershipRecord } from "./membershipModel";
import { grantedOn, grantedWithEnds, type GrantedRole } from "./roles";
import { OrgUnitModel, type OrgUnitRecord } from "./orgUnitModel";

/** A member as other features see one. */
export interface Member {
  memberId: string;
  name: string;
  /** People who left keep what they are owed, but may do nothing; nor may who may be somebody else than had the userid. */
  active: boolean;
  language: "zh-CN" | "en";
  /** Whether the group may hear the name with a win. */
  publicPraise: PublicPraise;
  /** Whether a message is to tell of each look at them. */
  lookMessages: boolean;
}

/** Where a member's results count from a day on; `untilOn` is the first day on which that is over, null while it lasts. */
export interface UnitSpan {
  unitId: string;
  fromOn: BusinessDay;
  untilOn: BusinessDay | null;
}

export interface OrgUnit {
  unitId: string;
  name: string;
  kind: "company" | "branch" | "team";
  /** Null for the company. */
  parentId: string | null;
  /** Where it hung before a day, on which it was moved, the oldest first. */
  formerParents: readonly { parentId: string | null; before: BusinessDay }[];
}

/** The members with these ids; unknown ids are left out. */
export async function findMembers(memberIds: string[]): Promise<Map<string, Member>> {
  const records = await Promise.all(memberIds.map((memberId) => memberRecords.get(memberId)));
  return new Map(records.flatMap((record) => (record ? [[record._id, memberOf(record)] as const] : [])));
}

const memberRecords = byId<MemberRecord>(MemberModel);

export async function findMember(memberId: string): Promise<Member | null> {
  return (await findMembers([memberId])).get(memberId) ?? null;
}

/** Of those who have left whose names begin so, in the order of their names. @param begin empty: all of them */
export async function findLeavers(begin: string, limit: number): Promise<Member[]> {
  const name = begin === "" ? {} : { name: { $gte: begin, $lt: `${begin}\uffff` } };
  const records = await MemberModel.find({ state: "left", ...name })
    .sort({ state: 1, name: 1 })
    .limit(limit)
    .lean<MemberRecord[]>();
  return records.map(memberOf);
}

/** Everybody who is here: whom a table that somebody imports may name. */
export const findActiveMembers = async (): Promise<Member[]> =>
  (await findMembersEver()).filter(({ active }) => active);

/** Everybody who is or was here, a thousand at a time. */
export async function findMembersEver(): Promise<Member[]> {
  const members: Member[] = [];
  for (let after = ""; ; after = members.at(-1)?.memberId ?? "") {
    const records = await MemberModel.find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(1_000)
      .lean<MemberRecord[]>();
    members.push(...records.map(memberOf));
    if (records.length < 1_000) return members;
  }
}

/** Everybody who has left. */
export async function findLeaverIds(): Promise<string[]> {
  const records = await MemberModel.find({ state: "left" }, { _id: 1 }).lean<Pick<MemberRecord, "_id">[]>();
  return records.map(({ _id }) => _id);
}

/** Members whose userids somebody has of whom it is not certain who they are, see `verdictOf`. Reads everybody: for an operator. */
export async function membersInDoubt(): Promise<Member[]> {
  const records = await MemberModel.find({}).sort({ _id: 1 }).lean<MemberRecord[]>();
  return records.filter(({ isUnsure }) => isUnsure).map(memberOf);
}

/** Everybody who is here: the accounts that WeCom's quotas are counted by. */
export const activeMembersCount = (): Promise<number> => MemberModel.countDocuments({ state: "active" });

export interface Officer extends Pick<Member, "memberId" | "name"> {
  roles: Role[];
}

/** Members who have one of these roles by an administrator on that day, and are still here for certain: a few people. */
export async function findOfficers(
  wanted: readonly ("admin" | "finance" | "hr")[],
  on: BusinessDay,
): Promise<Officer[]> {
  const records = await MemberModel.find({ grantedRoles: { $in: [...wanted] } }).lean<MemberRecord[]>();
  return records
    .filter((record) => memberOf(record).active)
    .map(({ _id: memberId, name, grants }) => ({ memberId, name, roles: grantedOn(grants, on).roles }))
    .filter((officer) => wanted.some((role) => officer.roles.includes(role)));
}

/** Everybody who has a role by an administrator on that day, each role once, with its last day. */
export async function findGrantedRoles(
  on: BusinessDay,
): Promise<{ memberId: string; name: string; roles: GrantedRole[] }[]> {
  const records = await MemberModel.find({ grantedRoles: { $in: [...roles] } }).lean<MemberRecord[]>();
  return records
    .map(({ _id: memberId, name, grants }) => ({ memberId, name, roles: grantedWithEnds(grants, on) }))
    .filter((member) => member.roles.length > 0)
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

/** Who leads a unit on that day because the directory says so, one for each unit; sorted by member. */
export async function findDirectoryLeaders(
  on: BusinessDay,
): Promise<{ memberId: string; name: string; unitId: string }[]> {
  const units = [...(await findUnits()).keys()];
  const records = await MembershipModel.find({ unitId: { $in: units }, part: "leader" }).lean<MembershipRecord[]>();
  const leading = records.filter((record) => lastsOn(record, on));
  const members = await findMembers([...new Set(leading.map(({ memberId }) => memberId))]);
  return leading
    .map(({ memberId, unitId }) => ({ memberId, name: members.get(memberId)?.name ?? memberId, unitId }))
    .sort((a, b) => (`${a.memberId} ${a.unitId}` < `${b.memberId} ${b.unitId}` ? -1 : 1));
}

/** Everybody who leads a unit on that day, by the directory or by a grant, and is here for certain; sorted by member. */
export async function findLeaders(on: BusinessDay): Promise<{ memberId: string; name: string; unitNames: string[] }[]> {
  const units = await findUnits();
  const leaders = await leadersOfUnits([...units.keys()], on);
  const names = await findMembers([...new Set([...leaders.values()].flat())]);
  const unitNames = new Map<string, string[]>();
  for (const [unitId, memberIds] of leaders) {
    for (const memberId of memberIds)
      unitNames.set(memberId, [...(unitNames.get(memberId) ?? []), units.get(unitId)?.name ?? unitId]);
  }
  return [...unitNames]
    .map(([memberId, led]) => ({ memberId, name: names.get(memberId)?.name ?? memberId, unitNames: led }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

export async function findNamesByGrantedRole(role: "admin" | "finance" | "hr", on: BusinessDay): Promise<string[]> {
  return (await findOfficers([role], on)).map(({ name }) => name);
}

const unitRecords = forAll(() => OrgUnitModel.find({}).lean<OrgUnitRecord[]>());

/** The whole tree: some hundreds of units at most. */
export async function findUnits(): Promise<Map<string, OrgUnit>> {
  return activeOf(await unitRecords());
}

const activeOf = (records: readonly OrgUnitRecord[]): Map<string, OrgUnit> =>
  everOf(records.filter(({ state }) => state === "active"));
const everOf = (records: readonly OrgUnitRecord[]): Map<string, OrgUnit> =>
  new Map(records.map((record) => [record._id, unitOf(record)]));

/** The tree with units that are gone: pay and sums of days already worked do not vanish with a department. */
export async function findUnitsEver(): Promise<Map<string, OrgUnit>> {
  return everOf(await unitRecords());
}

type Tree = ReadonlyMap<string, OrgUnit>;

/** The tree as it was at most 5 s ago: for what is shown and who may see it, never for what is priced. */
export const unitsNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<Tree>({ realNow, keptMs: 5_000, entriesMax: 1 });
  return { read: (): Promise<Tree> => cache.get("units", findUnits) };
});

export async function findUnit(unitId: string): Promise<OrgUnit | null> {
  const record = await OrgUnitModel.findOne({ _id: unitId }).lean<OrgUnitRecord | null>();
  return record && record.state === "active" ? unitOf(record) : null;
}

/** The tree of a month, for its sums: a unit that was moved counts for the whole month of the move where it went. */
export function treeOf(units: ReadonlyMap<string, OrgUnit>, month: Month): ReadonlyMap<string, OrgUnit> {
  if (![...units.values()].some(({ formerParents }) => formerParents.length > 0)) return units;
  return new Map(
    [...units].map(([unitId, unit]) => [unitId, { ...unit, parentId: parentWhere(unit, (at) => month < monthOf(at)) }]),
  );
}

/** Where a unit hung; `isFormer` says of the day of a move whether what was before it still counts. */
function parentWhere({ parentId, formerParents }: OrgUnit, isFormer: (before: BusinessDay) => boolean): string | null {
  const former = formerParents.find(({ before }) => isFormer(before));
  return former ? former.parentId : parentId;
}

/** A unit and all units above it, from itself up to the company. */
export function unitAndAbove(units: ReadonlyMap<string, OrgUnit>, unitId: string): OrgUnit[] {
  const path: OrgUnit[] = [];
  for (let unit = units.get(unitId); unit && !path.includes(unit); unit = units.get(unit.parentId ?? ""))
    path.push(unit);
  return path;
}

/** The same on a day: a unit that was moved hangs where it went from the day of the move. */
export function unitAndAboveOn(units: ReadonlyMap<string, OrgUnit>, unitId: string, day: BusinessDay): OrgUnit[] {
  const path: OrgUnit[] = [];
  const above = (unit: OrgUnit) => units.get(parentWhere(unit, (before) => day < before) ?? "");
  for (let unit = units.get(unitId); unit && !path.includes(unit); unit = above(unit)) path.push(unit);
  return path;
}

/** Ids of these units and of all that may have hung below one of them on a day of a span. */
export function unitsBelowDuring(
  units: ReadonlyMap<string, OrgUnit>,
  unitIds: readonly string[],
  span: DaySpan,
): string[] {
  const childrenOf = new Map<string, string[]>();
  for (const unit of units.values()) {
    for (const parentId of parentsDuring(unit, span))
      childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), unit.unitId]);
  }
  const below = new Set(unitIds);
  // What is added while the set is walked through is walked through as well.
  for (const unitId of below) for (const childId of childrenOf.get(unitId) ?? []) below.add(childId);
  return [...below];
}

function parentsDuring({ parentId, formerParents }: OrgUnit, span: DaySpan): string[] {
  const found: (string | null)[] = [];
  let from: BusinessDay = "";
  for (const { parentId: formerId, before } of formerParents) {
    if (from < before && from <= span.to && span.from < before) found.push(formerId);
    from = before;
  }
  if (from <= span.to) found.push(parentId);
  return found.filter((id) => id !== null);
}

/** A unit and all units below it. */
export function unitAndBelow(units: ReadonlyMap<string, OrgUnit>, unitId: string): OrgUnit[] {
  return [...units.values()].filter((unit) =>
    unitAndAbove(units, unit.unitId).some((above) => above.unitId === unitId),
  );
}

/** The unit that a member's results of that day count for; null for somebody who belonged nowhere. */
export async function unitOfMember(memberId: string, on: BusinessDay): Promise<string | null> {
  return (await unitsOf(memberId, "member", on))[0] ?? null;
}

/** Where a member's results counted over time, oldest first; `untilOn` is the first day on which it was over. */
export async function unitSpansOf(memberId: string): Promise<UnitSpan[]> {
  return (await unitSpansOfAll([memberId])).get(memberId) ?? [];
}

/** Whether a member's results counted anywhere on some day of a span. */
export async function belongedDuring(memberId: string, { from, to }: DaySpan): Promise<boolean> {
  const spans = await unitSpansOf(memberId);
  return spans.some(({ fromOn, untilOn }) => fromOn <= to && (untilOn === null || untilOn > from));
}

/** `unitSpansOf` for many members in one read. */
export async function unitSpansOfAll(memberIds: readonly string[]): Promise<Map<string, UnitSpan[]>> {
  const found = await Promise.all(
    [...new Set(memberIds)].map(async (memberId) => [memberId, await membershipRecords.get(memberId)] as const),
  );
  return new Map(found.flatMap(([memberId, records]) => (records ? [[memberId, spansIn(records)] as const] : [])));
}

function spansIn(records: readonly MembershipRecord[]): UnitSpan[] {
  return records
    .filter(({ part }) => part === "member")
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .map(({ unitId, fromOn, untilOn }) => ({ unitId, fromOn, untilOn: untilOn ?? null }));
}

/** Ids of those who belong to this very unit on that day, without the units below; sorted. */
export async function membersOfUnit(unitId: string, on: BusinessDay): Promise<string[]> {
  return membersIn(unitId, "member", on);
}

/** Ids of those who belonged to one of these units on any day of a span, leavers and movers included; sorted. */
export async function membersOfUnitsDuring(unitIds: readonly string[], span: DaySpan): Promise<string[]> {
  const records = await belongingDuring(unitIds, span);
  return [...new Set(records.map((record) => record.memberId))].sort();
}

/** Those of the units to which somebody belonged on any day of a span. */
export async function unitsHeldDuring(unitIds: readonly string[], span: DaySpan): Promise<Set<string>> {
  return new Set((await belongingDuring(unitIds, span)).map(({ unitId }) => unitId));
}

async function belongingDuring(unitIds: readonly string[], span: DaySpan): Promise<MembershipRecord[]> {
  const records = await MembershipModel.find({
    unitId: { $in: [...unitIds] },
    part: "member",
  }).lean<MembershipRecord[]>();
  return records.filter(
    ({ fromOn, untilOn }) => fromOn <= span.to && ((untilOn ?? null) === null || String(untilOn) > span.from),
  );
}

/** Ids of those who lead this very unit on that day, sorted. */
export async function leadersOfUnit(unitId: string, on: BusinessDay): Promise<string[]> {
  return membersIn(unitId, "leader", on);
}

/** Who leads each of these units on that day, by the directory or by a grant, and is here for certain. */
export async function leadersOfUnits(unitIds: readonly string[], on: BusinessDay): Promise<Map<string, string[]>> {
  const [byDirectory, granted] = await Promise.all([
    Promise.all(unitIds.map(async (unitId) => [unitId, await leadersOfUnit(unitId, on)] as const)),
    MemberModel.find({ grantedRoles: "manager" }).lean<MemberRecord[]>(),
  ]);
  const members = await findMembers([...new Set(byDirectory.flatMap(([, memberIds]) => memberIds))]);
  const byGrant = (unitId: string) =>
    granted
      .filter((record) => memberOf(record).active && grantedOn(record.grants, on).leads.includes(unitId))
      .map(({ _id }) => _id);
  return new Map(
    byDirectory.map(([unitId, memberIds]) => {
      const here = memberIds.filter((memberId) => members.get(memberId)?.active === true);
      return [unitId, [...new Set([...here, ...byGrant(unitId)])].sort()];
    }),
  );
}

const membershipRecords = allBy<MembershipRecord, "memberId">(MembershipModel, "memberId");

/** The span that counts for what somebody may see and do: the newest that is not over, also where pay goes by it from tomorrow. */
export const newestSpan = <Span extends Pick<UnitSpan, "fromOn" | "untilOn">>(
  spans: readonly Span[],
  today: BusinessDay,
): Span | undefined =>
  spans
    .filter(({ untilOn }) => untilOn === null || today < untilOn)
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .at(-1);

/** Where a member belongs by the newest that is known and what they lead today, in one read. */
export async function placesNow(
  memberId: string,
  today: BusinessDay,
): Promise<{ unitId: string | null; leads: string[] }> {
  const records = (await membershipRecords.get(memberId)) ?? [];
  const led = records.filter((record) => record.part === "leader" && lastsOn(record, today));
  return {
    unitId: newestSpan(spansIn(records), today)?.unitId ?? null,
    leads: led.map(({ unitId }) => unitId).sort(),
  };
}

async function unitsOf(memberId: string, part: "member" | "leader", on: BusinessDay): Promise<string[]> {
  const records = await MembershipModel.find({ memberId, part }).lean<MembershipRecord[]>();
  return records
    .filter((record) => lastsOn(record, on))
    .map((record) => record.unitId)
    .sort();
}

const placesIn = (part: "member" | "leader") =>
  allBy<MembershipRecord, "unitId">(MembershipModel, "unitId", { where: { part } });
const placesByUnit = { member: placesIn("member"), leader: placesIn("leader") };

async function membersIn(unitId: string, part: "member" | "leader", on: BusinessDay): Promise<string[]> {
  const records = (await placesByUnit[part].get(unitId)) ?? [];
  return records
    .filter((record) => lastsOn(record, on))
    .map((record) => record.memberId)
    .sort();
}

function lastsOn({ fromOn, untilOn }: Pick<MembershipRecord, "fromOn" | "untilOn">, on: BusinessDay): boolean {
  return fromOn <= on && (untilOn === null || untilOn === undefined || on < untilOn);
}

/** To be named before others is agreed to, not left as it is: whoever has not chosen is asked each time. */
export const praiseUntilChosen = "ask" satisfies PublicPraise;

function memberOf(record: MemberRecord): Member {
  const { _id, name, state, isUnsure, language, publicPraise, lookMessages } = record;
  return {
    memberId: _id,
    name,
    active: state === "active" && !isUnsure,
    language,
    publicPraise: publicPraise ?? praiseUntilChosen,
    lookMessages: lookMessages ?? false,
  };
}

/** An older version kept the month of a move alone, which counted whole. */
const firstDayOf = (dayOrMonth: string): BusinessDay => (isPeriod(dayOrMonth) ? daysOf(dayOrMonth).from : dayOrMonth);

function unitOf({ _id, name, kind, parentId, formerParents }: OrgUnitRecord): OrgUnit {
  // Missing where an older version wrote the unit.
  const former = (formerParents as OrgUnitRecord["formerParents"] | undefined) ?? [];
  return {
    unitId: _id,
    name,
    kind,
    parentId: parentId ?? null,
    formerParents: former.map(({ parentId: id, before }) => ({ parentId: id ?? null, before: firstDayOf(before) })),
  };
}
