import {
  type Assignment,
  type MemberBook,
  type Component,
  creditsOf,
  evaluate,
  type Fact,
  type GivenInput,
  type Line,
  type Plan,
  tracesOf,
} from "@shared/domain/pay";
import { refundCredits } from "@shared/domain/pay/facts/credits";
import type {
  CreditNoteFact,
  MoneyMovementFact,
  NewCustomerFact,
  PaymentFact,
  PlanInput,
  Role,
  TraceNode,
  SaleFact,
  StageFact,
  VisitFact,
} from "@shared/domain/pay";

export const me = "xiaowang";
export const other = "wanglei";
export const team = "u3";

interface Common {
  id?: string;
  on?: string;
  countsOn?: string;
  /** Decimal share of mine; the rest is the other's. */
  share?: string;
  rest?: string;
}

const base = (kind: string, { id = "s1", on = "2026-03-10", countsOn = on }: Common) => ({
  id: `${kind}:${id}`,
  revision: 1,
  source: "test",
  recordedAt: `${countsOn}T10:00:00+08:00`,
  on,
  countsOn,
  bookedIn: countsOn.slice(0, 7),
});

const credits = (amountFen: number, { share = "1", rest = "0" }: Common) =>
  creditsOf(amountFen, [
    { memberId: me, role: "owner", share, teamId: team },
    ...(share === "1" ? [] : [{ memberId: other, role: "owner" as const, share: rest, teamId: team }]),
  ]);

export function sale(amountFen: number, more: Common & Partial<SaleFact> = {}): SaleFact {
  const { id = "s1", share, rest, on, countsOn, ...fields } = more;
  const common = { id, share, rest, on, countsOn };
  return {
    ...base("sale", common),
    kind: "sale",
    saleId: id,
    customerId: `customer-${id}`,
    amountFen,
    credits: credits(amountFen, common),
    ...fields,
  };
}

/** One more refund of a sale, after what was refunded before. */
export function refund(of: SaleFact, refundFen: number, { before = 0, at = 1 } = {}): CreditNoteFact {
  return {
    ...base("creditNote", { id: `${of.saleId}-${at}`, on: of.on, countsOn: of.countsOn }),
    kind: "creditNote",
    saleId: of.saleId,
    customerId: of.customerId,
    amountFen: 0 - refundFen,
    credits: refundCredits(of.credits, before, refundFen),
  };
}

export const firstOrder = (of: SaleFact): NewCustomerFact => ({
  ...base("newCustomer", { id: of.saleId, on: of.on, countsOn: of.countsOn }),
  kind: "newCustomer",
  saleId: of.saleId,
  customerId: of.customerId,
  amountFen: of.amountFen,
  credits: of.credits,
});

export const collection = (of: SaleFact, amountFen: number, at = 1, on = of.countsOn): MoneyMovementFact => ({
  ...base("collection", { id: `${of.saleId}-${at}`, on }),
  kind: "collection",
  saleId: of.saleId,
  customerId: of.customerId,
  amountFen,
  credits: creditsOf(amountFen, of.credits),
});

/** Money of a sale that was given back. */
export const cashRefund = (of: SaleFact, amountFen: number, on = of.countsOn, at = 1): MoneyMovementFact => ({
  ...base("cashRefund", { id: `${of.saleId}-${at}`, on }),
  kind: "cashRefund",
  saleId: of.saleId,
  customerId: of.customerId,
  amountFen: 0 - amountFen,
  credits: refundCredits(of.credits, 0, amountFen),
});

export const visit = (id: string, on = "2026-03-10"): VisitFact => ({
  ...base("visit", { id, on }),
  kind: "visit",
  customerId: `customer-${id}`,
  credits: creditsOf(0, [{ memberId: me, role: "owner", share: "1", teamId: team }]),
});

/** That a client has reached a stage. */
export const stage = (customerId: string, to: string): StageFact => ({
  ...base("stage", { id: `${customerId}-${to}` }),
  kind: "stage",
  customerId,
  from: "初步接触",
  to,
  credits: creditsOf(0, [{ memberId: me, role: "owner", share: "1", teamId: team }]),
});

type Mine = "followUp" | "lead" | "value" | "manual" | "ruling" | "handover" | "leave" | "training";

/** A fact that is mine alone, with what its kind carries. */
export function mine<Kind extends Mine>(
  kind: Kind,
  id: string,
  {
    on,
    role = "owner",
    ...fields
  }: { on?: string; role?: Role } & Partial<Omit<Extract<Fact, { kind: Kind }>, "on">> = {},
): Extract<Fact, { kind: Kind }> {
  const amountFen = "amountFen" in fields && typeof fields.amountFen === "number" ? fields.amountFen : 0;
  return {
    ...base(kind, { id, on }),
    kind,
    credits: creditsOf(amountFen, [{ memberId: me, role, share: "1", teamId: team }]),
    ...(["manual", "ruling", "handover", "leave", "training"].includes(kind) && { reason: "写明", approvalId: null }),
    ...fields,
  } as Extract<Fact, { kind: Kind }>;
}

/** What is given of an input of the month. */
export const given = (more: Partial<GivenInput> & Pick<GivenInput, "code" | "value">): GivenInput => ({
  ...{ kind: "measure", of: "member", period: "2026-03" },
  ...more,
});

/** The value that a plan's input has in a month, as text: a component that pays so many yuan. */
export const valueOf = (input: object, facts: Fact[], more: Partial<MemberBook> = {}): string =>
  valuesOf(input, facts, more).join(" | ");

/** The same of each segment of the month. */
export function valuesOf(
  input: object,
  facts: Fact[],
  more: Partial<MemberBook> = {},
  assignments?: Assignment[],
): string[] {
  const asked = { name: "数", of: "member", period: "month", kind: "measure", ...input } as PlanInput;
  const of = plan({ inputs: [asked], components: [period({ code: "a", amount: "如果(数 = 数, 1元, 1元)" })] });
  const traces = [...tracesOf(assignments ?? assigned(of), book(facts, more)).values()];
  return traces.map(({ formula }) => (formula && leafIn(formula, asked.name)?.value.fraction) ?? "none");
}

function leafIn(node: TraceNode, name: string): TraceNode | null {
  if (node.node === "leaf") return node.name === name ? node : null;
  const parts = node.node === "choice" ? [node.condition, node.chosen] : node.parts;
  return parts.reduce<TraceNode | null>((found, part) => found ?? leafIn(part, name), null);
}

export const payment = (lineId: string, amountFen: number, id = "p1"): PaymentFact => ({
  ...base("payment", { id, on: "2026-03-20" }),
  kind: "payment",
  lineId,
  amountFen,
  channel: "redPacket",
  credits: [],
});

export const book = (facts: Fact[], more: Partial<MemberBook> = {}): MemberBook => ({
  memberId: me,
  period: "2026-03",
  state: "open",
  facts,
  given: [],
  calendar: { holidays: ["2026-04-04", "2026-04-05", "2026-04-06"], workdays: [] },
  ...more,
});

export const assigned = (versions: Plan | Plan[], more: Partial<Assignment> = {}): Assignment[] => [
  { from: "2026-01-01", to: null, teamId: team, versions: Array.isArray(versions) ? versions : [versions], ...more },
];

export const plan = (more: Partial<Plan>): Plan => ({
  code: "test",
  name: "测试方案",
  version: 1,
  validFrom: "2026-01-01",
  layer: "base",
  scope: {},
  inputs: [],
  tables: [],
  components: [],
  stacking: [],
  examples: [],
  ...more,
});

/** Done and target of a team or the company, so that attainment is done ÷ target. */
export const attainmentGiven = (
  subject: "team" | "company" | "member",
  doneFen: number,
  targetFen: number,
): GivenInput[] => [
  { kind: "measure", code: "sales.confirmed", of: subject, period: "2026-03", value: { fen: doneFen } },
  { kind: "target", code: "sales.confirmed", of: subject, period: "2026-03", value: { fen: targetFen } },
];

/** The line of a member's month under a plan. */
export const lineOf = (of: Plan | Plan[], month: MemberBook, id: string): Line => {
  const line = evaluate(assigned(of), month).lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
};

/** What each line of a month comes to. */
export const amounts = (of: Plan | Plan[], facts: Fact[], more: Partial<MemberBook> = {}) =>
  Object.fromEntries(evaluate(assigned(of), book(facts, more)).lines.map((line) => [line.id, line.amountFen]));

export const period = (more: Partial<Component> & { code: string; amount: string }): Component =>
  ({ name: more.code, kind: "奖金", grain: "period", period: "month", ...more }) as Component;

export const event = (more: Partial<Component> & { code: string; amount: string }): Component =>
  ({ name: more.code, kind: "奖励", grain: "event", on: "sale", ...more }) as Component;

export const ownSales = {
  name: "个人业绩",
  kind: "measure",
  code: "sales.confirmed",
  of: "member",
  period: "month",
} as const;
