import { isHouseAccount } from "@shared/domain/pay";
import { sumFen } from "@shared/domain/money";
import type { Month } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findSales, mayReadSale, readUnitPaths } from "../sales";
import { factsOfMonth } from "../statements";

interface CreditedSale {
  saleId: string;
  customerName: string;
  signedOn: string;
  creditFen: number;
  mayOpen: boolean;
}

/**
 * The sales that a member's result of a month in a unit consists of, the newest first: from the same facts as the result, so that they add
 * up to it.
 */
export async function creditedSales(
  reader: MemberActor,
  { unitId, memberId, period }: { unitId: string; memberId: string; period: Month },
): Promise<CreditedSale[]> {
  if (isHouseAccount(memberId)) return [];
  const credited = new Map<string, number[]>();
  for (const fact of await factsOfMonth(memberId, period)) {
    if (fact.kind !== "sale" && fact.kind !== "creditNote") continue;
    const own = fact.credits.filter(
      (one) => one.memberId === memberId && one.role === "owner" && one.teamId === unitId,
    );
    if (own.length > 0) credited.set(fact.saleId, [...(credited.get(fact.saleId) ?? []), ...own.map(({ fen }) => fen)]);
  }
  const [sales, pathOf] = await Promise.all([findSales([...credited.keys()]), readUnitPaths()]);
  return sales
    .map(({ _id: saleId, customerName, signedOn, teamId }) => ({
      saleId,
      customerName,
      signedOn,
      creditFen: sumFen(credited.get(saleId) ?? []),
      mayOpen: mayReadSale(reader, { isOwn: false }, pathOf(teamId)),
    }))
    .sort((a, b) => (`${a.signedOn} ${a.saleId}` > `${b.signedOn} ${b.saleId}` ? -1 : 1));
}
