import type { AnswerOf, LookView } from "@shared/contracts";
import { privacyShapes } from "@/api/answerShapes/privacy";
import { listLooks, readPrivacy, withdrawConsent } from "@/api/privacy";
import { type Command, useCommand } from "@/features/command/useCommand";
import { dropFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { meKey, type QueryView, useApiQuery } from "@/features/query/useApiQuery";

const key = ["privacy"] as const;

/** What I have agreed to, and since when there is anything of mine. */
export const usePrivacy = (enabled = true): QueryView<AnswerOf<"privacy.mine">> =>
  useApiQuery(key, readPrivacy, { enabled });

/** Who has looked at me, newest first. */
export const useLooks = (): ListQueryView<LookView, AnswerOf<"privacy.looked">> =>
  useApiListQuery(["looks"], listLooks, ({ lookId }) => lookId, {
    everyMs: 30_000,
    keep: privacyShapes["privacy.looked"],
  });

/** Takes my consent to positions back; this phone forgets where it is at once. */
export const useWithdrawConsent = (): Command<null, AnswerOf<"privacy.withdrawConsent">> =>
  useCommand(async (commandId: string) => {
    const answer = await withdrawConsent(commandId);
    dropFix();
    await Promise.all([key, meKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    return answer;
  });
