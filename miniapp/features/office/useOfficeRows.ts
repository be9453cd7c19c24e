import type { AnswerOf } from "@shared/contracts";
import type { OfficeTab } from "@shared/domain/office";
import { officeShapes } from "@/api/answerShapes/office";
import { readOfficeRows } from "@/api/office";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

type OfficeRows = AnswerOf<"office.rows">;

/** What a tab of an office lists. */
export const useOfficeRows = (tab: OfficeTab): QueryView<OfficeRows> =>
  useApiQuery(["office", tab], () => readOfficeRows(tab), {
    // How the server is doing is said anew, or not at all.
    ...(tab !== "health" && { keep: officeShapes["office.rows"] }),
    everyMs: 60_000,
  });
