import type { Month } from "@shared/domain/time";
import { readBack, type StreamPlace } from "../../db";
import { StageChangeModel, type StageChangeRecord } from "./stageModel";

/** Changes of a customer's stage, whoever said so, the newest first. */
export const stageChangesAt = (customerId: string, after: StreamPlace, limit: number): Promise<StageChangeRecord[]> =>
  readBack<StageChangeRecord>(StageChangeModel, { equal: { customerId }, field: "at", after, limit });

/** What a member has said in a month, oldest first. */
export async function stageChangesOfMonth(memberId: string, period: Month): Promise<StageChangeRecord[]> {
  const found = await StageChangeModel.find({ repMonth: `${memberId}:${period}` }).lean<StageChangeRecord[]>();
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}
