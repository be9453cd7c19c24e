import type { AnswerOf, QueryOf } from "@shared/contracts";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { allLooks, type AuditedLook, countLooksSince, reasonOf } from "../../audit";
import { findMembers } from "../members";

type Answer = AnswerOf<"audit.looks">;

const namesMax = 3;

/** Everybody's looks with the names of both sides. What was seen is not in it. */
export async function auditedLooks({ person, side = "whom", on, cursor }: QueryOf<"audit.looks">): Promise<Answer> {
  const { items, nextCursor } = await allLooks({
    person: person === undefined ? null : { memberId: person, side },
    span: on === undefined ? null : { from: startOfDay(on), before: startOfDay(addDays(on, 1)) },
    cursor,
  });
  const whom = new Map(items.map((look) => [look._id, whomIds(look)]));
  const named = [...whom.values()].flatMap((ids) => ids.slice(0, namesMax));
  const people = await findMembers([
    ...new Set([...named, ...items.map(({ actor }) => actor.id), ...(person === undefined ? [] : [person])]),
  ]);
  const nameOf = (memberId: string) => people.get(memberId)?.name ?? memberId;
  return {
    items: items.map((look) => {
      const ids = whom.get(look._id) ?? [];
      return {
        lookId: look._id,
        at: look.at.toISOString(),
        byName: nameOf(look.actor.id),
        whomNames: ids.slice(0, namesMax).map(nameOf),
        whomCount: ids.length,
        what: look.action,
        seenCount: seenCount(look),
        requestId: look.requestId ?? null,
        reason: reasonOf(look),
      };
    }),
    nextCursor,
    personName: (person === undefined ? null : people.get(person)?.name) ?? null,
  };
}

/** How many looks there were today. */
export const looksOfToday = (now: Date): Promise<number> => countLooksSince(startOfDay(businessDayOf(now)));

function whomIds({ subject, detail }: AuditedLook): string[] {
  const [, memberId] = /^member:(.+)$/.exec(subject) ?? [];
  return memberId === undefined ? idsIn(detail, "members") : [memberId];
}

/** An entry's detail is whatever was noted. */
function seenCount({ detail }: AuditedLook): number | null {
  const { checkInId } = (detail ?? {}) as { checkInId?: unknown };
  const count = idsIn(detail, "visitIds").length + idsIn(detail, "proposalIds").length;
  return count > 0 ? count : typeof checkInId === "string" ? 1 : null;
}

function idsIn(detail: unknown, key: string): string[] {
  const ids = (detail as Partial<Record<string, unknown>> | null | undefined)?.[key];
  return Array.isArray(ids) ? ids.filter((one): one is string => typeof one === "string") : [];
}
