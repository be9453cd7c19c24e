import type { ClientSession } from "mongoose";
import { actorNameOf, wecomActor } from "@shared/domain/actor";
import { type BusinessDay, businessDayOf, monthOf } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { inTransaction, insert, updateAtRevision, withLease } from "../../db";
import { sealed } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { emitAll, emitOnce, type NewEvent } from "../../outbox";
import {
  firstDayOf,
  personChanges,
  unitChanges,
  type Directory,
  type PersonChange,
  type Recorded,
  type UnitChange,
} from "./directoryChanges";
import { memberMoved, unitMoved } from "./events";
import { MemberModel, memberPhone, type MemberRecord } from "./memberModel";
import { phoneChanges } from "./memberPhones";
import { MembershipModel, type MembershipRecord } from "./membershipModel";
import { OrgUnitModel, type OrgUnitRecord } from "./orgUnitModel";

/** Who changes people and units: WeCom, by what its directory says. */
const directory = wecomActor("directory");

type SyncDeps = Pick<Deps, "clock" | "realNow" | "logger" | "wecom" | "fieldKeys">;

/**
 * Brings units, members and memberships to what WeCom's directory says now. Changes are dated with today; nothing of
 * the past is touched. Safe to repeat and to break off: the next run does what is left.
 * @returns how many people and units changed
 */
export async function syncDirectory(deps: SyncDeps): Promise<{ people: number; units: number }> {
  // Read under the lease: whoever waited would else apply an older list last.
  const readAndApply = async () => {
    const departments = await deps.wecom.listDepartments();
    return applyDirectory(deps, { departments, users: await deps.wecom.listUsers() });
  };
  return withLease("directory", readAndApply, { realNow: deps.realNow });
}

async function applyDirectory(deps: SyncDeps, directory: Directory): Promise<{ people: number; units: number }> {
  const recorded = await readRecorded();
  const people = personChanges(recorded, directory, phoneChanges(deps, recorded.members, directory.users));
  const units = unitChanges(recorded, directory);
  refuseMassLeaving(recorded, people);
  // The tree is written last of all: while it is missing, the first reading is not complete.
  const isFirstReading = !recorded.units.some(({ kind }) => kind === "company");
  const fromOn = firstDayOf(isFirstReading, businessDayOf(deps.clock.now()));
  // Each person's changes are true together; a few people share a transaction, since its end is what takes long.
  for (const batch of batchesOf(people)) {
    await inTransaction(async (session) => {
      for (const change of batch) await writePerson(deps, change, fromOn, session);
    });
  }
  await inTransaction(async (session) => {
    for (const change of units) await writeUnit(change, session);
    await emitAll(movesOf(units, businessDayOf(deps.clock.now())), session, deps.realNow());
  });
  if (people.length + units.length > 0) {
    deps.logger.info({ people: people.length, units: units.length }, "the directory has changed");
  }
  return { people: people.length, units: units.length };
}

function batchesOf<T>(items: T[], size = 25): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

async function readRecorded(): Promise<Recorded> {
  const [units, members, memberships] = await Promise.all([
    OrgUnitModel.find({}).lean<OrgUnitRecord[]>(),
    MemberModel.find({}).lean<MemberRecord[]>(),
    MembershipModel.find({}).lean<MembershipRecord[]>(),
  ]);
  return { units, members, memberships };
}

/** An app whose scope was narrowed by mistake sees nobody; that must not sign the whole company out. */
function refuseMassLeaving(recorded: Recorded, people: PersonChange[]): void {
  const activeCount = recorded.members.filter(({ state }) => state === "active").length;
  const leavingCount = people.filter(({ kind }) => kind === "left").length;
  if (leavingCount >= 10 && leavingCount * 2 > activeCount) {
    throw new Error(`the directory lacks ${leavingCount} of ${activeCount} members: check the app's scope in WeCom`);
  }
}

async function writePerson(
  deps: SyncDeps,
  change: PersonChange,
  fromOn: string,
  session: ClientSession,
): Promise<void> {
  const { memberId, kind, name, phone, recorded, ends, begins } = change;
  const state = kind === "left" ? "left" : "active";
  const revision = (recorded?.revision ?? 0) + 1;
  const phoneFields = phone === null ? {} : sealed(deps.fieldKeys, memberPhone, memberId, phone);
  if (recorded) {
    const set = { name, state, ...phoneFields } as const;
    await updateAtRevision(MemberModel, { id: memberId, revision: recorded.revision, set }, session);
  } else {
    const fresh = { _id: memberId, name, state, language: "zh-CN", revision } as const;
    await insert(MemberModel, { ...fresh, grants: [], grantedRoles: [], ...phoneFields }, session);
  }
  const endedOn = businessDayOf(deps.clock.now());
  for (const membership of ends) await endMembership(membership, endedOn, session);
  for (const place of begins) {
    const _id = `${memberId}:${place.unitId}:${place.part}:${fromOn}`;
    await insert(MembershipModel, { _id, memberId, ...place, fromOn, untilOn: null, revision: 1 }, session);
  }
  if (recorded && ends.length + begins.length > 0) {
    // Another place is another plan or another team's result: the month is priced again.
    const payload = { memberId, period: monthOf(endedOn), cause: { kind: "directory", id: `${memberId}:${revision}` } };
    const cause = `directory:${memberId}:${revision}`;
    const event = memberMoved.of({ payload, partition: `member:${memberId}`, cause });
    await emitOnce(event, session, deps.realNow());
  }
  const detail = {
    ends: ends.map(({ _id }) => _id),
    begins: begins.map(({ unitId, part }) => `${unitId}:${part}`),
    ...(phone !== null && { phone: "changed" }),
  };
  await auditInsert(deps.realNow)(
    {
      id: `directory:${memberId}:${revision}`,
      actor: actorNameOf(directory),
      action: `member.${kind}`,
      subject: `member:${memberId}`,
      at: deps.clock.now(),
      detail,
    },
    session,
  );
}

/** A place that began today and is over today never counted. */
async function endMembership(membership: MembershipRecord, endedOn: string, session: ClientSession): Promise<void> {
  const { _id: id, revision, fromOn } = membership;
  if (fromOn >= endedOn) await MembershipModel.deleteOne({ _id: id }, { session });
  else await updateAtRevision(MembershipModel, { id, revision, set: { untilOn: endedOn } }, session);
}

async function writeUnit({ unit, recorded }: UnitChange, session: ClientSession): Promise<void> {
  const { _id: id, name, kind, parentId, state } = unit;
  if (recorded) {
    await updateAtRevision(OrgUnitModel, { id, revision: recorded.revision, set: { name, parentId, state } }, session);
  } else {
    await insert(OrgUnitModel, { _id: id, name, kind, parentId, state, revision: 1 }, session);
  }
}

/** What belongs to another unit above may be paid by another plan, and counts in other results. */
function movesOf(changes: readonly UnitChange[], on: BusinessDay): NewEvent[] {
  return changes.flatMap(({ unit, recorded }) => {
    if (!recorded || recorded.parentId === unit.parentId) return [];
    const unitId = unit._id;
    const id = `${unitId}:${recorded.revision + 1}`;
    const payload = { unitId, period: monthOf(on), cause: { kind: "directory", id } };
    return [unitMoved.of({ payload, partition: `unit:${unitId}`, cause: `directory:${id}` })];
  });
}
