import type { ClientSession } from "mongoose";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { tellPayCorrected } from "../../features/notices";
import { restateMonth, type Restated } from "../../features/statements";
import type { Migration } from "../migration";
import type { MemberCorrection } from "./judge";
import { UpgradePostingModel, type UpgradePostingRecord } from "./upgradePostingModel";

/**
 * Notes what is to be posted and told, before the migrations run: what this rehearsal has found, in place of what is still
 * open from an earlier one. Safe to repeat and to break off. It needs no lease: of two upgrades at once the second notes what the
 * first has not posted yet, or has, which then comes out as it is and is told to nobody.
 */
export async function noteCorrections(
  corrections: readonly MemberCorrection[],
  announcing: readonly Migration[],
): Promise<void> {
  const earlier = await openCorrections();
  const noted = new Set<string>();
  for (const { memberId, numbers, periods } of corrections) {
    const reasons = announcing.filter(({ number }) => numbers.includes(number));
    const why = reasons.flatMap(({ announces }) => (announces ? [announces.why] : []));
    const _id = `${memberId}:${numbers.join("+")}`;
    const note = { memberId, numbers, why, periods, state: "open" } as const;
    await UpgradePostingModel.updateOne({ _id }, { $set: note, $setOnInsert: { schemaVersion: 1 } }, { upsert: true });
    noted.add(_id);
  }
  // Last: broken off before, the next rehearsal still knows which migrations have something to post.
  const outdated = earlier.map(({ _id }) => _id).filter((id) => !noted.has(id));
  await inTransaction((session) => UpgradePostingModel.deleteMany({ _id: { $in: outdated } }, { session }));
}

export const openCorrections = (): Promise<UpgradePostingRecord[]> =>
  UpgradePostingModel.find({ state: "open" }).lean<UpgradePostingRecord[]>();

/**
 * Posts what was noted, with the cause `upgrade:<number>`, and tells each member in one message; all of one member in one
 * transaction. @returns how many members
 */
export async function postCorrections(deps: Pick<Deps, "clock" | "realNow">): Promise<number> {
  const open = await openCorrections();
  for (const correction of open) await inTransaction((session) => postOne(correction, deps, session));
  return open.length;
}

async function postOne(
  { _id, memberId, numbers, periods, why }: UpgradePostingRecord,
  { clock, realNow }: Pick<Deps, "clock" | "realNow">,
  session: ClientSession,
): Promise<void> {
  const { matchedCount } = await UpgradePostingModel.updateOne(
    { _id, state: "open" },
    { $set: { state: "done" } },
    { session },
  );
  if (matchedCount === 0) return;
  const causes = numbers.map((number) => ({ kind: "upgrade", id: String(number) }));
  const times = { pricedAt: clock.now(), recordedAt: realNow() };
  const months: Restated[] = [];
  for (const period of periods) {
    const restated = await restateMonth(`${memberId}:${period}`, { causes, ...times }, session);
    if (restated) months.push(restated);
  }
  if (months.length === 0) return;
  const cause = causes.map(({ kind, id }) => `${kind}:${id}`).join("+");
  // The schema gives each reason in both languages.
  const told = { memberId, months, why: why as { "zh-CN": string; en: string }[] };
  await tellPayCorrected(told, { cause, at: times.pricedAt, realNow: times.recordedAt }, session);
}
