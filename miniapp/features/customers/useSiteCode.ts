import type { AnswerOf } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { addressOf } from "@/api/files";
import { readSiteCode, readSiteSheet, renewSiteCode } from "@/api/siteCodes";
import { openDocument } from "@/platform/document";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type SiteCodePage = AnswerOf<"siteCodes.read">;

interface SiteCode {
  page: QueryView<SiteCodePage>;
  /** Makes one, or another in its place. */
  renewal: Command<SiteCodePage, unknown>;
  /** Hands its sheet over to be printed. */
  sheet: Command<SiteCodePage, unknown>;
}

/** The code that hangs at a client's place, for whoever makes it. */
export function useSiteCode(customerId: string, siteId: string): SiteCode {
  const params = { customerId, siteId };
  const page = useApiQuery(["siteCode", customerId, siteId], () => readSiteCode(params));
  return {
    page,
    renewal: useCommand(async (commandId: string, { revision }: SiteCodePage) => {
      const answer = await renewSiteCode(params, { commandId, revision }).catch((error: unknown) => {
        // What others have changed, perhaps the code itself, is to be seen first.
        if (error instanceof ApiError && error.code === "stale") void page.refresh();
        throw error;
      });
      vibrate("light");
      await queryClient.invalidateQueries();
      return answer;
    }),
    sheet: useCommand(async (_: string, { customerName, siteName }: SiteCodePage) => {
      const { url } = await readSiteSheet(params);
      await openDocument(addressOf(url), `${customerName} ${siteName}.pdf`);
      return true;
    }),
  };
}
