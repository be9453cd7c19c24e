import { z } from "zod";
import { businessDay, id, text } from "./common";

/*
 * The shape of a plan as the pay engine takes it. What a plan means is checked when it goes to review: here only that it can be
 * read at all, and that it is no larger than a plan can be.
 */

/** Names become keys of objects, so none is one that every object has. */
const isOwnName = (name: string): boolean => !(name in {});
/** Numbers of a plan are decimals as text and never pass through a float. */
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/);
const name = text(40).refine(isOwnName, { error: "name.reserved" });
const nameEn = text(80).optional();
const formula = text(2_000);
/** Of plans and components: part of ids. */
export const planCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .refine(isOwnName, { error: "name.reserved" });

const subject = z.enum(["member", "team", "branch", "company", "partners", "shops"]);
const inputPeriod = z.enum(["week", "month", "quarter", "year", "yearToDate", "previousMonth"]);
const periodLength = z.enum(["week", "month", "quarter", "year"]);
const unit = z.enum(["money", "count", "ratio", "decimal", "days"]);
const factKind = z.enum([
  "acceptance",
  "cashRefund",
  "collection",
  "creditNote",
  "followUp",
  "handover",
  "stage",
  "grant",
  "invoice",
  "lead",
  "leave",
  "manual",
  "newCustomer",
  "payment",
  "ruling",
  "sale",
  "training",
  "value",
  "visit",
]);
const role = z.enum(["owner", "marketing", "referrer", "support", "companion"]);

const filter = z.strictObject({
  stream: text(40).optional(),
  origin: text(40).optional(),
  customerClass: text(40).optional(),
  qualifying: z.boolean().optional(),
  newCustomer: z.boolean().optional(),
  stage: text(40).optional(),
  fromStage: text(40).optional(),
  course: text(60).optional(),
  code: text(60).optional(),
});

const named = { name, nameEn };
const measured = <Kind extends "measure" | "attainment" | "target" | "growth">(kind: Kind) =>
  z.strictObject({
    ...named,
    kind: z.literal(kind),
    code: text(60),
    of: subject,
    period: inputPeriod,
    filter: filter.optional(),
    unit: unit.optional(),
    countBy: z.enum(["share", "each"]).optional(),
    set: text(60).optional(),
    level: z.enum(["target", "challenge", "sprint"]).optional(),
  });
const layerRule = z.strictObject({
  by: text(60),
  cohort: z.enum(["team", "branch", "company"]),
  shares: z.array(decimal).min(2).max(10),
  from: z.enum(["previousPeriod", "current"]),
});
const scoreItem = z.strictObject({
  input: name,
  weight: decimal,
  cap: decimal.nullable().optional(),
  direction: z.enum(["up", "down"]).optional(),
});
const input = z.discriminatedUnion("kind", [
  measured("measure"),
  measured("attainment"),
  measured("target"),
  measured("growth"),
  z.strictObject({
    ...named,
    kind: z.literal("param"),
    code: text(60),
    unit,
    holder: z.enum(["member", "team", "plan"]).optional(),
  }),
  z.strictObject({
    ...named,
    kind: z.literal("layer"),
    code: text(60),
    period: inputPeriod,
    rule: layerRule.optional(),
  }),
  z.strictObject({
    ...named,
    kind: z.literal("score"),
    items: z.array(scoreItem).min(1).max(20),
    missing: z.enum(["block", "redistribute", "zero"]),
  }),
  z.strictObject({ ...named, kind: z.literal("lines"), components: z.array(planCode).min(1).max(40) }),
]);

const bandTable = z.strictObject({
  kind: z.literal("bands").optional(),
  ...named,
  by: z.enum(["money", "ratio", "count", "decimal"]),
  mode: z.enum(["whole", "marginal"]).optional(),
  shape: z.enum(["step", "linear"]).optional(),
  rows: z
    .array(z.strictObject({ upTo: decimal.nullable(), includes: z.boolean().optional(), value: decimal }))
    .min(1)
    .max(100),
});
const lookupTable = z.strictObject({
  kind: z.literal("lookup"),
  ...named,
  by: z.enum(["stream", "origin", "customerClass"]),
  unit: z.enum(["money", "ratio", "decimal"]).optional(),
  rows: z.array(z.strictObject({ key: text(40), value: decimal })).max(200),
  otherwise: decimal,
});

const tranche = z.strictObject({
  share: decimal,
  when: z.enum(["earned", "invoiced", "accepted", "collected", "paidInFull", "date"]),
  /** 立即, 次月5日, 7个工作日 */
  due: text(20),
  channel: z.enum(["redPacket", "payroll", "nonCash"]).optional(),
  after: z.enum(["signedOn", "confirmedOn"]).optional(),
  on: businessDay.optional(),
});
const dayCount = z.number().int().min(1).max(3_660);
const grantRule = z.strictObject({
  perMember: z.strictObject({ count: z.number().int().min(1).max(10_000), period: periodLength }).optional(),
  coolDownDays: dayCount.optional(),
});
const poolRule = z.strictObject({
  give: z.enum(["total", "each"]),
  by: z.enum(["equal", "share", "fixed"]),
  code: text(60).optional(),
  weights: z.record(id, decimal).optional(),
  members: z.strictObject({ daysMin: z.number().int().min(0).max(31), onLastDay: z.boolean() }).optional(),
});
const component = {
  code: planCode,
  ...named,
  kind: text(20),
  when: formula.optional(),
  amount: formula,
  cap: formula.optional(),
  floor: formula.optional(),
  refund: z.enum(["saleMonth", "original", "none"]).optional(),
  budget: text(60).optional(),
  grant: grantRule.optional(),
  onLeave: z.union([z.enum(["continue", "stop"]), z.strictObject({ untilDays: dayCount })]).optional(),
  recoverable: z.literal(true).optional(),
  pay: z.array(tranche).min(1).max(12).optional(),
  credit: role.optional(),
};
const eventComponent = z.strictObject({
  ...component,
  grain: z.literal("event"),
  on: factKind,
  filter: filter.optional(),
  oncePer: z.enum(["customer", "sale"]).optional(),
});
const periodComponent = z.strictObject({
  ...component,
  grain: z.literal("period"),
  period: periodLength,
  basis: name.optional(),
  settle: z.enum(["end", "toDate"]).optional(),
  pool: poolRule.optional(),
});

export const planShape = z.strictObject({
  code: planCode,
  ...named,
  version: z.number().int().min(1).max(10_000),
  /** First day that this version is in force. */
  validFrom: businessDay,
  /** Last day; campaigns only. */
  validTo: businessDay.optional(),
  layer: z.enum(["base", "campaign"]),
  extends: text(60).optional(),
  leavesOut: z.array(text(200)).max(100).optional(),
  differs: z
    .array(z.strictObject({ path: text(200), parent: text(2_000).nullable(), own: text(2_000).nullable() }))
    .max(500)
    .optional(),
  subject: z.enum(["member", "team"]).optional(),
  corrects: z
    .strictObject({ version: z.number().int().min(1).max(10_000), from: businessDay, reason: text(500) })
    .optional(),
  scope: z.strictObject({
    members: z.array(id).max(1_000).optional(),
    orgUnits: z.array(id).max(200).optional(),
    roles: z.array(text(40)).max(20).optional(),
    salesModes: z.array(text(40)).max(20).optional(),
  }),
  inputs: z.array(input).max(60),
  tables: z.array(z.union([bandTable, lookupTable])).max(30),
  components: z
    .array(z.discriminatedUnion("grain", [eventComponent, periodComponent]))
    .min(1)
    .max(40),
  stacking: z
    .array(
      z.strictObject({
        name,
        components: z.array(planCode).min(1).max(40),
        policy: z.enum(["sum", "best", "first"]),
      }),
    )
    .max(20),
  examples: z
    .array(
      z.strictObject({
        name: text(60),
        /** `150000元`, `0.95` by the name of the input. */
        given: z.record(name, text(40)),
        /** `2250元` by the code of the component. */
        expect: z.record(planCode, text(40)),
      }),
    )
    .max(100),
  needs: z
    .array(z.strictObject({ who: text(60), atLeast: text(40) }))
    .max(50)
    .optional(),
});
