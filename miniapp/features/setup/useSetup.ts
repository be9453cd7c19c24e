import { useEffect, useState } from "react";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { setupShapes } from "@/api/answerShapes/setup";
import {
  findPeople,
  giveRole,
  readFirstPayingDay,
  readSalesMovedBy,
  readSetup,
  setFirstPayingDay,
  testRobot,
} from "@/api/setup";
import { useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useDirectory } from "@/features/staff/useMembers";

export type Setup = AnswerOf<"setup.read">;
export type SetupStep = Setup["steps"][number];
export type FoundPerson = AnswerOf<"members.list">["items"][number];

export const setupKey = ["setup"] as const;

/**
 * How far the company is, asked again while the page is in front: others work at it as well.
 * @param enabled false where it is known that the reader is refused
 */
export const useSetup = (enabled = true): QueryView<Setup> =>
  useApiQuery(setupKey, readSetup, {
    enabled,
    keep: setupShapes["setup.read"],
    everyMs: 15_000,
    followsCommands: true,
  });

/** From which day on plans pay, and what may be set. */
export const useFirstPayingDay = () =>
  useApiQuery(["plans", "firstPayingDay"], readFirstPayingDay, {
    keep: setupShapes["plans.firstPayingDay"],
    followsCommands: true,
  });

/** Which confirmed sales a day would let count elsewhere. */
export const useSalesMovedBy = (on: string) =>
  useApiQuery(["sales", "movedBy", on], () => readSalesMovedBy(on), { followsCommands: true });

export const useSetFirstPayingDay = () =>
  useCommand(async (commandId: string, given: { revision: number; firstPayingOn: string }) => {
    const answer = await setFirstPayingDay({ commandId, ...given });
    void queryClient.invalidateQueries();
    return answer;
  });

/** People by name or initials; null before somebody has asked. */
export function usePeople() {
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  const search = useCommand(async (_id: string, words: string) => {
    setFound((await findPeople(words)).items);
    return true;
  });
  return { found, search, clear: () => setFound(null) };
}

/** For what somebody is looked for, and what was typed of their name: kept on this phone until they are named. */
export type Naming = Draft<{ id: string; typed: string }>;
const nobodySought = () => ({ id: "", typed: "" });
export const useNaming = (): Naming => useDraft("setup:naming", nobodySought);

const nothingChosen = () => ({ on: "" });
/** The day that was chosen and is not sent. */
export const useChosenFirstDay = () => useDraft("setup:firstDay", nothingChosen);

export type GivenRole = { memberId: string } & Pick<BodyOf<"roles.grant">, "role" | "unitId">;

/** Gives a role from today on, without an end. */
export const useGiveRole = () =>
  useCommand(async (commandId: string, { memberId, role, unitId }: GivenRole) => {
    const answer = await giveRole(memberId, { commandId, role, unitId, lastOn: null });
    void queryClient.invalidateQueries();
    return answer;
  });

export const useTestRobot = () => useCommand((commandId: string, unitId: string) => testRobot(unitId, { commandId }));

/** Has a worker read WeCom's directory; what has come of it is asked for as soon as it is through. */
export function useReadNow() {
  const directory = useDirectory();
  const { readAt } = directory;
  useEffect(() => void queryClient.invalidateQueries({ queryKey: setupKey }), [readAt]);
  return directory;
}
