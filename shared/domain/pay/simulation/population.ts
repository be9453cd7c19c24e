import type { Fen } from "../../money";
import { type Month, monthOf } from "../../time";
import { measureNamed } from "../facts/measures";
import { unitOfInput } from "../plan/compile";
import type { Assignment, Credit, Fact, GivenInput, GivenValue, Plan, PlanInput, Unit } from "../types";
import { always, type SimulatedMonth } from "./simulate";

/** What people sell, in hundredths of their target: many near it, some far. */
const soldOfTarget = [0, 30, 50, 70, 79, 80, 90, 95, 99, 100, 100, 101, 105, 110, 120, 130, 150, 200, 250, 300];
const usualFen: Fen = 10_000_000;
const orderDays = ["04", "11", "18", "26"];

/**
 * A month of twenty people who are made up, for companies that have no months yet: with sales around their targets, each in four orders, everything
 * else as usual. The same each time.
 * @param before the version in force, null where there is none
 */
export function syntheticPopulation(draft: Plan, before: Plan | null): SimulatedMonth[] {
  const period = monthOf(draft.validFrom);
  const plans = [draft, ...(before ? [before] : [])];
  const given = plans.flatMap(({ inputs }) => inputs.flatMap((input) => givenFor(input, period)));
  const known = new Map(given.map((one) => [JSON.stringify([one.kind, one.code, one.of, one.filter]), one]));
  return soldOfTarget.map((hundredths, at): SimulatedMonth => {
    const memberId = `made-up-${String(at + 1).padStart(2, "0")}`;
    const assigned = (plan: Plan): Assignment => ({
      ...{ from: `${period}-01`, to: null, teamId: "made-up", versions: [always(plan)] },
    });
    const facts = orderDays.flatMap((day, order) =>
      factsOf(memberId, `${period}-${day}`, (usualFen / 400) * hundredths, order),
    );
    return {
      book: {
        ...{ memberId, period, state: "closed" as const, facts, given: [...known.values()] },
        calendar: { holidays: [], workdays: [] },
      },
      before: before ? [assigned(before)] : [],
      after: [assigned(draft)],
      group: "made-up",
    };
  });
}

function factsOf(memberId: string, on: string, amountFen: Fen, order: number): Fact[] {
  const id = `${memberId}-${order}`;
  const credit = (fen: Fen): Credit => ({ memberId, role: "owner", share: "1", fen, teamId: "made-up" });
  const common = {
    revision: 1,
    source: "madeUp",
    recordedAt: `${on}T10:00:00+08:00`,
    on,
    countsOn: on,
    bookedIn: monthOf(on),
  };
  const visits = [1, 2, 3].map((visit): Fact => ({
    ...common,
    id: `${id}-v${visit}`,
    kind: "visit",
    customerId: id,
    credits: [credit(0)],
  }));
  if (amountFen <= 0) return visits;
  const ordered = { ...common, saleId: id, customerId: id, amountFen, credits: [credit(amountFen)] };
  const sale: Fact = { ...ordered, id: `${id}-s`, kind: "sale", origin: "自有" };
  const collected: Fact = { ...ordered, id: `${id}-c`, kind: "collection", ageDays: 10 };
  const first: Fact[] = order === 0 ? [{ ...ordered, id: `${id}-n`, kind: "newCustomer" }] : [];
  return [sale, collected, ...first, ...visits];
}

/** What an input asks for beside own facts: targets that are just the usual, and results that just meet them. */
function givenFor(input: PlanInput, period: Month): GivenInput[] {
  if (input.kind === "param")
    return [{ kind: "param", code: input.code, of: "member", period, value: usualOf(input.unit, 500_000) }];
  if (input.kind === "layer")
    return [{ kind: "layer", code: input.code, of: "member", period, value: { decimal: "2" } }];
  if (!("of" in input) || input.period !== "month") return [];
  const unit = unitOfInput({ ...input, kind: "measure" });
  const { code, of, filter } = input;
  const common = { code, of, period, value: usualOf(unit, usualFen), ...(filter && { filter }) };
  const isOwn = of === "member" && measureNamed(code) !== null;
  return [
    ...(input.kind === "attainment" || input.kind === "target" ? [{ ...common, kind: "target" as const }] : []),
    ...(isOwn || input.kind === "target" ? [] : [{ ...common, kind: "measure" as const }]),
  ];
}

const usualOf = (unit: Unit, fen: Fen): GivenValue =>
  unit === "money" ? { fen } : { decimal: unit === "count" || unit === "days" ? "10" : "1" };
