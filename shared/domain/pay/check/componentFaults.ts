import { type CompiledComponent, compilePlan } from "../plan/compile";
import { fieldNamed, fieldsOf } from "../facts/factFields";
import { namesIn } from "../formula";
import { dayPowerOf } from "../plan/dayPower";
import { compare, exactOfDecimal, one, signOfExact, sumOf, zero } from "../numbers/number";
import { fault, type PlanFault } from "./planFault";
import { sumNamed } from "../facts/measures";
import type { Component, FactKind, PeriodComponent, Plan, ReleaseTrigger, Tranche } from "../types";

/** What a component asks for and cannot have, apart from its formulas. Its plan's tables must be sound. */
export function componentFaults(plan: Plan): PlanFault[] {
  return compilePlan(plan).components.flatMap((compiled) => [
    ...payFaults(compiled.component),
    ...basisFaults(compiled.component, plan),
    ...orderFaults(compiled.component, plan),
    ...weekFaults(compiled, plan),
    ...settleFaults(compiled.component),
    ...otherPeriodFaults(compiled, plan),
    ...drawFaults(compiled.component),
    ...eventFaults(compiled, plan),
    ...moneyFaults(compiled.component, plan),
  ]);
}

/** What is paid on money has to come back with it: line by line, or by what the money given back takes in its turn. */
function moneyFaults(component: Component, plan: Plan): PlanFault[] {
  if (component.grain !== "event" || component.on !== "collection") return [];
  if (component.refund === "original" || component.refund === "none") return [];
  const comesBack = compilePlan(plan).components.some(
    ({ component: other, formulas }) =>
      other.grain === "event" &&
      other.on === "cashRefund" &&
      (other.credit ?? "owner") === (component.credit ?? "owner") &&
      formulas.amount !== undefined &&
      [...namesIn(formulas.amount)].some((name) => fieldNamed("cashRefund", name)?.field === "amount"),
  );
  if (comesBack) return [];
  const message = `「${component.name}」按回款发，退款时收不回来：加一个按退款金额算的项目，或把退款规则改为按原单扣回`;
  return [fault(`${pathOf(component)}.refund`, "refund.noWayBack", message)];
}

const pathOf = ({ code }: Component): string => `components.${code}`;

const dueForm = /^(立即|次月([1-9]|[12]\d|3[01])日|([1-9]\d{0,2})个工作日)$/;

function payFaults(component: Component): PlanFault[] {
  const path = `${pathOf(component)}.pay`;
  const { pay } = component;
  if (pay === undefined) return [];
  const faults: PlanFault[] = [];
  const shares = pay.map((tranche) => exactOfDecimal(tranche.share) ?? zero);
  if (shares.some((share) => signOfExact(share) <= 0))
    faults.push(fault(path, "share.invalid", "每个发放份额都要是大于 0 的小数"));
  if (compare(sumOf(shares), one) !== 0) faults.push(fault(path, "shares.notWhole", "发放份额加起来要正好是 1"));
  for (const { due } of pay.filter((tranche: Tranche) => !dueForm.test(tranche.due)))
    faults.push(fault(path, "due.invalid", `发放时间「${due}」要写成「立即」「次月5日」或「7个工作日」`));
  if (pay.some(({ when, on }) => (when === "date") !== (on !== undefined)))
    faults.push(fault(path, "date.notNamed", "按约定的日子发放要写明是哪一天，其他发放条件不写日子"));
  if (pay.some((tranche) => tranche.after !== undefined && !hasSaleDay(tranche, component)))
    faults.push(
      fault(path, "after.withoutSale", "从签约或确认那天起算，只能用于按单算或按款项发的项目，并写成「7个工作日」这样"),
    );
  return faults;
}

/** Working days run from a day of the sale where the amount belongs to one. */
function hasSaleDay({ due, when }: Tranche, component: Component): boolean {
  if (!due.endsWith("个工作日") || when === "date") return false;
  return when !== "earned" || (component.grain === "event" && saleKinds.has(component.on));
}

const saleKinds: ReadonlySet<FactKind> = new Set([
  "sale",
  "newCustomer",
  "creditNote",
  "invoice",
  "acceptance",
  "collection",
  "cashRefund",
]);

function basisFaults(component: Component, plan: Plan): PlanFault[] {
  if (component.grain !== "period") return [];
  if (component.basis === undefined) {
    if (component.refund !== "original") return [];
    const message = "按原单扣回退款要有分摊依据，不然不知道该扣多少";
    return [fault(`${pathOf(component)}.refund`, "refund.withoutBasis", message)];
  }
  const basis = plan.inputs.find((input) => input.name === component.basis);
  if (basis?.kind === "measure") return [];
  const message = `分摊依据「${component.basis}」不是这个方案的指标`;
  return [fault(`${pathOf(component)}.basis`, "basis.unknown", message)];
}

const ofOrders: ReadonlySet<ReleaseTrigger> = new Set(["invoiced", "accepted", "collected", "paidInFull"]);

/**
 * What goes out with the money of orders, or is taken back with theirs, has to be divided among them: own facts of the month that is paid. A
 * month's book has no others.
 */
function orderFaults(component: Component, plan: Plan): PlanFault[] {
  const { name, pay, refund } = component;
  // What a team divides has faults of its own.
  if (component.grain === "period" && component.pool !== undefined) return [];
  const kinds = orderKindsOf(component, plan);
  const faults: PlanFault[] = [];
  const isByOrders = refund === "original" && component.grain === "period" && component.settle !== "toDate";
  if (isByOrders && component.basis !== undefined && kinds.length === 0) {
    const message = `「${name}」分摊不到当月自己的单子，没法按原单扣回：换成按月算、分摊依据用当月个人的指标，或把退款规则改为按销售当月重算`;
    faults.push(fault(`${pathOf(component)}.refund`, "refund.otherMonths", message));
  }
  if (pay?.some(({ when }) => ofOrders.has(when)) && !kinds.some((kind) => saleKinds.has(kind))) {
    const message = `「${name}」没有对应到当月自己的销售单，开票、验收、回款都不会让它发出去：写上按单的分摊依据，或改为算定后发`;
    faults.push(fault(`${pathOf(component)}.pay`, "pay.withoutOrders", message));
  }
  return faults;
}

/** The kinds of facts that its amount is divided among. */
function orderKindsOf(component: Component, plan: Plan): readonly FactKind[] {
  if (component.grain === "event") return [component.on];
  const basis = plan.inputs.find((input) => input.name === component.basis);
  if (basis?.kind !== "measure" || basis.of !== "member") return [];
  const isOfItsOrders = isWeekly(component)
    ? basis.period === "week"
    : basis.period === "month" && (component.period === "month" || component.settle === "toDate");
  return isOfItsOrders ? (sumNamed(basis.code)?.kinds ?? []) : [];
}

/** A week sums up weeks: what is paid by orders or by the month is known of the month alone, which the week may reach beyond. */
function weekFaults({ component, needs }: CompiledComponent, plan: Plan): PlanFault[] {
  if (!isWeekly(component)) return [];
  const faults: PlanFault[] = [];
  const others = plan.components.filter((other) => needs.includes(other.code) && !isWeekly(other));
  if (others.length > 0) {
    const names = others.map(({ name }) => `「${name}」`).join("");
    const message = `「${component.name}」按周算，只能合计同样按周算的项目，不能合计${names}：改为按月算，或去掉这些项目`;
    faults.push(fault(`${pathOf(component)}.amount`, "lines.ofWeek", message));
  }
  if (component.pool !== undefined) {
    const message = `「${component.name}」由团队分，成员按月认定，不能按周算：改为按月、季或年算`;
    faults.push(fault(`${pathOf(component)}.period`, "pool.week", message));
  }
  return faults;
}

const isWeekly = (component: Component): component is PeriodComponent & { period: "week" } =>
  component.grain === "period" && component.period === "week";

/** What is paid ahead is an amount of a period that comes back: nothing that is earned by an order, and nothing that is taken. */
function drawFaults({ grain, kind, recoverable, ...component }: Component): PlanFault[] {
  if (!recoverable || (grain === "period" && kind !== "扣减")) return [];
  const path = `components.${component.code}.recoverable`;
  return [fault(path, "draw.notAhead", `「${component.name}」是预支，要按月、季或年算，也不能是扣减`)];
}

/** What is paid to date has its refunds in the value to date; there is no single month whose orders would lose theirs. */
function settleFaults(component: Component): PlanFault[] {
  if (component.grain !== "period" || component.settle !== "toDate") return [];
  const path = `${pathOf(component)}.settle`;
  if (component.period === "month" || component.period === "week")
    return [fault(path, "settle.month", "按周或按月算的项目当月就结清，不用写「按月预发」")];
  if (component.refund !== "original") return [];
  const message = "按月预发的项目会把退款自动算进累计数，不能再按原单扣回：把退款规则改为按销售当月重算";
  return [fault(path, "settle.original", message)];
}

/**
 * What is of another length than the component's own period: lines of a month are not those of a quarter, and what is paid to date cannot be
 * reckoned from a single month's results, from which the months before would be taken off.
 */
function otherPeriodFaults({ component, inputs, needs }: CompiledComponent, plan: Plan): PlanFault[] {
  if (component.grain !== "period" || component.period === "month" || isWeekly(component)) return [];
  const path = `${pathOf(component)}.amount`;
  const { name, period, settle = "end" } = component;
  const isToDate = settle === "toDate";
  const isSummed = (code: string): boolean =>
    plan.components.some(
      (one) => one.code === code && one.grain === "period" && one.period === period && (one.settle ?? "end") === "end",
    );
  const faults: PlanFault[] = [];
  if (needs.some((code) => isToDate || !isSummed(code)))
    faults.push(
      fault(
        path,
        "lines.otherPeriod",
        `「${name}」按季或年算，合计到的只是结算那个月的项目：只能合计同样期末结算的项目`,
      ),
    );
  const ofMonth = isToDate
    ? inputs.find((input) => input.kind !== "lines" && dayPowerOf(input, "month") === 1)
    : undefined;
  if (ofMonth !== undefined)
    faults.push(
      fault(
        path,
        "settle.monthInput",
        `「${name}」按月预发，要用到目前为止的累计数算：「${ofMonth.name}」只是当月的数，改为按季或年`,
      ),
    );
  return faults;
}

function eventFaults({ component, needs }: CompiledComponent, plan: Plan): PlanFault[] {
  if (component.grain !== "event") return [];
  const faults: PlanFault[] = [];
  // Events are priced one by one, before there is any sum of lines.
  if (needs.length > 0)
    faults.push(fault(`${pathOf(component)}.amount`, "lines.inEvent", "按单算的项目不能用其他项目的合计"));
  const fields = new Set(fieldsOf(component.on).map((field) => field.name));
  for (const { name } of plan.inputs.filter((input) => fields.has(input.name)))
    faults.push(fault(`inputs.${name}`, "name.taken", `「${name}」是事件自己的字段，换一个名字`));
  return faults;
}
