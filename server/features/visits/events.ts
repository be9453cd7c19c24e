import { defineEvent, type NewEvent } from "../../outbox";

/** A record was written or another version of it, or what comes next was settled: less may be left to do. */
export interface VisitWritten {
  memberId: string;
}

export const visitWritten = defineEvent<VisitWritten>("visit.written");

export const writtenEvent = (memberId: string, visitId: string, version: number): NewEvent =>
  visitWritten.of({ payload: { memberId }, partition: `visits:${memberId}`, cause: `visit:${visitId}:${version}` });
