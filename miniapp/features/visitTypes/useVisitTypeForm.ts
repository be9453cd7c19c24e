import type { AnswerOf, ConfiguredVisitTypeView } from "@shared/contracts";
import { visitTypesShapes } from "@/api/answerShapes/visitTypes";
import { listVisitTypes, saveVisitType } from "@/api/visitTypes";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { emptyStep, formOfType, newTypeForm, rulesOf, type StepForm, type VisitTypeForm } from "./visitTypeForm";

export const newStep = (): StepForm => emptyStep(newId);

/** All types as an administrator sees them. */
export const useConfiguredTypes = (): QueryView<AnswerOf<"visitTypes.list">> =>
  useApiQuery(["visitTypes", "all"], listVisitTypes, { keep: visitTypesShapes["visitTypes.list"] });

export interface VisitTypeEditing {
  draft: Draft<VisitTypeForm>;
  command: Command<VisitTypeForm, AnswerOf<"visitTypes.save">>;
  /** Another administrator has changed it since this was begun. */
  overtaken: boolean;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Adds a type or writes its next version. What is typed stays on this phone until it has arrived. @param type null: a new one */
export function useVisitTypeForm(type: ConfiguredVisitTypeView | null, recordLabel: string): VisitTypeEditing {
  const draft = useDraft(`visitType:${type?.typeId ?? "new"}`, () =>
    type ? formOfType(type, newId) : newTypeForm(newId, recordLabel),
  );
  const { form, change } = draft;
  const command = useCommand(
    async (commandId: string, given: VisitTypeForm) => {
      try {
        const { typeId, version, isFirst = false } = given;
        const answer = await saveVisitType(typeId, { commandId, version, ...rulesOf(given), isFirst });
        vibrate("light");
        return answer;
      } finally {
        // Refused because another was faster: what that one wrote is shown.
        void queryClient.invalidateQueries();
      }
    },
    { idOfForm: form.commandId },
  );
  // What was refused at one version is another command at the next one.
  const atNewest = () => {
    command.forget();
    return { commandId: newId(), version: type?.version ?? 0 };
  };
  return {
    draft,
    command,
    overtaken: type !== null && form.version !== type.version,
    keepMine: () => change(atNewest()),
    takeTheirs: () => type && change({ ...formOfType(type, newId), ...atNewest() }),
  };
}
