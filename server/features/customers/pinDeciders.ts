import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { readDeciders } from "../absences";
import type { PinProposalRecord } from "./pinProposalModel";
import { whoDecidesPin } from "./pins";

/** Who is to decide on each of these proposed pins, by name and proposal. */
export async function pinDeciders(
  proposals: readonly PinProposalRecord[],
  language: MemberActor["language"],
  on: BusinessDay,
): Promise<Map<string, string[]>> {
  if (proposals.length === 0) return new Map();
  const deciders = await readDeciders(on);
  return new Map(
    await Promise.all(
      proposals.map(async (proposal) => {
        const names = await deciders.namesOf(whoDecidesPin(proposal), language);
        return [proposal._id, names] as const;
      }),
    ),
  );
}
