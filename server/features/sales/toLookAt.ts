import type { AnswerOf } from "@shared/contracts";
import { largeThan } from "@shared/domain/sale";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { findCustomer, idsOf } from "../customers";
import { findEqualSale } from "./equalSale";
import { hadFirstOrder } from "./newCustomer";
import { sameClientsOf } from "./sameClients";
import type { SaleRecord } from "./saleModel";
import { sumMeasuresOf } from "./sumMeasures";

type ToLookAt = NonNullable<AnswerOf<"sales.read">["toLookAt"]>;

/** What whoever confirms a sale has to know of it: what its rep was asked as well, and what has become of an earlier return. */
export async function toLookAtOf(
  deps: Pick<Deps, "clock" | "settings">,
  sale: SaleRecord,
  reader: MemberActor,
): Promise<ToLookAt> {
  const customerIds = idsOf(await findCustomer(sale.customerId));
  const [equal, measures, sameClients, hadOrder] = await Promise.all([
    findEqualSale(sale),
    sumMeasuresOf(deps, sale.repId),
    sameClientsOf(deps, reader, customerIds),
    hadFirstOrder(customerIds),
  ]);
  return {
    sameClients,
    isFirstOrder: !hadOrder,
    large: largeThan(sale.amountFen, measures),
    equal: equal && {
      saleId: equal._id,
      state: equal.state,
      since: (equal.confirmedAt ?? equal.submittedAt).toISOString(),
      isDenied: sale.notRepeatOfId === equal._id,
    },
    sentBack: sentBackOf(sale),
  };
}

/** Why it came back, and what it said then where it says something else now. */
function sentBackOf(sale: SaleRecord): ToLookAt["sentBack"] {
  const { sentBack: was } = sale;
  if (!was) return null;
  const contractNo = was.contractNo ?? null;
  return {
    reason: was.reason,
    was: {
      ...(was.customerId !== sale.customerId && { customerName: was.customerName }),
      ...(was.amountFen !== sale.amountFen && { amountFen: was.amountFen }),
      ...(was.signedOn !== sale.signedOn && { signedOn: was.signedOn }),
      ...(contractNo !== (sale.contractNo ?? null) && { contractNo }),
    },
  };
}
