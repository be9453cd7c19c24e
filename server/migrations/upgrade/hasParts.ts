import type { DaySpan, Month } from "@shared/domain/time";
import type { mongo } from "mongoose";
import { isInParts } from "./differences";

interface StoredStatement extends mongo.Document {
  period: Month;
  statement: { lines: { segment: DaySpan }[] };
}

/** Whether some statement is in parts: somebody has moved within a month. */
export async function hasParts(db: mongo.Db): Promise<boolean> {
  const projection = { period: 1, "statement.lines.segment": 1 };
  for await (const { period, statement } of db.collection<StoredStatement>("statements").find({}, { projection }))
    if (isInParts(period, statement.lines)) return true;
  return false;
}
