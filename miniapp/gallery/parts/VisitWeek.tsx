import { VisitWeek } from "@/components/VisitWeek";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("VisitWeek", VisitWeek, () => {
  const week = { from: "2026-03-23", to: "2026-03-29" };
  return {
    onItsWay: { week: { ...week, done: 6, target: 10, isBehind: false } },
    behind: { week: { ...week, done: 2, target: 10, dueByNow: 8, isBehind: true }, onGo: nothing },
    withDayOff: { week: { ...week, done: 0, target: 8, perWeek: 10, workingDays: 4, isBehind: false } },
    reached: { week: { ...week, done: 12, target: 10, isBehind: false } },
  };
});
