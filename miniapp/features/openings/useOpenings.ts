import type { AnswerOf } from "@shared/contracts";
import { decideOpening, listOpenings, openingMembers, ownOpenings, readOpening, sayNoOpenings } from "@/api/openings";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type OpeningView = AnswerOf<"openings.read">["opening"];
export type OpeningMember = AnswerOf<"openings.members">["items"][number];
export type OwnOpening = AnswerOf<"openings.mine">["items"][number];

export type OpeningsAsked = QueryView<AnswerOf<"openings.list">>;

const key = ["openings"] as const;

const isUnderWay = ({ state }: OpeningView): boolean => state === "posting";

/** What the company's members bring along, asked again as long as something of it is put into the accounts. */
export const useOpenings = (enabled: boolean): OpeningsAsked =>
  useApiQuery(key, listOpenings, {
    enabled,
    everyMs: (answered) => (answered?.items.some(isUnderWay) ? 3_000 : undefined),
  });

export const useOpening = (importId: string): QueryView<AnswerOf<"openings.read">> =>
  useApiQuery([...key, importId], () => readOpening(importId), {
    everyMs: (answered) => (answered && isUnderWay(answered.opening) ? 3_000 : undefined),
  });

export const useOpeningMembers = (importId: string): ListQueryView<OpeningMember, AnswerOf<"openings.members">> =>
  useApiListQuery(
    [...key, importId, "members"],
    (cursor) => openingMembers(importId, cursor === null ? {} : { cursor }),
    ({ memberId }) => memberId,
    {},
  );

export const useDecideOpening = (): Command<{ of: OpeningView; allowed: boolean; reason: string | null }, unknown> =>
  useCommand(async (commandId: string, { of: { importId, revision }, allowed, reason }) => {
    try {
      return await decideOpening(importId, { commandId, revision, allowed, reason });
    } finally {
      // Another may have been faster.
      void queryClient.invalidateQueries();
    }
  });

export const useSayNone = (): Command<number, unknown> =>
  useCommand(async (commandId: string, revision) => {
    try {
      return await sayNoOpenings({ commandId, revision });
    } finally {
      void queryClient.invalidateQueries();
    }
  });

export const useOwnOpenings = (): QueryView<AnswerOf<"openings.mine">> => useApiQuery([...key, "mine"], ownOpenings);
