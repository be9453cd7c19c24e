import { AuditModel, type AuditRecord } from "./auditModel";

/** What is noted of a look at somebody's visits, positions, results or opening balances: the kinds that this person reads about. */
export const lookActions = [
  "checkIn.read",
  "sale.read",
  "member.read",
  "review.read",
  "refusal.read",
  "opening.read",
  "simulation.read",
] as const;
export type LookAction = (typeof lookActions)[number];
export type LookRecord = AuditRecord & { action: LookAction };

/** The same, and who has read this list. */
export const auditedActions = [...lookActions, "audit.looks"] as const;
export type AuditedAction = (typeof auditedActions)[number];
export type AuditedLook = AuditRecord & { action: AuditedAction };

/** So many at a time. */
const pageSize = 50;

interface Page<Look> {
  items: Look[];
  nextCursor: string | null;
}

/**
 * Who has looked at a member, newest first. Each kind is asked for by itself, so that one index answers it to the end.
 * @param cursor as the last page gave it: an instant, and how many of it were shown
 */
export function looksAt(memberId: string, cursor?: string): Promise<Page<LookRecord>> {
  return pageOf<LookRecord>(
    [
      ...lookActions.map((action) => ({ subject: subjectOf(memberId), action })),
      // What was read of several people at once is noted once.
      { "detail.members": memberId },
    ],
    { cursor },
  );
}

export interface LooksSought {
  /** Whom it is about: who was looked at, or who has looked. */
  person: { memberId: string; side: "whom" | "by" } | null;
  /** Business time; null: whenever it was. */
  span: { from: Date; before: Date } | null;
  cursor?: string | undefined;
}

/** Everybody's looks at everybody, newest first, as an auditor reads them. */
export function allLooks({ person, ...within }: LooksSought): Promise<Page<AuditedLook>> {
  return pageOf<AuditedLook>(
    [
      ...auditedActions.map((action) => ({ ...sideOf(person), action })),
      // What was read of several people at once is noted once.
      ...(person?.side === "whom" ? [{ "detail.members": person.memberId }] : []),
    ],
    within,
  );
}

/** How many there are since an instant. */
export async function countLooksSince(since: Date): Promise<number> {
  const counts = await Promise.all(
    auditedActions.map((action) => AuditModel.countDocuments({ action, at: { $gte: since } })),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

export const subjectOf = (memberId: string): string => `member:${memberId}`;

/** Why somebody has looked, where they have said it. */
export function reasonOf({ detail }: Pick<AuditRecord, "detail">): string | null {
  const { reason } = (detail ?? {}) as { reason?: unknown }; // whatever was noted
  return typeof reason === "string" ? reason : null;
}

function sideOf(person: LooksSought["person"]): { subject?: string; "actor.id"?: string } {
  if (person === null) return {};
  return person.side === "whom" ? { subject: subjectOf(person.memberId) } : { "actor.id": person.memberId };
}

type Stream = { subject?: string; "actor.id"?: string; action?: string; "detail.members"?: string };

/** One page of several streams, each of which an index answers to the end. */
async function pageOf<Look extends AuditRecord>(
  streams: readonly Stream[],
  { span = null, cursor }: { span?: LooksSought["span"]; cursor?: string | undefined },
): Promise<Page<Look>> {
  const [after, shown] = cursorParts(cursor);
  const at = {
    ...(span && { $gte: span.from, $lt: span.before }),
    ...(after && { $lte: after }),
  };
  const found = await Promise.all(
    streams.map((stream) =>
      AuditModel.find(Object.keys(at).length > 0 ? { ...stream, at } : stream)
        .sort({ at: -1, _id: -1 })
        .limit(pageSize + shown + 1)
        .lean<Look[]>(),
    ),
  );
  // Entries of one instant stay in one order on every page.
  const sorted = found.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1));
  const items = sorted.slice(shown, shown + pageSize);
  const last = items.at(-1);
  if (!last || sorted.length <= shown + pageSize) return { items, nextCursor: null };
  const lastMs = last.at.getTime();
  const ofInstant = sorted.slice(0, shown + pageSize).filter(({ at: on }) => on.getTime() === lastMs).length;
  return { items, nextCursor: `${lastMs}~${ofInstant}` };
}

/** What somebody has typed leads to the first page. */
function cursorParts(cursor: string | undefined): [Date | null, number] {
  const [, ms, shown] = /^(\d{1,15})~(\d{1,6})$/.exec(cursor ?? "") ?? [];
  return ms === undefined ? [null, 0] : [new Date(Number(ms)), Number(shown)];
}
