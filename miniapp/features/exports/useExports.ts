import type { AnswerOf, BodyOf, ExportView } from "@shared/contracts";
import { businessDayOf, monthOf, previousPeriod } from "@shared/domain/time";
import { createExport, decideExport, linkToExport, listExports, readExport, withdrawExport } from "@/api/exports";
import { addressOf } from "@/api/files";
import { serverNow } from "@/api/serverClock";
import { openDocument } from "@/platform/document";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export { opensCsv } from "@/platform/document";

const exportsKey = ["exports"] as const;

export type Wanted = Omit<BodyOf<"exports.create">, "commandId">;

export const useMyExports = (): QueryView<AnswerOf<"exports.mine">> =>
  // What waits for somebody else is looked for now and then; what is made is asked about by itself.
  useApiQuery([...exportsKey], listExports, {
    everyMs: (answered) => (answered?.items.some(({ state }) => state === "waiting") ? 15_000 : undefined),
  });

export const useExport = (exportId: string): QueryView<AnswerOf<"exports.read">> =>
  useApiQuery([...exportsKey, exportId], () => readExport(exportId), { enabled: exportId !== "" });

export const refreshExports = (): void => void queryClient.invalidateQueries({ queryKey: exportsKey });

export const useCreateExport = (): Command<Wanted, unknown> =>
  useCommand(async (commandId: string, wanted) => {
    const answer = await createExport({ commandId, ...wanted });
    vibrate("light");
    refreshExports();
    return answer;
  });

/** Hands the table over: it leaves the product here. */
export const useTakeExport = (): Command<ExportView, unknown> =>
  useCommand(async (_: string, { exportId }) => {
    const { url, name } = await linkToExport(exportId);
    await openDocument(addressOf(url), name);
    return true;
  });

export const useDecideExport = (): Command<{ of: ExportView; allowed: boolean; reason: string | null }, unknown> =>
  useCommand(async (commandId: string, { of: { exportId, revision }, allowed, reason }) => {
    try {
      return await decideExport(exportId, { commandId, revision, allowed, reason });
    } finally {
      // Another may have been faster.
      void queryClient.invalidateQueries();
    }
  });

export const useWithdrawExport = (): Command<ExportView, unknown> =>
  useCommand(async (commandId: string, { exportId, revision }) => {
    try {
      return await withdrawExport(exportId, { commandId, revision });
    } finally {
      // Somebody may have decided meanwhile.
      refreshExports();
    }
  });

const monthsOffered = 6;

/** The running month and those before it. */
export function lastMonths(): string[] {
  const months = [monthOf(businessDayOf(serverNow()))];
  while (months.length < monthsOffered) months.push(previousPeriod(months[months.length - 1] ?? ""));
  return months;
}
