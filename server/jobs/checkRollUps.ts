import { businessDayOf, monthOf } from "@shared/domain/time";
import { inTransaction } from "../db";
import type { Deps } from "../deps";
import { findUnits } from "../features/members";
import { emitOnce } from "../outbox";
import type { Slot } from "./job";

/** Asks every unit to compare its month with what is below it; where a sum is off, the roll-up puts it right. */
export async function checkRollUps({ at, runId }: Slot, deps: Pick<Deps, "realNow">): Promise<void> {
  const period = monthOf(businessDayOf(at));
  for (const unitId of (await findUnits()).keys()) {
    await inTransaction((session) =>
      emitOnce(
        {
          type: "rollup.due",
          payload: { unitId, period },
          partition: `rollup:${unitId}`,
          cause: runId,
          part: unitId,
        },
        session,
        deps.realNow(),
      ),
    );
  }
}
