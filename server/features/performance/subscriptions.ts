import { subscribe } from "../../outbox";
import { unitMoved } from "../members";
import { rollUpDue } from "./events";
import { followMove, rollUp } from "./rollUp";

export const performanceSubscriptions = [
  subscribe("performance.rollUp", rollUpDue, rollUp, { coalesce: ({ period }) => period }),
  subscribe("performance.followMove", unitMoved, followMove),
] as const;
