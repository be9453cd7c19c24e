import { progressOf } from "@/features/today/progress";

/** A month's result as the cards take it: on 26 March, 19 of 22 working days are gone. */
export function monthOf(doneFen: number, targetFen: number | null) {
  const { leftFen, drawn, ...standing } = progressOf({
    doneFen,
    targetFen,
    pace: { workingDaysGone: 19, workingDays: 22 },
  });
  return { doneFen, targetFen, leftFen, drawn, standing };
}
