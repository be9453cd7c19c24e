import { addDays, type BusinessDay, daysOf, type Month, weekdayOf } from "@shared/domain/time";
import { workdayTest } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../../lib/workCalendar";
import { at, type PastSale, type PastVisit } from "../history";
import { demoPeriod, demoTargets } from "../march";
import type { LargeCustomer } from "./customers";
import type { Rep } from "./people";
import { Chance } from "./random";
import type { Scale } from "./scale";

/** A rep's month as it went. */
export interface RepMonth {
  month: Month;
  targetFen: number;
  visits: PastVisit[];
  sales: PastSale[];
}

/** October begins with a holiday, December closes the year, February is the Spring Festival. */
const seasonOf: Readonly<Record<string, number>> = {
  "10": 0.9,
  "11": 1,
  "12": 1.25,
  "01": 0.95,
  "02": 0.7,
  "03": 1.05,
};
/** Less on Mondays and Fridays; a weekend day is worked where a holiday is made up for. */
const weekdayWeights = [0, 0.8, 1, 1.1, 1.1, 0.9, 0.4, 0.4];
/** The last working days of a month sell more. */
const closingDays = 5;
const closingWeight = 1.7;

/** @param lag what a team that falls behind sells of what it would */
export function repMonth(
  rep: Rep,
  customers: readonly LargeCustomer[],
  { month, lag }: { month: Month; lag: number },
  scale: Scale,
): RepMonth {
  const chance = new Chance(scale.seed, "month", rep.memberId, month);
  const days = workingDays(month);
  const past = days.filter((day) => day <= scale.until);
  const targetFen = targetOf(rep, month, scale);
  const ofTeam = new Chance(scale.seed, "team", rep.teamId, month).around(1, 0.15);
  const whole = Math.max(0.15, chance.around(skillOf(rep, scale), 0.45)) * ofTeam * lag;
  const attainment = whole * (past.length / days.length);
  const doneYuan = Math.round((targetFen / 100) * attainment);
  const confirmed = salesOf(rep, customers, { doneYuan, days: past, chance });
  const isLast = month === scale.months.at(-1);
  const waiting = isLast ? waitingSale(rep, customers, { sales: confirmed, chance }, scale) : [];
  const sales = [...confirmed, ...waiting];
  return { month, targetFen, visits: visitsOf(rep, customers, { sales, days: past, chance }), sales };
}

/** Now and then a sale of the last day waits for its decision, or came back to its rep. */
function waitingSale(
  rep: Rep,
  customers: readonly LargeCustomer[],
  { sales, chance }: { sales: readonly PastSale[]; chance: Chance },
  { until }: Scale,
): PastSale[] {
  const lot = chance.next();
  if (rep.isOfSmallDemo || lot > 0.1 || sales.some(({ signedOn }) => signedOn === until)) return [];
  return [
    {
      repId: rep.memberId,
      customer: chance.pick(customers),
      amountFen: priced(chance.between(20_000, 150_000), chance),
      signedOn: until,
      state: lot > 0.08 ? "returned" : "submitted",
      submittedAt: at(until, `17:${chance.whole(10, 59)}`),
      confirmedAt: null,
    },
  ];
}

/** Days of a month on which people work, holidays and the days that make up for them included. */
export function workingDays(month: Month): BusinessDay[] {
  const span = daysOf(month);
  const isWorkday = workdayTest(workCalendarOf(span));
  const days: BusinessDay[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  return days;
}

/** Some sell more than their target again and again, some less. */
const skillOf = (rep: Rep, scale: Scale): number => new Chance(scale.seed, "skill", rep.memberId).around(1.06, 0.35);

/** Whole 万, or what the small demo says. */
function targetOf(rep: Rep, month: Month, scale: Scale): number {
  const written = rep.isOfSmallDemo ? demoTargets[rep.memberId] : undefined;
  if (written !== undefined && month === demoPeriod) return written;
  const usualYuan =
    written === undefined ? new Chance(scale.seed, "target", rep.memberId).between(15, 60) * 10_000 : written / 100;
  return Math.round((usualYuan * (seasonOf[month.slice(5)] ?? 1)) / 10_000) * 1_000_000;
}

function salesOf(
  rep: Rep,
  customers: readonly LargeCustomer[],
  { doneYuan, days, chance }: { doneYuan: number; days: readonly BusinessDay[]; chance: Chance },
): PastSale[] {
  // None on the first day: somebody was there before.
  const sellingDays = days.slice(1);
  const count = Math.min(chance.whole(2, 5), sellingDays.length);
  const signedOn = new Set<BusinessDay>();
  while (signedOn.size < count) signedOn.add(sellingDay(sellingDays, chance));
  const parts = [...signedOn].sort().map((day) => ({
    day,
    customer: chance.pickWeighted(customers, ({ weight }) => weight),
    part: chance.between(0.4, 1.6),
  }));
  const whole = parts.reduce((sum, { part }) => sum + part, 0);
  return parts.map(({ day, customer, part }) => {
    const submittedAt = at(day, `${chance.whole(15, 17)}:${chance.whole(10, 59)}`);
    const confirmedAt = confirmationOf(day, submittedAt, days, chance);
    const amountFen = priced((doneYuan * part) / whole, chance);
    return { repId: rep.memberId, customer, amountFen, signedOn: day, state: "confirmed", submittedAt, confirmedAt };
  });
}

function sellingDay(days: readonly BusinessDay[], chance: Chance): BusinessDay {
  return chance.pickWeighted(
    days,
    (day, index) => (weekdayWeights[weekdayOf(day)] ?? 1) * (index >= days.length - closingDays ? closingWeight : 1),
  );
}

/** Mostly an hour later, sometimes on the next morning of the month. */
function confirmationOf(day: BusinessDay, submittedAt: Date, days: readonly BusinessDay[], chance: Chance): Date {
  const next = days[days.indexOf(day) + 1];
  const isLate = chance.happens(0.15);
  return isLate && next ? at(next, "09:30") : new Date(submittedAt.getTime() + chance.whole(5, 70) * 60_000);
}

/** What contracts are about: mostly whole thousands or hundreds, now and then to the fen. */
function priced(yuan: number, chance: Chance): number {
  const kind = chance.next();
  const stepYuan = kind < 0.6 ? 1_000 : kind < 0.88 ? 100 : 1;
  const whole = Math.max(stepYuan, 500, Math.round(yuan / stepYuan) * stepYuan) * 100;
  return stepYuan === 1 ? whole + chance.whole(0, 99) : whole;
}

const slots = ["09:", "10:", "13:", "14:", "16:"] as const;
const purposes = ["followUp", "followUp", "newBusiness", "samples", "payment", "service"] as const;
const people = ["采购部 刘经理", "张主任", "设备科 王工", "李总", "生产部 陈厂长", "办公室 周女士"] as const;
const records = [
  "确认了数量和交期，客户希望分两批到货。",
  "看了现场，带回两个技术问题。",
  "谈了价格，等对方内部会签。",
  "送了样品，下周给试用意见。",
  "回访了使用情况，没有问题。",
  "对方在比较两家，约了再谈。",
] as const;

function visitsOf(
  rep: Rep,
  customers: readonly LargeCustomer[],
  { sales, days, chance }: { sales: readonly PastSale[]; days: readonly BusinessDay[]; chance: Chance },
): PastVisit[] {
  const wanted = new Map<string, { customer: PastVisit["customer"]; on: BusinessDay; leads: boolean }>();
  const want = (customer: PastVisit["customer"], on: BusinessDay, leads = false) => {
    const key = `${on} ${customer.id}`;
    wanted.set(key, { customer, on, leads: leads || wanted.get(key)?.leads === true });
  };
  // What leads to a sale, at least one that counts, then the rest of the round.
  for (const { customer, signedOn } of sales) {
    const before = days.filter((day) => day < signedOn).slice(-8);
    want(customer, chance.pick(before), true);
    if (chance.happens(0.5)) want(customer, chance.pick(before));
  }
  for (let count = chance.whole(4, 9); count > 0; count -= 1) {
    want(
      chance.pickWeighted(customers, ({ weight }) => weight + 0.3),
      chance.pickWeighted(days, (day) => weekdayWeights[weekdayOf(day)] ?? 1),
    );
  }
  const perDay = new Map<BusinessDay, number>();
  const visits: PastVisit[] = [];
  const inOrder = [...wanted].sort(
    ([a, one], [b, other]) => Number(other.leads) - Number(one.leads) || (a < b ? -1 : 1),
  );
  for (const [, { customer, on, leads }] of inOrder) {
    const place = perDay.get(on) ?? 0;
    perDay.set(on, place + 1);
    const slot = slots[place];
    if (slot !== undefined) visits.push(visitAt(rep, customer, on, { slot, leads }, chance));
  }
  return visits.sort((a, b) => a.checkedInAt.getTime() - b.checkedInAt.getTime());
}

/** Nearly all count, and all that lead to a sale; a few were too far away, written down too late or not at all. */
function visitAt(
  rep: Rep,
  customer: PastVisit["customer"],
  on: BusinessDay,
  { slot, leads }: { slot: string; leads: boolean },
  chance: Chance,
): PastVisit {
  const checkedInAt = at(on, `${slot}${String(chance.whole(0, 59)).padStart(2, "0")}`);
  const lot = leads ? 1 : chance.next();
  const isFar = lot < 0.04;
  const isBlurred = lot >= 0.04 && lot < 0.08;
  const isUnwritten = lot >= 0.08 && lot < 0.12;
  return {
    repId: rep.memberId,
    customer,
    on,
    checkedInAt,
    recordedAt: isUnwritten ? null : new Date(checkedInAt.getTime() + chance.whole(20, 180) * 60_000),
    purpose: chance.pick(purposes),
    peopleMet: chance.pick(people),
    record: chance.pick(records),
    northM: isFar ? chance.whole(500, 2_000) : chance.whole(5, 150),
    accuracyM: isBlurred ? chance.whole(110, 300) : chance.whole(8, 60),
  };
}
