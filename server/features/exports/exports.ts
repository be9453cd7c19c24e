import { addDays, daysOf, type Month, startOfDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { MemberActor } from "../../http";
import { ExportModel, type ExportRecord } from "./exportModel";

const pageSize = 100;

export const exportIfAny = (exportId: string): Promise<ExportRecord | null> =>
  ExportModel.findOne({ _id: exportId }).lean<ExportRecord | null>();

/** Somebody else's is not there. @throws AppError "export.unknown" */
export async function ownExport(actor: MemberActor, exportId: string): Promise<ExportRecord> {
  const record = await exportIfAny(exportId);
  if (record?.memberId !== actor.id) throw new AppError("export.unknown", `no export ${exportId} of ${actor.id}`);
  return record;
}

/** Own ones, the newest first. */
export const exportsOf = (memberId: string, max: number): Promise<ExportRecord[]> =>
  ExportModel.find({ memberId }).sort({ memberId: 1, askedAt: -1 }).limit(max).lean<ExportRecord[]>();

/** What somebody has asked for in a month, as far as it is kept, the oldest first. */
export async function exportsOfMonth(memberId: string, period: Month): Promise<ExportRecord[]> {
  const { from, to } = daysOf(period);
  const askedAt = { $gte: startOfDay(from), $lt: startOfDay(addDays(to, 1)) };
  const found = await ExportModel.find({ memberId, askedAt }).lean<ExportRecord[]>();
  return found.sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}

/** Those that wait for a second person, by id, a page at a time. @param after null for the first one */
export async function pageOfWaitingExports(
  after: string | null,
  max = pageSize,
): Promise<{ exports: ExportRecord[]; next: string | null }> {
  const found = await ExportModel.find({ state: "waiting", _id: { $gt: after ?? "" } })
    .sort({ state: 1, _id: 1 })
    .limit(max)
    .lean<ExportRecord[]>();
  return { exports: found, next: found.length < max ? null : (found.at(-1)?._id ?? null) };
}

/** Who decides on one: the leaders above whoever asks, where there is none an administrator; never they themselves. */
export const whoDecidesExport = ({ unitId, memberId }: Pick<ExportRecord, "unitId" | "memberId">) => ({
  unitId,
  ownIds: [memberId],
  officers: "admin" as const,
});

/** Whether something that waits may be this reader's to decide on; `approvers` says whether it is. */
export const mayDecideExports = ({ leads, roles }: Pick<MemberActor, "leads" | "roles">): boolean =>
  leads.length > 0 || roles.includes("admin");
