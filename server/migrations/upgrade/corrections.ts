import type { ClientSession } from "mongoose";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { tellPayCorrected } from "../../features/notices";
import { restateMonth, type Restated } from "../../features/statements";
import type { Migration } from "../migration";
import type { MemberCorrection } from "./judge";
import { UpgradePostingModel, type UpgradePostingRecord } from "./upgradePostingModel";

/** Notes what is to be posted and told, before the migrations run. Noting it again changes nothing. */
export async function noteCorrections(
  corrections: readonly MemberCorrection[],
  announcing: readonly Migration[],
): Promise<void> {
  for (const { memberId, numbers, periods } of corrections) {
    const reasons = announcing.filter(({ number }) => numbers.includes(number));
    const why = reasons.flatMap(({ announces }) => (announces ? [announces.why] : []));
    await UpgradePostingModel.updateOne(
      { _id: `${memberId}:${numbers.join("+")}` },
      { $setOnInsert: { memberId, numbers, why, periods, state: "open", schemaVersion: 1 } },
      { upsert: true },
    );
  }
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
