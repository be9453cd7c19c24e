import type { stages as chinese } from "../zhCN/stages";

export const stages: typeof chinese = {
  title: "Client's stage",
  now: (p) => `Now: ${p.stage}. If it has moved on, choose the new one; it goes with this record`,
  reason: "Why it goes back",
  reasonHint: "such as: a new buyer",
  reasonMissing: "Say in a sentence why it goes back",
  willMove: (p) => `Goes from ${p.from} to ${p.to} when you send`,
  keep: "Leave the stage",
  undo: "Take this change of stage back",
  undoTitle: (p) => `Take back: ${p.to} to ${p.from}`,
  undoText:
    "The client is at the stage of before, and this step no longer counts among stages reached. What was taken back stays readable.",
  undoNow: "Take back",
  undoNot: "Leave it",
  moved: (p) => `Stage ${p.from} → ${p.to}`,
  undone: "Taken back",
};
