import { businessDayOf, monthOf } from "@shared/domain/time";
import { inTransaction } from "../db";
import type { Deps } from "../deps";
import { findUnits } from "../features/members";
import { askToRollUp } from "../features/performance";
import { emitOnce } from "../outbox";
import type { Slot } from "./job";

/** Asks every unit to compare its month with what is below it; where a sum is off, the roll-up puts it right. */
export async function checkRollUps({ at, runId }: Slot, deps: Pick<Deps, "realNow">): Promise<void> {
  const period = monthOf(businessDayOf(at));
  const units = [...(await findUnits()).keys()];
  const events = units.map((unitId) => askToRollUp({ unitId, period }, runId, unitId));
  await inTransaction((session) => emitOnce(events, session, deps.realNow()));
}
