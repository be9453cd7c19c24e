import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { readDeciders } from "../absences";
import { whoseSale } from "./saleCredits";
import type { SaleRecord } from "./saleModel";

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
