import { type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import { opened } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { refusedBody, RefusalModel, type RefusalRecord } from "./refusalModel";

interface OwnRefusal {
  kind: string;
  code: string;
  reference: string;
  at: string;
  body: string | null;
}

/** What was refused of what one person's phone sent in a month, as long as it is kept: for themselves, the oldest first. */
export async function refusalsOfMonth(
  deps: Pick<Deps, "realNow" | "fieldKeys">,
  memberId: string,
  period: Month,
): Promise<OwnRefusal[]> {
  const { from, to } = daysOf(period);
  const found = await RefusalModel.find({ memberId, on: { $gte: from, $lte: to } })
    .sort({ memberId: 1, on: 1 })
    .lean<RefusalRecord[]>();
  return found
    .filter(({ goesAt }) => goesAt > deps.realNow())
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((refusal) => ({
      kind: refusal.kind,
      code: refusal.code,
      reference: refusal.requestId,
      at: refusal.at.toISOString(),
      body: opened(deps.fieldKeys, refusedBody, refusal),
    }));
}

/** The first day on which anything was refused that is kept still; null where nothing is. */
export async function firstRefusedOn(memberId: string): Promise<BusinessDay | null> {
  const [first] = await RefusalModel.find({ memberId }).sort({ memberId: 1, on: 1 }).limit(1).lean<RefusalRecord[]>();
  return first?.on ?? null;
}
