import type { DeviceView } from "@shared/contracts";
import { isNewDevice } from "@shared/domain/device";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit, inTransaction, insert, isDuplicateKey, update } from "../../db";
import type { Deps } from "../../deps";
import { sha256 } from "../../lib/ids";
import { emit } from "../../outbox";
import { deviceAdded } from "./deviceEvents";
import { DeviceModel, type DeviceRecord } from "./deviceModel";
import { SessionModel } from "./sessionModel";

/** Of one member, the ones used last: a browser that forgets at each start is another one each time. */
const listedMax = 50;

/** What somebody signs in with. */
export interface SignInDevice {
  /** What it calls itself by, by chance; null where it does not say: all such ones of a member are one on the list. */
  secret: string | null;
  name: string | null;
}

const deviceIdOf = ({ secret }: Pick<SignInDevice, "secret">, memberId: string): string =>
  sha256(secret === null ? `device of:${memberId}` : `device:${secret}`);

/** Notes where somebody signs in; to who has other devices a new one is told of. @returns its id */
export async function noteDevice(
  deps: Pick<Deps, "clock" | "realNow">,
  { memberId, via, device }: { memberId: string; via: DeviceRecord["via"]; device: SignInDevice },
): Promise<string> {
  const { name } = device;
  const deviceId = deviceIdOf(device, memberId);
  const _id = `${memberId}:${deviceId}`;
  const at = deps.clock.now();
  const [known, any] = await Promise.all([DeviceModel.exists({ _id }), DeviceModel.exists({ memberId })]);
  if (known) {
    await inTransaction((session) => update(DeviceModel, { filter: { _id }, set: { name, lastAt: at } }, session));
    return deviceId;
  }
  const payload = { memberId, via, name, at: at.toISOString() };
  const event = deviceAdded.of({ payload, partition: `member:${memberId}`, cause: `${_id}:${at.toISOString()}` });
  await inTransaction(async (session) => {
    await insert(DeviceModel, { _id, memberId, deviceId, via, name, firstAt: at, lastAt: at }, session);
    if (any) await emit(event, session, deps.realNow());
  }).catch((error: unknown) => {
    // Two sign-ins at one instant: the other one has noted it.
    if (!isDuplicateKey(error)) throw error;
  });
  return deviceId;
}

/** A member's devices, the one used last first. */
const devicesOf = (memberId: string): Promise<DeviceRecord[]> =>
  DeviceModel.find({ memberId }).sort({ memberId: 1, lastAt: -1 }).limit(listedMax).lean<DeviceRecord[]>();

/** The same as they are shown to the member. @param ownId where they are now; null: not known */
export async function devicesShown(memberId: string, ownId: string | null, now: Date): Promise<DeviceView[]> {
  const devices = await devicesOf(memberId);
  return devices.map(({ deviceId, via, name, firstAt, lastAt }) => ({
    deviceId,
    via,
    name: name ?? null,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    isThis: deviceId === ownId,
    isNew: isNewDevice({ firstAt, hasOthers: devices.length > 1 }, now),
  }));
}

/** How a member stands to a device, for whoever judges what was done with it. */
export async function deviceUse(
  memberId: string,
  deviceId: string,
): Promise<{ firstAt: Date | null; hasOthers: boolean; otherMembers: number }> {
  const [own, others] = await Promise.all([
    devicesOf(memberId),
    DeviceModel.find({ deviceId }, { memberId: 1 }).limit(listedMax).lean<Pick<DeviceRecord, "memberId">[]>(),
  ]);
  return {
    firstAt: own.find((one) => one.deviceId === deviceId)?.firstAt ?? null,
    hasOthers: own.some((one) => one.deviceId !== deviceId),
    otherMembers: others.filter((one) => one.memberId !== memberId).length,
  };
}

/** Forgets where somebody has signed in, and ends it. @returns how many devices there were */
export async function eraseDevicesOf(
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> {
  const parts = { insertAudit, logger };
  await eraseInBatches(
    { model: SessionModel, filter: { memberId }, job: "person-erase", what: "sessions" },
    slot,
    parts,
  );
  return eraseInBatches(
    { model: DeviceModel, filter: { memberId }, job: "person-erase", what: "devices" },
    slot,
    parts,
  );
}

/** How many devices of somebody are known. */
export const countDevicesOf = (memberId: string): Promise<number> => DeviceModel.countDocuments({ memberId });

/** Forgets at night what nobody has signed in with for as long as positions are kept. */
export function eraseDevices(
  { settings, logger }: Pick<Deps, "settings" | "logger">,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> {
  const before = startOfDay(addDays(businessDayOf(slot.at), -settings.POSITION_KEPT_DAYS));
  const old = { model: DeviceModel, filter: { lastAt: { $lt: before } }, job: "erase-devices", what: "devices" };
  return eraseInBatches(old, slot, { insertAudit, logger });
}
