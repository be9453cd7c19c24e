import type { MemberBook, Fact, GivenInput, SaleFact } from "@shared/domain/pay";
import fc from "fast-check";
import { attainmentGiven, book, collection, firstOrder, payment, refund, sale, visit } from "./builders";

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((date) => `2026-03-${String(date).padStart(2, "0")}`);

/** Fen near edges as often as anywhere. */
export const amountFen = fc.oneof(
  fc.integer({ min: 1, max: 60_000_000 }),
  fc.constantFrom(1, 99, 999_999, 1_000_000, 1_000_001, 9_999_999, 10_000_000, 10_000_001, 20_000_000, 20_000_001),
);

const shares = fc.constantFrom(
  { share: "1", rest: "0" },
  { share: "0.7", rest: "0.3" },
  { share: "0.3333333333", rest: "0.6666666667" },
  { share: "0.001", rest: "0.999" },
);

const origin = fc.constantFrom("自有", "市场", "转介绍", undefined);

/** A sale with its share, its day of signature (maybe in the month before) and its day of confirmation. */
export const sales = (max: number): fc.Arbitrary<SaleFact[]> =>
  fc
    .array(
      fc.record({
        amount: amountFen,
        shares,
        on: day(1, 20),
        later: fc.integer({ min: 0, max: 10 }),
        before: fc.boolean(),
        origin,
      }),
      { maxLength: max },
    )
    .map((list) =>
      list.map(({ amount, shares: part, on, later, before, origin: from }, index) => {
        const countsOn = `2026-03-${String(Number(on.slice(8)) + later).padStart(2, "0")}`;
        const signed = before ? "2026-02-27" : on;
        return sale(amount, {
          id: `s${index}`,
          on: signed,
          countsOn,
          ...part,
          ...(from === undefined ? {} : { origin: from }),
        });
      }),
    );

/** Refunds of a sale in parts, of at most its amount. */
export function refundsOf(of: SaleFact, parts: number[]): Fact[] {
  const facts: Fact[] = [];
  let before = 0;
  parts.forEach((part, index) => {
    const fen = Math.min(part, of.amountFen - before);
    if (fen <= 0) return;
    facts.push(refund(of, fen, { before, at: index }));
    before += fen;
  });
  return facts;
}

const given: fc.Arbitrary<GivenInput[]> = fc
  .record({
    team: fc.integer({ min: 0, max: 150 }),
    target: fc.constantFrom(0, 1_000_000, 33_333_333, 66_666_667),
    satisfaction: fc.constantFrom("0.5", "0.6", "0.7777", "0.9", "1", null),
  })
  .map(({ team, target, satisfaction }) => [
    ...attainmentGiven("team", team, 100),
    { kind: "target", code: "sales.confirmed", of: "member", period: "2026-03", value: { fen: target } },
    {
      kind: "measure",
      code: "satisfaction",
      of: "member",
      period: "2026-03",
      value: satisfaction === null ? null : { decimal: satisfaction },
    },
  ]);

/** A month of somebody: sales alone and shared, first orders, refunds, money coming in, visits, payments; open or closed. */
export const historiesOf = (salesMax: number): fc.Arbitrary<MemberBook> =>
  fc
    .record({
      own: sales(salesMax),
      refunds: fc.array(
        fc.record({
          of: fc.nat(7),
          parts: fc.array(fc.integer({ min: 1, max: 30_000_000 }), { minLength: 1, maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      collected: fc.array(fc.record({ of: fc.nat(7), fen: amountFen }), { maxLength: 4 }),
      visitsCount: fc.nat(4),
      paid: fc.boolean(),
      state: fc.constantFrom("open" as const, "closed" as const),
      given,
    })
    .map(({ own, refunds, collected, visitsCount, paid, state, given: inputs }) => {
      const refunded = new Set<number>();
      const facts: Fact[] = [...own, ...own.filter((_, index) => index % 2 === 0).map(firstOrder)];
      for (const { of, parts } of refunds) {
        const target = own[of];
        if (target === undefined || refunded.has(of)) continue;
        refunded.add(of);
        facts.push(...refundsOf(target, parts));
      }
      collected.forEach(({ of, fen }, index) => {
        const target = own[of];
        if (target !== undefined) facts.push(collection(target, fen, index));
      });
      for (let index = 0; index < visitsCount; index += 1) facts.push(visit(`v${index}`));
      if (paid && own[0] !== undefined) facts.push(payment(`new-customer:newCustomer:${own[0].saleId}`, 50_000));
      return book(facts, { state, given: inputs });
    });

export const histories = historiesOf(8);
