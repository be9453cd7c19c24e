import type { AnswerOf } from "@shared/contracts";
import { looksAt, type LookRecord } from "../../audit";
import { findCheckIns } from "../checkIns";
import { findMembers } from "../members";
import { findVisits } from "../visits";

/** The looks at a member with the names of who looked, and which visits they saw. */
export async function looksPage(memberId: string, cursor: string | undefined): Promise<AnswerOf<"privacy.looked">> {
  const { items, nextCursor } = await looksAt(memberId, cursor);
  const [people, visits, checkIns] = await Promise.all([
    findMembers([...new Set(items.map(({ actor }) => actor.id))]),
    findVisits([...new Set(items.flatMap(visitIdsOf))]),
    findCheckIns([...new Set(items.flatMap(checkInIdsOf))]),
  ]);
  const byId = new Map([...visits, ...checkIns].map((seen) => [seen._id, seen]));
  return {
    items: items.map((look) => ({
      lookId: look._id,
      at: look.at.toISOString(),
      byName: people.get(look.actor.id)?.name ?? look.actor.id,
      what: look.action,
      visits: [...visitIdsOf(look), ...checkInIdsOf(look)].flatMap((id) => {
        const seen = byId.get(id);
        return seen ? [{ on: seen.on, customerName: seen.customerName }] : [];
      }),
    })),
    nextCursor,
  };
}

function checkInIdsOf({ detail }: LookRecord): string[] {
  const id: unknown = (detail as { checkInId?: unknown } | null | undefined)?.checkInId;
  return typeof id === "string" ? [id] : [];
}

/** An entry's detail is whatever was noted. */
function visitIdsOf({ detail }: LookRecord): string[] {
  const ids: unknown = (detail as { visitIds?: unknown } | null | undefined)?.visitIds;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
}
