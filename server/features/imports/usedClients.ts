import { clientsCheckedInAt } from "../checkIns";
import { clientsFollowedUp } from "../followUps";
import { clientsSoldTo } from "../sales";
import { clientsAskedAbout } from "../visitQuestions";

/** Those of these clients with which somebody has worked: a visit has its check-in. */
export async function usedClients(customerIds: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    [clientsCheckedInAt, clientsFollowedUp, clientsSoldTo, clientsAskedAbout].map((those) => those(customerIds)),
  );
  return new Set(found.flat());
}
