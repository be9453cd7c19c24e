import { evaluate } from "@shared/domain/pay";
import type { NewCustomerFact, Plan } from "@shared/domain/pay";
import { type Answer, decimalOf, type Inputs, UnreadableInput, whole, yuan } from "../inputs";
import { roundToFen } from "@shared/domain/money";
import { decimal } from "@shared/domain/pay/numbers/number";

const period = "2026-03";
const on = "2026-03-10";

/** A plan that rewards a new customer once, from the given first order on. */
function rewardPlan(unitYuan: string, thresholdYuan: string): Plan {
  return {
    code: "once",
    name: "新客户奖励",
    version: 1,
    validFrom: "2026-01-01",
    layer: "base",
    scope: {},
    inputs: [],
    tables: [],
    components: [
      {
        code: "new-customer",
        name: "新客户奖励",
        kind: "奖励",
        grain: "event",
        on: "newCustomer",
        oncePer: "customer",
        when: `首单金额 ≥ ${thresholdYuan}元`,
        amount: `${unitYuan}元`,
      },
    ],
    stacking: [],
    examples: [],
  };
}

function firstOrder(id: string, customerId: string, amountFen: number): NewCustomerFact {
  return {
    id: `newCustomer:${id}`,
    kind: "newCustomer",
    revision: 1,
    source: "derived",
    recordedAt: `${on}T10:00:00+08:00`,
    on,
    countsOn: on,
    bookedIn: period,
    saleId: id,
    customerId,
    amountFen,
    credits: [{ memberId: "rep", role: "owner", share: "1", fen: amountFen, teamId: "team" }],
  };
}

/** A customer is new with the first order alone, and a fact delivered again is the same fact. */
export function idempotentReward(inputs: Inputs): Answer {
  const [first] = inputs.has("orders") ? inputs.list("orders") : [inputs.json("order_amount")];
  if (first === undefined) throw new UnreadableInput("there is no order");
  const deliveries = inputs.has("deliveries") ? inputs.count("deliveries") : 1;
  const fact = firstOrder("first", "customer", roundToFen(decimal(decimalOf(first, "orders"))));
  const threshold = inputs.has("threshold") ? inputs.decimalText("threshold") : "10000";
  const plan = rewardPlan(inputs.decimalText("unit_amount"), threshold);
  const statement = evaluate([{ from: "2026-01-01", to: null, teamId: "team", versions: [plan] }], {
    memberId: "rep",
    period,
    state: "open",
    facts: Array.from({ length: deliveries }, () => fact),
    given: [],
    calendar: { holidays: [], workdays: [] },
  });
  // A reward of 0 yuan that qualifies is a payment of 0.
  const paying = statement.lines.filter(({ reason }) => reason.code === "paid" || reason.code === "amount.zero");
  return { payments: whole(paying.length), amount: yuan(statement.totals.amountFen) };
}
