import { inTransaction } from "../../../server/db";
import { JournalModel } from "../../../server/features/ledger/journalModel";
import { syncDirectory } from "../../../server/features/members";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { checkedLedger } from "../../support/ledger";
import { stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

interface Posted {
  _id: string;
  revision: number;
  causes: { kind: string; id: string }[];
  postings: { book: string; account: string; amountFen: number }[];
}
const journalsOf = async (memberId: string) => (await stored("journals", { memberId })) as unknown as Posted[]; // as journalModel writes them
const accounts = ({ postings }: Posted) => postings.map(({ account, amountFen }) => [account, amountFen]);

it("posts what a sale earns from the first fen, under the sale's name", async () => {
  const { saleId } = await world.sale("xiaowang", "c-haiyue", 10_000_000);
  const [journal, ...more] = await journalsOf("xiaowang");
  expect(more).toEqual([]);
  expect(journal).toMatchObject({ _id: "xiaowang:2026-03:1", causes: [{ kind: "sale", id: saleId }] });
  expect(journal && accounts(journal)).toEqual([
    ["expense:提成:u3", 150_000],
    ["earned:xiaowang", -150_000],
    ["expense:奖励:u3", 50_000],
    ["payable:xiaowang", -50_000],
  ]);
  expect(await checkedLedger()).toMatchObject({ difference: null, counts: { months: 1, facts: 2, journals: 1 } });
});

it("posts nothing for a visit that no plan pays for, and gives the statement no new revision", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  await world.consent("xiaowang");
  await world.visit("xiaowang", "c-haiyue");
  expect(await journalsOf("xiaowang")).toHaveLength(1);
  const [month] = await stored("statements", { _id: "xiaowang:2026-03" });
  expect(month).toMatchObject({ revision: 1, bookRevision: 2 });
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("posts one journal for a tick, naming what it follows, and none for a tick that changes nothing", async () => {
  await world.sale("zhangsan", "c-hongda", 30_000_000);
  await world.workAll();
  const before = (await journalsOf("zhangsan")).length;
  await world.sale("wangfang", "c-qiming", 170_000_000);
  await world.workAll();
  const journals = await journalsOf("zhangsan");
  const ticks = journals.slice(before);
  expect(ticks.length).toBeGreaterThan(0);
  const causes = ticks.flatMap((journal) => journal.causes);
  expect(causes.every(({ kind, id }) => kind === "tick" && /^u[124]:2026-03@/.test(id))).toBe(true);
  expect(journals.map(({ revision }) => revision)).toEqual(journals.map((_, index) => index + 1));
  // The factor stays at 1 however much more is sold below the next step.
  await world.sale("wangfang", "c-qiming", 100);
  await world.workAll();
  expect(await journalsOf("zhangsan")).toHaveLength(journals.length);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("names the directory for what a move changes", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-03-25");
  world.app.wecom.putMember({ userid: "xiaowang", department: [4] });
  await syncDirectory(world.app.deps);
  await world.workAll();
  const last = (await journalsOf("xiaowang")).at(-1);
  expect(last?.causes).toEqual([{ kind: "directory", id: "xiaowang:2" }]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("books two sales of one rep that are confirmed in one moment, each with its journal", async () => {
  const sales = await Promise.all([1, 2, 3].map((n) => world.submitSale("wanglei", "c-desheng", n * 7_000_001)));
  await Promise.all(sales.map((sale) => world.confirmSale("chenhao", sale)));
  expect((await journalsOf("wanglei")).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

describe("a journal", () => {
  const journal = (postings: { book: "money" | "memorandum"; account: string; amountFen: number }[]) => ({
    _id: "xiaowang:2026-03:9",
    schemaVersion: 1,
    memberId: "xiaowang",
    period: "2026-03",
    repMonth: "xiaowang:2026-03",
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
      { book: "money", account: "earned:xiaowang", amountFen: -100 },
      { book: "memorandum", account: "estimated:xiaowang", amountFen: 100 },
    ]);
    await expect(post(uneven)).rejects.toThrow(/postings/);
    expect(await stored("journals")).toEqual([]);
  });

  it("is refused without a cause, and cannot be changed or taken away", async () => {
    await expect(post({ ...journal([]), causes: [] })).rejects.toThrow(/causes/);
    await post(journal([]));
    const filter = { _id: "xiaowang:2026-03:9" };
    await expect(JournalModel.updateOne(filter, { $set: { revision: 8 } })).rejects.toThrow("only ever added");
    await expect(JournalModel.deleteOne(filter)).rejects.toThrow("only ever added");
  });
});
