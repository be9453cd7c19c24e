import type { Month } from "@shared/domain/time";
import { carryOver, publishTargets, readLevel, setTargets } from "@/api/targets";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { changedTargets, type Level, publicationOf, type TypedTargets } from "./targetForm";

const measure = "sales.confirmed" as const;
const key = ["targets"] as const;

interface Place {
  period: Month;
  /** Empty: from where the reader begins. */
  unitId: string;
}

/** A unit's target of a month with what hangs on it. Nothing of it is kept on the phone: what is decided by it must not be old. */
export const useLevel = ({ period, unitId }: Place): QueryView<Level> =>
  useApiQuery([...key, period, unitId], () => readLevel({ measure, period, ...(unitId && { unitId }) }), {
    enabled: period !== "",
  });

export interface TargetsForm {
  draft: Draft<{ typed: TypedTargets }>;
  type: (subjectId: string, text: string) => void;
  /** What is typed is proposed; nobody sees it but those who set targets. */
  save: Command<Level, boolean>;
  /** Last month's targets are proposed for whoever has none, here and below. */
  carry: Command<Level, unknown>;
}

const emptyForm = () => ({ typed: {} as TypedTargets });

/** What somebody types on a level. @param about by which a draft of it is named */
export function useTargetsForm({ period, unitId, about }: Place & { about: string }): TargetsForm {
  const draft = useDraft(`targets:${period}:${unitId}`, emptyForm, () => about);
  const { form, change, drop } = draft;
  const save = useCommand(async (commandId: string, { rows }: Level) => {
    const targets = changedTargets(rows, form.typed);
    await after(setTargets({ commandId, measure, period, targets }));
    drop();
    return true;
  });
  const carry = useCommand((commandId: string, { parent }: Level) =>
    after(carryOver({ commandId, measure, period, unitId: parent?.subjectId ?? null })),
  );
  return {
    draft,
    type: (subjectId, text) => change({ typed: { ...form.typed, [subjectId]: text } }),
    save,
    carry,
  };
}

/** Puts in force what is proposed. */
export const usePublish = (period: Month) =>
  useCommand(
    (commandId: string, given: { level: Level; kept: ReadonlySet<string>; reason: string }): Promise<unknown> => {
      const { level, kept, reason } = given;
      const levels = publicationOf(level.publication.levels, kept, reason);
      return after(publishTargets({ commandId, measure, period, reason: reason || null, levels }));
    },
  );

/** Progress, todos and levels hang on it; also where somebody else was faster. */
async function after<Answer>(sent: Promise<Answer>): Promise<Answer> {
  try {
    return await sent;
  } finally {
    await queryClient.invalidateQueries({ queryKey: key });
    void queryClient.invalidateQueries();
  }
}
