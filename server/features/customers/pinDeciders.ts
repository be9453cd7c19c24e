import type { BusinessDay } from "@shared/domain/time";
import { findMembers, leadersOfUnits } from "../members";
import type { PinProposalRecord } from "./pinProposalModel";

/** Who decides on each of these proposed pins, by name and proposal: the leaders of its owner's team who neither own the client nor proposed it. */
export async function pinDeciders(
  proposals: readonly PinProposalRecord[],
  on: BusinessDay,
): Promise<Map<string, string[]>> {
  if (proposals.length === 0) return new Map();
  const leaders = await leadersOfUnits([...new Set(proposals.map(({ teamId }) => teamId))], on);
  const members = await findMembers([...new Set([...leaders.values()].flat())]);
  return new Map(
    proposals.map(({ _id, teamId, ownerIds, memberId }) => {
      const theirs = (leaders.get(teamId) ?? []).filter((id) => id !== memberId && !ownerIds.includes(id));
      return [_id, theirs.flatMap((id) => members.get(id)?.name ?? [])];
    }),
  );
}
