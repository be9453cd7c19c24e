import type { AnswerOf } from "@shared/contracts";
import { judgeAmount } from "@shared/domain/sale";
import { findEqualSale } from "./equalSale";
import type { SaleRecord } from "./saleModel";

type ToLookAt = NonNullable<AnswerOf<"sales.read">["toLookAt"]>;

/** What whoever confirms a sale has to know of it: what its rep was asked as well, and what has become of an earlier return. */
export async function toLookAtOf(sale: SaleRecord, saleLimitYuan: number): Promise<ToLookAt> {
  const equal = await findEqualSale(sale);
  return {
    limitFen: isLarge(sale, saleLimitYuan) ? saleLimitYuan * 100 : null,
    equal: equal && {
      saleId: equal._id,
      state: equal.state,
      since: (equal.confirmedAt ?? equal.submittedAt).toISOString(),
      isDenied: sale.notRepeatOfId === equal._id,
    },
    sentBack: sentBackOf(sale),
  };
}

/** Whether whoever confirms it is asked whether the sum is meant. */
export const isLarge = ({ amountFen }: SaleRecord, saleLimitYuan: number): boolean =>
  judgeAmount(amountFen, saleLimitYuan * 100) !== "fine";

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
