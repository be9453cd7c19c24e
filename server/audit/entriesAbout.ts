import { readBack, type StreamPlace } from "../db";
import { AuditModel, type AuditRecord } from "./auditModel";

/**
 * What was done to something, of these kinds, newest first. Each kind is asked for by itself, so that one index answers it to the end,
 * however often somebody has looked.
 */
export async function entriesAbout(
  { subject, actions }: { subject: string; actions: readonly string[] },
  after: StreamPlace,
  limit: number,
): Promise<AuditRecord[]> {
  const found = await Promise.all(
    actions.map((action) =>
      readBack<AuditRecord>(AuditModel, { equal: { subject, action }, field: "at", after, limit }),
    ),
  );
  return found.flat();
}
