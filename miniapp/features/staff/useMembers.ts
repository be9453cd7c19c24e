import { useState } from "react";
import type { AnswerOf, BodyOf, QueryOf } from "@shared/contracts";
import { tidiedLine } from "@shared/domain/tidyText";
import {
  askForDirectory,
  grantRole,
  listMembers,
  readMember,
  readRoles,
  revokeRole,
  setMemberRecord,
} from "@/api/members";
import { readReadiness } from "@/api/readiness";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSettled } from "@/features/query/useSettled";

type Page = AnswerOf<"members.list">;
export type MemberRow = Page["items"][number];
export type MemberRead = AnswerOf<"members.read">;
export type RolesRead = AnswerOf<"roles.overview">;

const settledMs = 300;

/** Members of one kind, or those whom the words find. */
export function useMemberList(
  typed: string,
  { state, lacking }: { state: "here" | "left"; lacking: "team" | "role" | null },
): ListQueryView<MemberRow, Page> {
  const words = tidiedLine(typed).trim();
  const isSettled = useSettled(words, settledMs);
  const query: QueryOf<"members.list"> = { state, ...(lacking && { lacking }), ...(words !== "" && { words }) };
  return useApiListQuery<MemberRow, Page>(
    ["members", state, lacking ?? "all", words],
    (cursor) => listMembers({ ...query, ...(cursor !== null && { cursor }) }),
    ({ memberId }) => memberId,
    { enabled: isSettled || words === "" },
  );
}

export const useMemberRead = (memberId: string): QueryView<MemberRead> =>
  useApiQuery(["members", "one", memberId], () => readMember(memberId));

export const useRoles = (): QueryView<RolesRead> => useApiQuery(["roles"], readRoles);

/** Whatever was answered: who was faster may have changed it. */
async function askedAnew<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } finally {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["members"] }),
      queryClient.invalidateQueries({ queryKey: ["roles"] }),
    ]);
  }
}

type Given<Id extends "members.setRecord" | "roles.grant" | "roles.revoke"> = Omit<BodyOf<Id>, "commandId">;

export const useSetRecord = (memberId: string): Command<Given<"members.setRecord">, AnswerOf<"members.setRecord">> =>
  useCommand((commandId: string, given) => askedAnew(setMemberRecord(memberId, { commandId, ...given })));

export const useGrantRole = (memberId: string): Command<Given<"roles.grant">, AnswerOf<"roles.grant">> =>
  useCommand((commandId: string, given) => askedAnew(grantRole(memberId, { commandId, ...given })));

export const useRevokeRole = (memberId: string): Command<Given<"roles.revoke">, AnswerOf<"roles.revoke">> =>
  useCommand((commandId: string, given) => askedAnew(revokeRole(memberId, { commandId, ...given })));

export interface DirectoryReading {
  /** When it was read to its end last; null: never, or not known yet. */
  readAt: string | null;
  /** WeCom does not answer as it should, since then. */
  failing: Pick<AnswerOf<"setup.ready">, "since" | "fault" | "errcode" | "address"> | null;
  /** No worker has asked WeCom for a while: nobody would read it now either. */
  isUnwatched: boolean;
  /** A worker has been asked and has not come to an end. */
  isAsked: boolean;
  ask: Command<void, AnswerOf<"members.readDirectory">>;
}

const lookEveryMs = 3_000;

/** How the last reading of WeCom's directory went, and the way to have it read now. */
export function useDirectory(): DirectoryReading {
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const isOver = (data: AnswerOf<"setup.ready"> | undefined) =>
    askedAt === null ||
    (data?.directoryReadAt ?? "") >= askedAt ||
    (data?.wecom === "failing" && (data.checkedAt ?? "") >= askedAt);
  const { data } = useApiQuery(["readiness"], readReadiness, {
    everyMs: (answered) => (isOver(answered) ? undefined : lookEveryMs),
  });
  const ask = useCommand(async (commandId: string) => {
    const answer = await askForDirectory({ commandId });
    setAskedAt(answer.askedAt);
    await queryClient.invalidateQueries({ queryKey: ["readiness"] });
    return answer;
  });
  return {
    readAt: data?.directoryReadAt ?? null,
    failing: data?.wecom === "failing" ? data : null,
    isUnwatched: data?.wecom === "unwatched",
    isAsked: !isOver(data),
    ask,
  };
}
