import type { StageFact } from "@shared/domain/pay";
import { isStepBack, stageIndexOf } from "@shared/domain/stage";
import { unitOfMember } from "../members";
import { bookedInOf } from "../periods";
import { type BookingDeps, newestFactOf } from "../statements";
import type { StageChangeRecord } from "./stageModel";

/** Oftener a stage of one customer is not counted anew after it was taken back. */
const revisionsMax = 20;

/** A stage of a customer counts once, for whoever said first that it was reached: to go back and on again is nobody's merit. */
const factIdOf = ({ customerId, to }: Pick<StageChangeRecord, "customerId" | "to">): string =>
  `stage:${customerId}:${stageIndexOf(to)}`;

async function newestOf(change: Pick<StageChangeRecord, "customerId" | "to">): Promise<StageFact | null> {
  const fact = await newestFactOf(factIdOf(change), revisionsMax);
  return fact?.kind === "stage" ? fact : null;
}

/** A step on as pay sees it; null for a way back, and for a stage that counts already. */
export async function stageFact(
  deps: Pick<BookingDeps, "settings">,
  change: Pick<StageChangeRecord, "memberId" | "customerId" | "from" | "to" | "on" | "recordedAt">,
): Promise<StageFact | null> {
  const { memberId, customerId, from, to, on, recordedAt } = change;
  if (isStepBack(from, to)) return null;
  const known = await newestOf(change);
  if (known && (known.rejected !== true || known.revision >= revisionsMax)) return null;
  const [teamId, bookedIn] = await Promise.all([
    unitOfMember(memberId, on),
    bookedInOf(deps, { countsOn: on, recordedAt }),
  ]);
  return {
    id: factIdOf(change),
    kind: "stage",
    revision: (known?.revision ?? 0) + 1,
    source: "stage",
    recordedAt: recordedAt.toISOString(),
    on,
    countsOn: on,
    bookedIn,
    customerId,
    from,
    to,
    credits: [{ memberId, role: "owner", share: "1", fen: 0, teamId }],
  };
}

/** With the credits and the month that it was booked in, so that it is taken off where it was counted; null where it was no fact. */
export async function takenBack(change: StageChangeRecord, recordedAt: Date): Promise<StageFact | null> {
  if (change.factRevision === null || change.factRevision === undefined) return null;
  const fact = await newestOf(change);
  if (fact?.revision !== change.factRevision) throw new Error(`${change._id} is not the newest fact of its stage`);
  return { ...fact, revision: fact.revision + 1, recordedAt: recordedAt.toISOString(), rejected: true };
}
