import type { CommandAnswer, Outcome, QueueProblem } from "@shared/domain/commandQueue";
import type { ItemAnswer } from "./queuePorts";

/** What an answer says of its command. @param understood whether it has its contract's shape */
export function saidBy({ status, body }: ItemAnswer, understood: boolean): CommandAnswer {
  const code = typeof body.code === "string" ? body.code : null;
  const fields: unknown[] = Array.isArray(body.fields) ? body.fields : [];
  const faults = fields.flatMap((field) => {
    const fault = typeof field === "object" && field !== null ? (field as { code?: unknown }).code : null;
    return typeof fault === "string" ? [fault] : [];
  });
  return { status, code, faults, understood };
}

/** Of an answer that was not understood nothing is kept. */
export function problemBy({ status, body }: ItemAnswer, { code }: CommandAnswer, outcome: Outcome): QueueProblem {
  const details = status >= 400 ? body : {};
  return { code: outcome === "outdated" || code === null ? "outdated" : code, status, details };
}
