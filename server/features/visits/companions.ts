import { companionsMax, companionStateBy, nearestOf } from "@shared/domain/companion";
import type { AnswerOf } from "@shared/contracts";
import type { Month } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { sha256 } from "../../lib/ids";
import { placesVisited } from "../checkIns";
import { findMembers } from "../members";
import { CompanionModel, type CompanionRecord } from "./companionModel";
import type { VisitRecord } from "./visitModel";

type CompanionView = AnswerOf<"companions.name">["companions"][number];

const pageSize = 50;

export const companionIdOf = (visitId: string, memberId: string): string =>
  `with-${sha256(`${visitId}/${memberId}`).slice(0, 40)}`;

/** Of one visit, with those who were taken off. */
export const everNamedMax = 3 * companionsMax;

/** Those whom visits name or have named, as they were named: with those who were taken off. */
export async function everNamedAt(visitIds: readonly string[]): Promise<CompanionRecord[]> {
  if (visitIds.length === 0) return [];
  return CompanionModel.find({ visitId: { $in: [...visitIds] } })
    .sort({ visitId: 1, sortKey: 1 })
    .limit(everNamedMax * visitIds.length)
    .lean<CompanionRecord[]>();
}

/** Those whom visits name. */
export const companionsOf = async (visitIds: readonly string[]): Promise<CompanionRecord[]> =>
  (await everNamedAt(visitIds)).filter(({ state }) => state !== "removed");

/** Where somebody was named at visits of a month. */
export const companionshipsOfMonth = (memberId: string, period: Month): Promise<CompanionRecord[]> =>
  CompanionModel.find({ memberMonth: `${memberId}:${period}` })
    .sort({ memberMonth: 1, sortKey: 1 })
    .lean<CompanionRecord[]>();

/** @param as who was named, or whose visit it is @throws AppError "companion.unknown", also for whoever is not that */
export async function findCompanionOf(
  memberId: string,
  companionId: string,
  as: "memberId" | "repId",
): Promise<CompanionRecord> {
  const companion = await CompanionModel.findOne({ _id: companionId }).lean<CompanionRecord | null>();
  if (companion?.[as] !== memberId) throw new AppError("companion.unknown", `${companionId} is not ${memberId}'s`);
  return companion;
}

/** One that waits for who is named, and they are here; else null. */
export async function openCompanionIfAny(companionId: string): Promise<CompanionRecord | null> {
  const companion = await CompanionModel.findOne({ _id: companionId }).lean<CompanionRecord | null>();
  const [open] = companion?.state === "open" ? await ofThoseHere([companion]) : [];
  return open ?? null;
}

/** What waits for those who are here, of one of them or of all, the oldest first, a page at a time. @param after null for the first one */
export async function pageOfOpenCompanions(
  after: string | null,
  { memberId, max = pageSize }: { memberId?: string; max?: number } = {},
): Promise<{ companions: CompanionRecord[]; next: string | null }> {
  const found = await openOnes(after, { ...(memberId !== undefined && { memberId }), max });
  const next = found.length >= max ? (found.at(-1)?.sortKey ?? null) : null;
  return { companions: await ofThoseHere(found), next };
}

/** The same, whoever has left. */
export function openOnes(
  after: string | null,
  { memberId, max = pageSize }: { memberId?: string; max?: number } = {},
): Promise<CompanionRecord[]> {
  const waiting = { ...(memberId !== undefined && { memberId }), state: "open" as const };
  return CompanionModel.find(after === null ? waiting : { ...waiting, sortKey: { $gt: after } })
    .sort({ sortKey: 1 })
    .limit(max)
    .lean<CompanionRecord[]>();
}

async function ofThoseHere(companions: readonly CompanionRecord[]): Promise<CompanionRecord[]> {
  const members = await findMembers([...new Set(companions.map(({ memberId }) => memberId))]);
  return companions.filter(({ memberId }) => members.get(memberId)?.active);
}

/** As whoever reads the visit sees them, each with an own check-in that says the same. @param now business time */
export async function presentCompanions(
  { customerId, on }: Pick<VisitRecord, "customerId" | "on">,
  companions: readonly CompanionRecord[],
  now: Date,
): Promise<CompanionView[]> {
  if (companions.length === 0) return [];
  const memberIds = companions.map(({ memberId }) => memberId);
  const [members, places] = await Promise.all([findMembers(memberIds), placesVisited(memberIds, [on])]);
  return companions.flatMap((companion) => {
    const { state } = companion;
    if (state === "removed") return [];
    const { _id: companionId, memberId, memberName, checkedInAt, confirmUntil } = companion;
    const own = places.filter((place) => place.memberId === memberId && place.customerId === customerId);
    const near = nearestOf(
      checkedInAt,
      own.map((place) => place.checkedInAt),
    );
    return {
      companionId,
      name: members.get(memberId)?.name ?? memberName,
      state: companionStateBy({ state, confirmUntil }, now),
      hasLeft: !members.get(memberId)?.active,
      confirmUntil: confirmUntil.toISOString(),
      ownCheckInAt: near?.toISOString() ?? null,
    };
  });
}

/** As who is named sees it. @param now business time */
export const presentNamed = (companion: CompanionRecord, now: Date): AnswerOf<"companions.read">["named"] => ({
  companionId: companion._id,
  byName: companion.repName,
  customerName: companion.customerName,
  on: companion.on,
  checkedInAt: companion.checkedInAt.toISOString(),
  state: companionStateBy(companion, now),
  confirmUntil: companion.confirmUntil.toISOString(),
  revision: companion.revision,
});
