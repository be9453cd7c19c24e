import { AuditModel, type AuditRecord } from "./auditModel";

/**
 * What was done to something, of these kinds, up to an instant, newest first. Each kind is asked for by itself, so that one index answers
 * it to the end, however often somebody has looked.
 */
export async function entriesAbout({
  subject,
  actions,
  until,
  limit,
}: {
  subject: string;
  actions: readonly string[];
  until: Date;
  limit: number;
}): Promise<AuditRecord[]> {
  const found = await Promise.all(
    actions.map((action) =>
      AuditModel.find({ subject, action, at: { $lte: until } })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<AuditRecord[]>(),
    ),
  );
  return found
    .flat()
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1))
    .slice(0, limit);
}
