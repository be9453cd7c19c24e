import { inTransaction } from "../../../../server/db";
import { manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import { JournalModel } from "../../../../server/features/ledger/journalModel";
import { syncDirectory } from "../../../../server/features/members";
import {
  type Company,
  confirm,
  type Customer,
  departmentIdOf,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const { manager } = team;
  const [rep, colleague] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const other = await givenTeam(company, { reps: [{}, {}] });
  const [otherRep, seller] = other.reps;
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  await givenPlan(company, { ...tutorialTiers, scope: { members: [colleague.memberId] } });
  await givenTargets(company, [
    [otherRep, 30_000_000],
    [seller, 70_000_000],
  ]);
  const [ofColleague, ofOtherRep, ofSeller] = [
    await givenCustomer(company, { owner: colleague }),
    await givenCustomer(company, { owner: otherRep }),
    await givenCustomer(company, { owner: seller }),
  ];
  return { team, other, manager, rep, colleague, otherRep, seller, customer, ofColleague, ofOtherRep, ofSeller };
});

let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let colleague: Person;
let otherRep: Person;
let seller: Person;
let customer: Customer;
let ofColleague: Customer;
let ofOtherRep: Customer;
let ofSeller: Customer;
beforeEach(async () => {
  ({ company, team, other, manager, rep, colleague, otherRep, seller, customer, ofColleague, ofOtherRep, ofSeller } =
    await start());
});

interface Posted {
  _id: string;
  revision: number;
  causes: { kind: string; id: string }[];
  postings: { book: string; account: string; amountFen: number }[];
}
const journalsOf = async ({ memberId }: Person) => (await stored("journals", { memberId })) as unknown as Posted[]; // as journalModel writes them
const accounts = ({ postings }: Posted) => postings.map(({ account, amountFen }) => [account, amountFen]);

it("posts what a sale earns from the first fen, under the sale's name", async () => {
  const { saleId } = await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  const [journal, ...more] = await journalsOf(rep);
  expect(more).toEqual([]);
  expect(journal).toMatchObject({ _id: `${rep.memberId}:2026-03:1`, causes: [{ kind: "sale", id: saleId }] });
  expect(journal && accounts(journal)).toEqual([
    [`expense:提成:${team.unitId}`, 150_000],
    [`earned:${rep.memberId}`, -150_000],
    [`expense:奖励:${team.unitId}`, 50_000],
    [`payable:${rep.memberId}`, -50_000],
  ]);
  expect(await checkedLedger()).toMatchObject({ difference: null, counts: { months: 1, facts: 2, journals: 1 } });
});

it("leaves the statement as it is after a visit that no plan pays for", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  await givenConsent(company, rep);
  await givenVisit(company, { rep, customer });
  expect(await journalsOf(rep)).toHaveLength(1);
  const [month] = await stored("statements", { _id: `${rep.memberId}:2026-03` });
  expect(month).toMatchObject({ revision: 1, bookRevision: 2 });
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

/** What others sold has moved the pay of this rep. @returns how many journals the rep had before that */
const givenTick = async () => {
  await givenConfirmedSale(company, { rep: otherRep, customer: ofOtherRep, amountFen: 30_000_000 });
  await company.workAll();
  const before = (await journalsOf(otherRep)).length;
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 170_000_000 });
  await company.workAll();
  return before;
};

it("names in the journal of a tick what it follows", async () => {
  const before = await givenTick();
  const journals = await journalsOf(otherRep);
  const ticks = journals.slice(before);
  expect(ticks.length).toBeGreaterThan(0);
  const causes = ticks.flatMap((journal) => journal.causes);
  expect(causes.every(({ kind, id }) => kind === "tick" && /^u[124]:2026-03@/.test(id))).toBe(true);
  expect(journals.map(({ revision }) => revision)).toEqual(journals.map((_, index) => index + 1));
});

it("posts nothing for a tick that changes nothing", async () => {
  await givenTick();
  const journals = await journalsOf(otherRep);
  // The factor stays at 1 however much more is sold below the next step.
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 100 });
  await company.workAll();
  expect(await journalsOf(otherRep)).toHaveLength(journals.length);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("names the directory for what a move changes", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000, signedOn: "2026-03-25" });
  company.app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(other.unitId)] });
  await syncDirectory(company.app.deps);
  await company.workAll();
  const last = (await journalsOf(rep)).at(-1);
  expect(last?.causes).toEqual([{ kind: "directory", id: `${rep.memberId}:2` }]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("books two sales of one rep that are confirmed in one moment, each with its journal", async () => {
  const sales = await Promise.all(
    [1, 2, 3].map((n) => givenSale(company, { rep: colleague, customer: ofColleague, amountFen: n * 7_000_001 })),
  );
  await Promise.all(sales.map((sale) => confirm(company, sale, manager)));
  expect((await journalsOf(colleague)).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

describe("a journal", () => {
  const journal = (postings: { book: "money" | "memorandum"; account: string; amountFen: number }[]) => ({
    _id: `${rep.memberId}:2026-03:9`,
    schemaVersion: 1,
    memberId: rep.memberId,
    period: "2026-03",
    repMonth: `${rep.memberId}:2026-03`,
    revision: 9,
    causes: [{ kind: "sale", id: "s1" }],
    postings: postings.map((posting) => ({ ...posting, lineId: "commission" })),
    postedAt: new Date(0),
    recordedAt: new Date(0),
  });
  const post = (record: ReturnType<typeof journal>) =>
    inTransaction((session) => JournalModel.create([record], { session }));

  it("is refused where one book does not add up to 0, though both together do", async () => {
    const uneven = journal([
      { book: "money", account: `earned:${rep.memberId}`, amountFen: -100 },
      { book: "memorandum", account: `estimated:${rep.memberId}`, amountFen: 100 },
    ]);
    await expect(post(uneven)).rejects.toThrow(/postings/);
    expect(await stored("journals")).toEqual([]);
  });

  it("is refused without a cause", async () => {
    await expect(post({ ...journal([]), causes: [] })).rejects.toThrow(/causes/);
  });

  it("is only ever added: nobody changes it or takes it away", async () => {
    await post(journal([]));
    const filter = { _id: `${rep.memberId}:2026-03:9` };
    await expect(JournalModel.updateOne(filter, { $set: { revision: 8 } })).rejects.toThrow("only ever added");
    await expect(JournalModel.deleteOne(filter)).rejects.toThrow("only ever added");
  });
});
