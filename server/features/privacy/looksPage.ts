import type { AnswerOf } from "@shared/contracts";
import { looksAt, type LookRecord, reasonOf } from "../../audit";
import { businessDayOf } from "@shared/domain/time";
import { findCheckIns } from "../checkIns";
import { findProposals } from "../customers";
import { findMembers } from "../members";
import { findVisits } from "../visits";

/** The looks at a member with the names of who looked, and which visits or proposed pins they saw. */
export async function looksPage(memberId: string, cursor: string | undefined): Promise<AnswerOf<"privacy.looked">> {
  const page = await looksAt(memberId, cursor);
  const { nextCursor } = page;
  // Noted together with looks at others; what is one's own is none.
  const items = page.items.filter(({ actor }) => actor.id !== memberId);
  const [people, visits, checkIns, proposals] = await Promise.all([
    findMembers([...new Set(items.map(({ actor }) => actor.id))]),
    findVisits([...new Set(items.flatMap(visitIdsOf))]),
    findCheckIns([...new Set(items.flatMap(checkInIdsOf))]),
    findProposals([...new Set(items.flatMap(proposalIdsOf))]),
  ]);
  const pinById = new Map(proposals.map((proposal) => [proposal._id, proposal]));
  const pinsOf = (look: LookRecord) =>
    proposalIdsOf(look).flatMap((id) => {
      const seen = pinById.get(id);
      return seen ? [{ on: businessDayOf(seen.askedAt), customerName: seen.customerName }] : [];
    });
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
      reason: reasonOf(look),
      ...(proposalIdsOf(look).length > 0 && { pins: pinsOf(look) }),
    })),
    nextCursor,
  };
}

function checkInIdsOf({ detail }: LookRecord): string[] {
  const id: unknown = (detail as { checkInId?: unknown } | null | undefined)?.checkInId;
  return typeof id === "string" ? [id] : [];
}

const visitIdsOf = (look: LookRecord): string[] => idsIn(look, "visitIds");
const proposalIdsOf = (look: LookRecord): string[] => idsIn(look, "proposalIds");

/** An entry's detail is whatever was noted. */
function idsIn({ detail }: LookRecord, key: "visitIds" | "proposalIds"): string[] {
  const ids: unknown = (detail as Partial<Record<typeof key, unknown>> | null | undefined)?.[key];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
}
