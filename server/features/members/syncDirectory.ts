import type { ClientSession } from "mongoose";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import {
  claimKey,
  command,
  type CommandRequest,
  firstAnswerOf,
  keyTaken,
  releaseKey,
  update,
  withLease,
  type WorkLease,
} from "../../db";
import type { Deps } from "../../deps";
import type { WecomUser } from "../../integrations/wecom";
import { emitAll } from "../../outbox";
import { dayOfMoves } from "./dayOfMoves";
import { firstDayOf, personChanges, unitChanges, type PersonChange } from "./directoryChanges";
import type { Directory, Recorded } from "./directoryState";
import { memberIdOf, userIdOf } from "./memberIds";
import { MemberModel, type MemberRecord } from "./memberModel";
import { phoneChanges } from "./memberPhones";
import { readDirectory } from "./readDirectory";
import { MembershipModel, type MembershipRecord } from "./membershipModel";
import { OrgUnitModel, type OrgUnitRecord } from "./orgUnitModel";
import { unitsFollowed, writeUnit } from "./unitWrites";
import { directoryActor, writePerson } from "./writePerson";

type SyncDeps = Pick<Deps, "clock" | "realNow" | "logger" | "wecom" | "fieldKeys" | "newId">;

interface Synced {
  people: number;
  units: number;
}

/** One reading of the directory, by whoever has the right to apply it. */
interface Reading {
  run: CommandRequest;
  lease: WorkLease;
  directory: Directory;
  /** The day on which everything that has changed begins or ends, also where midnight passes meanwhile. */
  today: BusinessDay;
  /** And the one from which pay goes by it. */
  movesOn: BusinessDay;
}

/**
 * Brings units, members and memberships to what WeCom's directory says now. Changes are dated with today, what pays for a day that
 * has begun with the next one (`dayOfMoves`); nothing of the past is touched. A run is a command by its id: once it has come to its end,
 * it is answered as it was then and asks WeCom nothing. Broken off, the same run or the next one does what is left.
 * @param runId of whoever asks, such as a job's slot; without one this is a run of its own
 * @returns how many people and units changed, by the try that came to the end
 */
export async function syncDirectory(deps: SyncDeps, runId: string = deps.newId()): Promise<Synced> {
  const run = { actor: directoryActor, commandId: runId, kind: "directory.sync", body: {} };
  // Read under the lease: whoever waited would else apply an older list last. Whoever has lost it writes nothing more.
  const readAndApply = async (lease: WorkLease) => {
    const known = await firstAnswerOf<Synced>(run);
    if (known) return known.answer;
    const recorded = await readRecorded();
    const directoryNow = await readDirectory(deps, recorded);
    const now = deps.clock.now();
    const days = { today: businessDayOf(now), movesOn: dayOfMoves(now) };
    return applyDirectory(deps, { run, lease, directory: directoryNow, ...days }, recorded);
  };
  return withLease("directory", readAndApply, { realNow: deps.realNow });
}

/**
 * Units come before the people who belong to them, and go after everybody has left them: whoever looks between two commits, or
 * where a run was broken off, finds nobody in a unit that is not there. What is left the next run finds by itself.
 */
async function applyDirectory(deps: SyncDeps, reading: Reading, recorded: Recorded): Promise<Synced> {
  const { run, lease, directory, today } = reading;
  const people = changesOf(deps, recorded, directory);
  refuseMissing(recorded, directory, people);
  const isFirstReading = await beginsNow(recorded);
  const fromOn = firstDayOf(isFirstReading, today);
  const present = await writePresentUnits(deps, reading, recorded, isFirstReading);
  // Each person's changes are true together; a few people share a transaction, since its end is what takes long.
  for (const batch of batchesOf(people)) await writePeople(deps, reading, batch, fromOn);
  const synced = await command<Synced>(run, async () => {
    const units = await OrgUnitModel.find({}).lean<OrgUnitRecord[]>();
    const left = unitChanges({ ...recorded, units }, directory);
    const changedIds = [...present, ...left.map(({ unit }) => unit._id)];
    const detail = { people: people.length, units: changedIds };
    const hasChanged = people.length + changedIds.length > 0;
    return {
      answer: { people: people.length, units: changedIds.length },
      ...(hasChanged && { audit: { action: run.kind, subject: "directory", at: deps.clock.now(), detail } }),
      write: async (session) => {
        await lease.confirm(session);
        for (const change of left) await writeUnit(change, isFirstReading ? null : reading.movesOn, session);
        await forgetDecisions(recorded, directory, session);
        await emitAll(unitsFollowed(left, recorded.memberships, reading), session, deps.realNow());
        if (isFirstReading) await releaseKey(firstReading, session);
      },
    };
  });
  if (synced.people + synced.units > 0) deps.logger.info(synced, "the directory has changed");
  return synced;
}

/**
 * What an administrator has said of who had a userid is over with them: where nobody has it any more, the next one is somebody
 * else, also where WeCom tells neither name nor number by which that would show.
 */
async function forgetDecisions({ members }: Recorded, { shownIds }: Directory, session: ClientSession): Promise<void> {
  for (const { _id, revision, state, decided } of members) {
    if (state !== "left" || !decided || shownIds.has(_id)) continue;
    // One that was decided while this reading went on counts in the next one.
    await update(MemberModel, { filter: { _id, revision }, set: { decided: undefined } }, session);
  }
}

/** Held from the first units until the first reading has come to its end. */
const firstReading = "directory:firstReading";

/** Whether nobody has read the directory to its end yet. */
const beginsNow = async ({ units }: Recorded): Promise<boolean> =>
  !units.some(({ kind }) => kind === "company") || (await keyTaken(firstReading));

/**
 * Units that are new, renamed or moved, parents with children: a part of a run as `writePeople` is.
 * @returns which they are
 */
async function writePresentUnits(
  deps: SyncDeps,
  reading: Reading,
  recorded: Recorded,
  isFirstReading: boolean,
): Promise<string[]> {
  const { lease, directory } = reading;
  const { actor, commandId } = reading.run;
  const changes = unitChanges(recorded, directory).filter(({ unit }) => unit.state === "active");
  if (changes.length === 0) return [];
  const ids = changes.map(({ unit }) => unit._id);
  const changed = changes.map(({ unit, recorded: before }) => `${unit._id}:${(before?.revision ?? 0) + 1}`);
  const request = { actor, commandId: `${commandId}:units:${changed[0]}`, kind: "directory.units", body: { changed } };
  await command(request, async () => {
    const claims = isFirstReading && !(await keyTaken(firstReading));
    return {
      answer: { units: ids.length },
      audit: { action: request.kind, subject: "directory", at: deps.clock.now(), detail: { units: ids } },
      write: async (session) => {
        await lease.confirm(session);
        if (claims) await claimKey(firstReading, commandId, session);
        for (const change of changes) await writeUnit(change, isFirstReading ? null : reading.movesOn, session);
        await emitAll(unitsFollowed(changes, recorded.memberships, reading), session, deps.realNow());
      },
    };
  });
  return ids;
}

const changesOf = (deps: SyncDeps, recorded: Recorded, directory: Directory): PersonChange[] =>
  personChanges(recorded, directory, phoneChanges(deps, recorded.members, directory));

/** A part of a run: a command by its first change, which has a revision of its own and so happens once. */
async function writePeople(
  deps: SyncDeps,
  { run: { actor, commandId }, lease, directory, today, movesOn }: Reading,
  found: readonly PersonChange[],
  fromOn: string,
): Promise<void> {
  const changed = found.map(({ memberId, recorded }) => `${memberId}:${(recorded?.revision ?? 0) + 1}`);
  const ids = found.map(({ memberId }) => memberId);
  const isOfThese = ({ memberId }: WecomUser) => ids.includes(memberIdOf(memberId, directory.recordedIds));
  const ofThese = { ...directory, users: directory.users.filter(isOfThese) };
  const request = { actor, commandId: `${commandId}:${changed[0]}`, kind: "directory.people", body: { changed } };
  await command(request, async () => {
    // Read again: an administrator or the person may have changed one of them since.
    const changes = changesOf(deps, await readRecorded(ids), ofThese);
    return {
      answer: { people: changes.length },
      write: async (session) => {
        await lease.confirm(session);
        for (const change of changes) await writePerson(deps, change, { fromOn, today, movesOn }, session);
      },
    };
  });
}

/** Some 25 people each. Whoever is given a userid comes with the one who had it: the one is gone where the other is here. */
function batchesOf(people: readonly PersonChange[], size = 25): PersonChange[][] {
  const batches: PersonChange[][] = [];
  const byUserId = new Map<string, PersonChange[]>();
  for (const change of people) {
    const userId = userIdOf(change.memberId).toLowerCase();
    byUserId.set(userId, [...(byUserId.get(userId) ?? []), change]);
  }
  for (const holders of byUserId.values()) {
    const last = batches.at(-1);
    if (last && last.length < size) last.push(...holders);
    else batches.push([...holders]);
  }
  return batches;
}

/** @param memberIds those that are meant; without them everybody */
async function readRecorded(memberIds?: string[]): Promise<Recorded> {
  const [units, members, memberships] = await Promise.all([
    OrgUnitModel.find({}).lean<OrgUnitRecord[]>(),
    MemberModel.find(memberIds ? { _id: { $in: memberIds } } : {}).lean<MemberRecord[]>(),
    MembershipModel.find(memberIds ? { memberId: { $in: memberIds } } : {}).lean<MembershipRecord[]>(),
  ]);
  return { units, members, memberships };
}

/** WeCom shows this app nobody, or far fewer than before: nothing of it is believed. */
export class DirectoryTooSmall extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DirectoryTooSmall";
  }
}

/** WeCom's word for so many at once is more likely a mistake there; that must not sign the whole company out. */
function refuseMissing(recorded: Recorded, { departments, users }: Directory, people: PersonChange[]): void {
  const activeCount = recorded.members.filter(({ state }) => state === "active").length;
  const leavingCount = people.filter(({ kind }) => kind === "left").length;
  // A small company's people are fewer than ten, but that nobody at all is left is as unlikely there.
  const isEverybody = activeCount > 0 && !users.some(({ active }) => active);
  if (isEverybody || (leavingCount >= 10 && leavingCount * 2 > activeCount)) {
    throw new DirectoryTooSmall(
      `the directory lacks ${leavingCount} of ${activeCount} members: check the app's scope in WeCom`,
    );
  }
  if (departments.length === 0)
    throw new DirectoryTooSmall("the directory has no department: check the app's scope in WeCom");
}
