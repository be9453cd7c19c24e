import { VisitWeek } from "@/components/VisitWeek";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("VisitWeek", VisitWeek, () => {
  const week = { from: "2026-03-23", to: "2026-03-29" };
  return {
    onItsWay: { week: { ...week, done: 6, target: 10, isBehind: false } },
    behind: { week: { ...week, done: 2, target: 10, dueByNow: 6, isBehind: true }, onGo: nothing },
    reached: { week: { ...week, done: 12, target: 10, isBehind: false } },
  };
});
