import { findMembers } from "../members";

const namesShownMax = 5;

/** A few names, for whoever writes or publishes plans: they may read whom a plan is for. */
export async function namesOf(memberIds: readonly string[]): Promise<string[]> {
  const shown = memberIds.slice(0, namesShownMax);
  const members = await findMembers(shown);
  return shown.map((memberId) => members.get(memberId)?.name ?? memberId);
}
