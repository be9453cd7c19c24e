import {
  type Company,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenSale,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const other = await givenTeam(company, { reps: [{}] });
  const customer = await givenCustomer(company, { owner: rep });
  const colleagues = await givenCustomer(company, { owner: colleague });
  const others = await givenCustomer(company, { owner: other.reps[0] });
  const auditor = await givenMember(company, { roles: ["auditor"] });
  return { manager, rep, colleague, stranger: other.reps[0], auditor, customer, colleagues, others };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let stranger: Person;
let auditor: Person;
let customer: Customer;
let colleagues: Customer;
let others: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, stranger, auditor, customer, colleagues, others } = await start());
});

const seen = (person: Person, more: object = {}) => company.as(person).call("sales.list", { view: "seen", ...more });
const amounts = async (person: Person, more: object = {}) =>
  (await seen(person, more)).items.map(({ amountFen }) => amountFen).sort((a, b) => a - b);

/** One of a rep's, one of a colleague's of the same team, and one of another team's. */
async function givenThree(): Promise<void> {
  await givenConfirmedSale(company, { rep, customer, amountFen: 100 });
  await givenSale(company, { rep: colleague, customer: colleagues, amountFen: 200 });
  await givenSale(company, { rep: stranger, customer: others, amountFen: 400 });
}

describe("The list of all sales that somebody may read", () => {
  it.each([
    ["a rep those that they have recorded", () => rep, [100]],
    ["a leader those of the units led", () => manager, [100, 200]],
    ["finance everybody's", () => company.finance, [100, 200, 400]],
    ["HR none", () => company.hr, []],
  ])("shows %s, with what they come to", async (_, person, expected) => {
    await givenThree();
    expect(await amounts(person())).toEqual(expected);
    const amountFen = expected.reduce((sum, fen) => sum + fen, 0);
    expect((await seen(person())).total).toEqual({ count: expected.length, amountFen, isAtLeast: false });
  });

  it("is narrowed to one state, with the sum of that", async () => {
    await givenThree();
    const { items, total } = await seen(company.finance, { state: "submitted" });
    expect(items.map(({ state }) => state)).toEqual(["submitted", "submitted"]);
    expect(total).toEqual({ count: 2, amountFen: 600, isAtLeast: false });
  });

  it("is narrowed to what was recorded in a month", async () => {
    await givenThree();
    expect(await amounts(company.finance, { period: "2026-03" })).toHaveLength(3);
    expect(await seen(company.finance, { period: "2025-01" })).toMatchObject({ items: [], total: { count: 0 } });
  });

  it("notes which of them an auditor was shown", async () => {
    await givenThree();
    expect(await amounts(auditor)).toEqual([100, 200, 400]);
    const [look] = await stored("auditEntries", { action: "sales.list" });
    expect((look as unknown as { detail: { saleIds: string[] } }).detail.saleIds).toHaveLength(3);
  });

  describe("of more than a page", () => {
    const many = 230;
    beforeEach(async () => {
      const { saleId } = await givenSale(company, { rep, customer, amountFen: 100 });
      const [sale] = await stored("sales", { _id: saleId });
      const copies = Array.from({ length: many - 1 }, (_, at) => {
        const _id = `s${String(at).padStart(3, "0")}`;
        return { ...sale, _id, sortKey: `2026-03-20T02:${_id}` };
      });
      await putStored("sales", copies);
    });

    it.each(["newest", "oldest"] as const)("comes page by page, the %s first, each sale once", async (order) => {
      const keys: string[] = [];
      let cursor: string | undefined;
      const sizes: number[] = [];
      do {
        const page = await seen(manager, { order, ...(cursor && { cursor }) });
        keys.push(...page.items.map(({ saleId }) => saleId));
        sizes.push(page.items.length);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(sizes).toEqual([100, 100, 30]);
      expect(new Set(keys).size).toBe(many);
      const copies = keys.filter((saleId) => saleId.length === 4);
      const inOrder = [...copies].sort();
      expect(copies).toEqual(order === "oldest" ? inOrder : inOrder.reverse());
    });

    it("is counted and added up once, with its first page", async () => {
      const first = await seen(manager);
      expect(first.total).toEqual({ count: many, amountFen: many * 100, isAtLeast: false });
      expect((await seen(manager, { cursor: first.nextCursor ?? "" })).total).toBeUndefined();
    });
  });
});
