import { useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { type Absence, absenceFault, type AbsenceFault } from "@shared/domain/absence";
import { readAbsence, setAbsence } from "@/api/absences";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { useBusinessDay } from "@/features/time";

type Read = AnswerOf<"absences.read">;

const key = ["absence"] as const;

/** When I am away and who decides meanwhile; in whose place I decide. */
export const useAbsence = (): QueryView<Read> => useApiQuery(key, readAbsence);

export interface AbsenceForm {
  form: Absence;
  change: (part: Partial<Absence>) => void;
  /** What is wrong, once somebody has tried. */
  fault: AbsenceFault | null;
  /** @returns whether it was noted */
  save: () => Promise<boolean>;
  /** Takes back what is noted. */
  end: () => Promise<boolean>;
  command: Command<Absence | null, AnswerOf<"absences.set">>;
  today: string;
}

/** What somebody fills in: from today on at first, or what is noted. */
export function useAbsenceForm({ absence, revision }: Pick<Read, "absence" | "revision">): AbsenceForm {
  const today = useBusinessDay();
  const memberId = useSession((session) => session.memberId) ?? "";
  const [changed, setChanged] = useState<Partial<Absence>>({});
  const [tried, setTried] = useState(false);
  const form = { from: today, to: today, deputyId: null, ...absence, ...changed };
  const fault = absenceFault(form, memberId, today);
  const command = useCommand(async (commandId: string, given: Absence | null) => {
    const answer = await setAbsence({ commandId, revision, absence: given });
    await queryClient.invalidateQueries();
    return answer;
  });
  const send = async (given: Absence | null): Promise<boolean> => {
    const answer = await command.run(given);
    if (answer) setChanged({});
    return answer !== null;
  };
  return {
    form,
    change: (part) => setChanged((before) => ({ ...before, ...part })),
    fault: tried ? fault : null,
    save: () => {
      setTried(true);
      return fault ? Promise.resolve(false) : send(form);
    },
    end: () => send(null),
    command,
    today,
  };
}
