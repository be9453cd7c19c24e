import { useEffect, useState } from "react";
import type { AnswerOf, ReportView } from "@shared/contracts";
import { reportsShapes } from "@/api/answerShapes/reports";
import { closeReport, listReports, reopenReport, sendReport } from "@/api/reports";
import { serverNow } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { type SeenFailure, seenFailures } from "./seenFailures";

/** Which program, and which version of it. */
export const program = `${process.env.TARO_ENV ?? ""} ${PROGRAM_VERSION}`.trim();

export const reportLengths = { text: 500, answer: 300 } as const;
const sawMax = 300;

export interface ReportForm {
  commandId: string;
  text: string;
  /** The error that it is about, empty where it is about none: kept with the draft, since the program forgets it. */
  saw: string;
  reference: string;
  screen: string;
  /** ISO; empty: when it is sent. */
  happenedAt: string;
}

const aboutNothing = { saw: "", reference: "", screen: "", happenedAt: "" };
const emptyForm = (): ReportForm => ({ commandId: newId(), text: "", ...aboutNothing });

/** What a report says of an error that the person has seen. */
const aboutFailure = ({ sentence, reference, screen, at }: SeenFailure) => ({
  saw: sentence.slice(0, sawMax),
  reference: reference ?? "",
  screen: screen ?? "",
  happenedAt: at,
});

export interface Report {
  draft: Draft<ReportForm>;
  command: Command<ReportForm, AnswerOf<"reports.send">>;
  /** The errors seen last, with the one that the draft was begun about. */
  choices: readonly SeenFailure[];
  /** Null: about none of them. */
  chosen: SeenFailure | null;
  choose: (failure: SeenFailure | null) => void;
}

/** A problem to be told to the administrators. @param seenId the error that it is about, as far as one was named */
export function useReport(seenId: string | undefined): Report {
  const draft = useDraft("report", emptyForm);
  const { form, change, begun, offer } = draft;
  const [seen] = useState(seenFailures);
  const named = seen.find((one) => one.seenId === seenId);
  const offered = named ?? seen.find(({ needsNobody }) => !needsNobody);
  // Whoever comes from an error means that one, also over an older draft.
  useEffect(() => {
    if (named) change(aboutFailure(named));
    else if (offered && !begun) offer(aboutFailure(offered));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is opened
  }, []);
  const isOf = (one: SeenFailure) => one.at === form.happenedAt && one.sentence.startsWith(form.saw);
  const kept: SeenFailure = {
    seenId: "kept",
    sentence: form.saw,
    reference: form.reference || null,
    screen: form.screen || null,
    at: form.happenedAt,
    needsNobody: false,
  };
  const choices = form.saw === "" || seen.some(isOf) ? seen : [kept, ...seen];
  const command = useCommand(
    async (commandId: string, given: ReportForm) => {
      const answer = await sendReport({
        commandId,
        text: given.text.trim() || null,
        saw: given.saw || null,
        reference: given.reference || null,
        screen: given.screen || null,
        program,
        happenedAt: given.happenedAt || serverNow().toISOString(),
      });
      vibrate("light");
      void queryClient.invalidateQueries({ queryKey: reportsKey });
      return answer;
    },
    { idOfForm: form.commandId },
  );
  return {
    draft,
    command,
    choices,
    chosen: form.saw === "" ? null : (choices.find(isOf) ?? null),
    // Other contents are another command.
    choose: (failure) => change({ commandId: newId(), ...(failure ? aboutFailure(failure) : aboutNothing) }),
  };
}

const reportsKey = ["reports"] as const;

export const useReports = (view: "mine" | "open" | "done"): QueryView<AnswerOf<"reports.list">> =>
  useApiQuery([...reportsKey, view], () => listReports(view), { keep: reportsShapes["reports.list"] });

/** Marks a problem as done. */
export const useCloseReport = (): Command<{ report: ReportView; answer: string }, unknown> =>
  useCommand(async (commandId: string, { report: { reportId, revision }, answer }) => {
    try {
      return await closeReport(reportId, { commandId, revision, answer: answer.trim() || null });
    } finally {
      // Another administrator may have been faster.
      void queryClient.invalidateQueries();
    }
  });

/** It is not done after all. */
export const useReopenReport = (): Command<ReportView, unknown> =>
  useCommand(async (commandId: string, { reportId, revision }) => {
    try {
      return await reopenReport(reportId, { commandId, revision });
    } finally {
      void queryClient.invalidateQueries();
    }
  });
