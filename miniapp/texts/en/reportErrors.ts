import type { reportErrors as chinese } from "../zhCN/reportErrors";

export const reportErrors: typeof chinese = {
  "refusal.unknown": "This one is past its time. Nothing else has changed. Go back to the list and refresh it.",
  "report.tooMany":
    "You have reported 20 times today, and this one was not sent. What you typed is kept. Report it tomorrow, or tell an administrator.",
  "report.unknown": "This report was not found. Nothing was changed. See the list.",
};
