import { subscribe } from "../../outbox";
import { rollUpDue } from "./events";
import { rollUp } from "./rollUp";

export const performanceSubscriptions = [
  subscribe("performance.rollUp", rollUpDue, rollUp, { coalesce: true }),
] as const;
