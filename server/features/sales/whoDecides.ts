import type { SaleWaits } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import { sendableFrom } from "@shared/domain/quietHours";
import type { MemberActor } from "../../http";
import { isWorkday } from "../../lib/workCalendar";
import { readDeciders } from "../absences";
import { whoseSale } from "./saleCredits";
import type { SaleRecord } from "./saleModel";

/**
 * Since when a sale waits, and when its deciders get the message: at once, or once quiet hours and days off are over. No day ends it; null
 * where it does not wait.
 */
export function waitingOf(sale: Pick<SaleRecord, "state" | "askedAt" | "submittedAt">, now: Date): SaleWaits | null {
  if (sale.state !== "submitted") return null;
  const since = sale.askedAt ?? sale.submittedAt;
  const toldFrom = sendableFrom(since, { quiet: true, byClock: false, isWorkday });
  return { since: since.toISOString(), toldFrom: toldFrom > now ? toldFrom.toISOString() : null };
}

type Subject = Pick<SaleRecord, "customerId" | "signedOn" | "repId" | "teamId" | "amountFen" | "state">;

/** The names of those before whom a sale is put today: whom the message goes to. Nobody where it does not wait. */
export async function deciderNamesOf(
  sale: Subject,
  reader: Pick<MemberActor, "language">,
  on: BusinessDay,
): Promise<string[]> {
  return (await readDeciderNames([sale], reader, on))(sale);
}

/** The same for many, in one read of the tree, leaders and absences. */
export async function readDeciderNames(
  sales: readonly Subject[],
  { language }: Pick<MemberActor, "language">,
  on: BusinessDay,
): Promise<(sale: Subject) => Promise<string[]>> {
  if (!sales.some(({ state }) => state === "submitted")) return () => Promise.resolve([]);
  const deciders = await readDeciders(on);
  return async (sale) =>
    sale.state === "submitted"
      ? deciders.namesOf({ unitId: sale.teamId, ownIds: await whoseSale(sale) }, language)
      : [];
}
