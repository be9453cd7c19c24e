import { customersOf } from "../../../../server/dev/demoCompany/large/customers";
import { repMonth, type RepMonth } from "../../../../server/dev/demoCompany/large/months";
import { largePeople } from "../../../../server/dev/demoCompany/large/people";
import { largeScale } from "../../../../server/dev/demoCompany/large/scale";
import { siteRadiusM } from "../../../../server/dev/demoCompany/customers";
import type { PastSale } from "../../../../server/dev/demoCompany/history";
import { checkInRules } from "@shared/domain/checkIn";
import { businessDayOf } from "@shared/domain/time";

const { departments, members, teams } = largePeople(largeScale);
const reps = teams.flatMap((team) => team.reps);
const clientsOf = new Map(reps.map((rep) => [rep.memberId, customersOf(rep, largeScale)]));
const monthsOf = (months = largeScale.months): RepMonth[] =>
  reps.flatMap((rep) =>
    months.map((month) => repMonth(rep, clientsOf.get(rep.memberId) ?? [], { month, lag: 1 }, largeScale)),
  );
const all = monthsOf();
const sales = all.flatMap((month) => month.sales);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("the company that is generated for the large demo", () => {
  it("has 500 sellers in 20 teams of 10 branches, everybody with a name and an id of their own", () => {
    expect(reps).toHaveLength(500);
    expect(teams).toHaveLength(20);
    expect(departments.filter(({ name }) => name.endsWith("分公司"))).toHaveLength(10);
    expect(new Set(members.map(({ userid }) => userid)).size).toBe(members.length);
    expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    expect(new Set(members.map(({ mobile }) => mobile)).size).toBe(members.length);
  });

  it("sells on working days: not at the Spring Festival or on a Sunday, but on one that is worked for it", () => {
    const days = new Set(sales.map(({ signedOn }) => signedOn));
    for (const free of ["2025-10-01", "2025-10-08", "2026-01-01", "2026-02-17", "2026-03-01"])
      expect(days).not.toContain(free);
    expect(days).toContain("2026-02-28");
  });

  it("has done everything by the last day, each sale confirmed in its month", () => {
    for (const { signedOn, confirmedAt } of sales) {
      expect(signedOn <= largeScale.until).toBe(true);
      const confirmedOn = confirmedAt && businessDayOf(confirmedAt);
      if (confirmedOn) expect(confirmedOn.slice(0, 7)).toBe(signedOn.slice(0, 7));
      if (confirmedOn) expect(confirmedOn <= largeScale.until).toBe(true);
    }
  });

  it("has been where it sells: a visit of the same rep that counts, on a day before", () => {
    const visited = new Map<string, string[]>();
    for (const { repId, customer, on, recordedAt, northM, accuracyM } of all.flatMap(({ visits }) => visits)) {
      const key = `${repId} ${customer.id}`;
      if (recordedAt && northM <= siteRadiusM && accuracyM <= (checkInRules.accuracyMaxM ?? 0))
        visited.set(key, [...(visited.get(key) ?? []), on]);
    }
    const isBehind = ({ repId, customer, signedOn }: PastSale) =>
      (visited.get(`${repId} ${customer.id}`) ?? []).some((on) => on < signedOn);
    expect(sales.filter((sale) => !isBehind(sale))).toEqual([]);
  });

  it("sells for whole fen", () => {
    expect(sales.every(({ amountFen }) => Number.isSafeInteger(amountFen) && amountFen > 0)).toBe(true);
  });

  it("gets more than half of its sales from a third of its clients", () => {
    const byClient = new Map<string, number>();
    for (const { customer, amountFen } of sales)
      byClient.set(customer.id, (byClient.get(customer.id) ?? 0) + amountFen);
    const amounts = [...byClient.values()].sort((a, b) => b - a);
    const best = amounts.slice(0, Math.floor([...clientsOf.values()].flat().length / 3));
    expect(sum(best) / sum(amounts)).toBeGreaterThan(0.5);
  });

  it("has people well ahead of their targets and people well behind", () => {
    const ratios = all.map(({ sales, targetFen }) => sum(sales.map(({ amountFen }) => amountFen)) / targetFen);
    expect(ratios.filter((ratio) => ratio > 1.2).length).toBeGreaterThan(100);
    expect(ratios.filter((ratio) => ratio < 0.8).length).toBeGreaterThan(100);
  });

  it("is generated without chance or clock: the same twice", () => {
    expect(monthsOf(["2026-03"])).toEqual(monthsOf(["2026-03"]));
    expect(largePeople(largeScale)).toEqual(largePeople(largeScale));
  });
});
