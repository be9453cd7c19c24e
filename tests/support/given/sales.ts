import type { BodyOf, SaleView } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import type { Company, Person } from "./company";
import { givenCustomer } from "./customers";
import { givenRep } from "./people";

export function saleBody(
  company: Company,
  { customerId }: { customerId: string },
  more: Partial<BodyOf<"sales.submit">> = {},
): BodyOf<"sales.submit"> {
  return {
    commandId: company.newId(),
    saleId: company.newId(),
    customerId,
    amountFen: 10_000_000,
    signedOn: businessDayOf(company.app.deps.clock.now()),
    contractNo: null,
    // Equal and large ones are common in tests; what is asked about them has its own.
    repeatSeen: true,
    largeAmountSeen: true,
    ...more,
  };
}

interface Sold {
  /** A new one unless somebody is said. */
  rep?: Person;
  /** A new one of the rep's unless one is said. */
  customer?: { customerId: string };
  amountFen?: number;
  /** Today unless said otherwise. */
  signedOn?: string;
  /** None unless said otherwise. */
  contractNo?: string;
}

/** A sale that waits for the manager's word; of 10 万 today. */
export async function givenSale(
  company: Company,
  { rep, customer, amountFen, signedOn, contractNo }: Sold = {},
): Promise<SaleView> {
  const sold = {
    ...(amountFen !== undefined && { amountFen }),
    ...(signedOn !== undefined && { signedOn }),
    ...(contractNo !== undefined && { contractNo }),
  };
  const by = rep ?? (await givenRep(company));
  const of = customer ?? (await givenCustomer(company, { owner: by }));
  return (await company.as(by).call("sales.submit", undefined, saleBody(company, of, sold))).sale;
}

/** A sale that was submitted by its rep and confirmed, by the manager unless somebody else is said. */
export async function givenConfirmedSale(
  company: Company,
  { confirmedBy, ...sold }: Sold & { confirmedBy?: Person } = {},
): Promise<SaleView> {
  const sale = await givenSale(company, sold);
  return confirm(company, sale, confirmedBy ?? managerOf(company, sale.rep));
}

/** Who leads this person's team; finance where nobody else does. */
function managerOf(company: Company, { memberId }: { memberId: string }): Person | string {
  const { members, departments } = company.app.wecom.world;
  const [teamId] = members.find(({ userid }) => userid === memberId)?.department ?? [];
  const leaders = departments.find(({ id }) => id === teamId)?.leaders ?? [];
  return leaders.find((leaderId) => leaderId !== memberId) ?? company.finance;
}

/** Confirms a sale as it was read last. */
export async function confirm(
  company: Company,
  { saleId, revision }: SaleView,
  by: Person | string,
): Promise<SaleView> {
  const body = { commandId: company.newId(), revision, largeAmountSeen: true };
  return (await company.as(by).call("sales.confirm", { saleId }, body)).sale;
}
