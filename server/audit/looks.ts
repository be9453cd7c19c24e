import { AuditModel, type AuditRecord } from "./auditModel";

/** What is noted of a look at somebody's visits, positions or results: the kinds that this person reads about. */
export const lookActions = ["checkIn.read", "sale.read", "member.read", "review.read", "refusal.read"] as const;
export type LookAction = (typeof lookActions)[number];
export type LookRecord = AuditRecord & { action: LookAction };

/** So many at a time. */
const pageSize = 50;

/**
 * Who has looked at a member, newest first. Each kind is asked for by itself, so that one index answers it to the end.
 * @param cursor as the last page gave it: an instant, and how many of it were shown
 */
export async function looksAt(
  memberId: string,
  cursor?: string,
): Promise<{ items: LookRecord[]; nextCursor: string | null }> {
  const [before, shown] = cursorParts(cursor);
  const found = await Promise.all(
    lookActions.map((action) => {
      const subject = `member:${memberId}`;
      return AuditModel.find(before ? { subject, action, at: { $lte: before } } : { subject, action })
        .sort({ at: -1, _id: -1 })
        .limit(pageSize + shown + 1)
        .lean<LookRecord[]>();
    }),
  );
  // Entries of one instant stay in one order on every page.
  const sorted = found.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1));
  const items = sorted.slice(shown, shown + pageSize);
  const last = items.at(-1);
  if (!last || sorted.length <= shown + pageSize) return { items, nextCursor: null };
  const lastMs = last.at.getTime();
  const ofInstant = sorted.slice(0, shown + pageSize).filter(({ at }) => at.getTime() === lastMs).length;
  return { items, nextCursor: `${lastMs}~${ofInstant}` };
}

/** What somebody has typed leads to the first page. */
function cursorParts(cursor: string | undefined): [Date | null, number] {
  const [, ms, shown] = /^(\d{1,15})~(\d{1,6})$/.exec(cursor ?? "") ?? [];
  return ms === undefined ? [null, 0] : [new Date(Number(ms)), Number(shown)];
}
