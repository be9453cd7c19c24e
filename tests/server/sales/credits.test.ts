import mongoose from "mongoose";
import type { SaleView } from "@shared/contracts";
import { syncDirectory } from "../../../server/features/members";
import type { SaleConfirmed } from "../../../server/features/sales";
import { unitSalesAfterFen, unitSalesOn } from "../../../server/features/statements";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { checkedLedger } from "../../support/ledger";
import { lookAt, stored, storedCounts } from "../../support/testDatabase";

const wan = 1_000_000;
let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});
afterEach(async () => {
  expect((await checkedLedger()).difference).toBeNull();
});

interface Owner {
  memberId: string;
  share: string;
  from?: string;
  to?: string | null;
}
/** As if it had been arranged long ago. */
const owned = (customerId: string, owners: Owner[]) =>
  lookAt(() =>
    mongoose.connection
      .collection<{ _id: string }>("customers")
      .updateOne(
        { _id: customerId },
        { $set: { owners: owners.map((one) => ({ from: "2025-01-01", to: null, ...one })) } },
      ),
  );
const creditsOfSale = async ({ saleId }: SaleView) =>
  (await stored("credits", { kind: "sale" }))
    .filter(({ _id }) => String(_id).startsWith(`sale:${saleId}:`))
    .map(({ memberId, unitId, amountFen }): unknown[] => [memberId, unitId, amountFen]);
const payOf = async (memberId: string) =>
  (await world.statement(memberId)).lines.reduce((sum, line) => sum + line.amountFen, 0);
const teamDone = async (unitId: string) =>
  (await world.as("linjing").call("teams.read", { unitId, period: "2026-03" })).team.doneFen;
const incrementsOf = async ({ saleId }: SaleView) => {
  const events = [...(await stored("events")), ...(await stored("eventLog"))];
  // As the confirmation left it.
  const payloads = events
    .filter(({ type }) => type === "sale.confirmed")
    .map(({ payload }) => payload as SaleConfirmed);
  return payloads.find((payload) => payload.saleId === saleId)?.increments ?? [];
};

it("is not decided on by somebody who owns the customer, whoever has recorded it", async () => {
  await owned("c-haiyue", [{ memberId: "chenhao", share: "1" }]);
  const sale = await world.submitSale("xiaowang", "c-haiyue", 10 * wan);
  await expect(world.confirmSale("chenhao", sale)).rejects.toMatchObject({ code: "sale.ownConfirmation" });
  expect(await stored("facts", { kind: "sale" })).toHaveLength(0);
});

describe("a sale of a client that a leader owns a part of", () => {
  const given = async () => {
    await owned("c-haiyue", [
      { memberId: "chenhao", share: "0.5" },
      { memberId: "xiaowang", share: "0.5" },
    ]);
    return world.submitSale("xiaowang", "c-haiyue", 10 * wan);
  };
  const chenhao = () => world.as("chenhao");

  it("is in no list and count of what the leader decides on, and is read as an own one", async () => {
    const { saleId } = await given();
    const waiting = await world.submitSale("xiaoli", "c-nanyue", wan);
    const toDecide = (await chenhao().call("sales.list", { view: "toDecide" })).items;
    expect(toDecide).toMatchObject([{ saleId: waiting.saleId, mayDecide: true }]);
    expect((await chenhao().call("today.read")).leads[0]?.toDecideCount).toBe(1);
    expect((await chenhao().call("sales.read", { saleId })).sale).toMatchObject({
      state: "submitted",
      mayDecide: false,
    });
    expect((await world.as("linjing").call("sales.read", { saleId })).sale.mayDecide).toBe(true);
  });

  it("is not theirs to praise once another has confirmed it, and no message asks for that", async () => {
    const sale = await given();
    const { saleId } = sale;
    await world.confirmSale("linjing", sale);
    await world.workAll();
    expect((await chenhao().call("sales.read", { saleId })).sale.mayPraise).toBe(false);
    await expect(chenhao().call("praise.read", { saleId })).rejects.toMatchObject({ code: "right.missing" });
    const told = await stored("notices", { receiverId: "chenhao" });
    expect(told.map(({ _id }) => String(_id))).toEqual([`${saleId}:owner:chenhao`]);
  });
});

it("credits what a co-serving rep records to the client's owner, and tells both", async () => {
  const sale = await world.sale("liuyang", "c-desheng", 10 * wan);
  await world.workAll();
  expect(await creditsOfSale(sale)).toEqual([["wanglei", "u3", 10 * wan]]);
  expect((await world.as("liuyang").call("today.read")).mine?.doneFen).toBe(0);
  expect((await world.as("wanglei").call("today.read")).mine?.doneFen).toBe(10 * wan);
  expect(world.app.wecom.member("wanglei").sentences).toEqual(["恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!"]);
  expect(world.app.wecom.member("liuyang").sentences).toEqual([
    "恭喜你完成10万元订单,继续加油!这一单计给这家客户的负责人，你这里不计佣金。",
  ]);
});

it("splits a sale between owners of two teams, each in the own team and by the own plan", async () => {
  await owned("c-haiyue", [
    { memberId: "zhangsan", share: "0.3" },
    { memberId: "xiaowang", share: "0.7" },
  ]);
  await world.sale("wangfang", "c-qiming", 120 * wan);
  await world.sale("xiaoli", "c-nanyue", 120 * wan);
  await world.workAll();
  const sale = await world.sale("xiaowang", "c-haiyue", 10 * wan + 1);
  await world.workAll();
  expect(await creditsOfSale(sale)).toEqual([
    ["xiaowang", "u3", 7 * wan + 1],
    ["zhangsan", "u4", 3 * wan],
  ]);
  expect([await teamDone("u3"), await teamDone("u4")]).toEqual([127 * wan + 1, 123 * wan]);
  const increments = await incrementsOf(sale);
  expect(increments.map(({ memberId, teamId, creditFen }) => [memberId, teamId, creditFen])).toEqual([
    ["xiaowang", "u3", 7 * wan + 1],
    ["zhangsan", "u4", 3 * wan],
  ]);
  expect(increments.every(({ ownFen }) => ownFen > 0)).toBe(true);
  expect(JSON.stringify(world.app.wecom.member("zhangsan").messages)).toContain("3万 / 10万");
});

it("tells a leader how far the own team came, whatever it has recorded since for clients of another", async () => {
  await owned("c-haiyue", [{ memberId: "zhangsan", share: "1" }]);
  const first = await world.sale("xiaoli", "c-nanyue", 10 * wan);
  const later = await world.sale("xiaowang", "c-haiyue", 50 * wan);
  expect([await unitSalesOn("u3", "2026-03-26"), await unitSalesOn("u4", "2026-03-26")]).toEqual([
    { amountFen: 10 * wan, count: 1 },
    { amountFen: 50 * wan, count: 1 },
  ]);
  const before = new Date(new Date(first.confirmedAt ?? "").getTime() - 1);
  const after = (unitId: string, instant: Date) => unitSalesAfterFen(unitId, "2026-03", instant);
  expect([await after("u3", before), await after("u4", before)]).toEqual([10 * wan, 50 * wan]);
  expect(await after("u4", new Date(later.confirmedAt ?? ""))).toBe(0);
});

it("stands on the visits of those whom it credits, before and after it is confirmed", async () => {
  await world.consent("liuyang");
  await world.consent("wanglei");
  await world.visit("liuyang", "c-desheng");
  const visit = await world.visit("wanglei", "c-desheng");
  const sale = await world.submitSale("liuyang", "c-desheng", 10 * wan);
  const behind = async () =>
    (await world.as("chenhao").call("sales.read", { saleId: sale.saleId })).footsteps.map(({ visitId }) => visitId);
  expect(await behind()).toEqual([visit.visitId]);
  const looked = await stored("auditEntries", { action: "checkIn.read" });
  expect(looked).toMatchObject([{ subject: "member:wanglei", detail: { visitIds: [visit.visitId] } }]);
  await world.confirmSale("chenhao", sale);
  expect(await behind()).toEqual([visit.visitId]);
  const [fact] = await stored("facts", { kind: "sale" });
  expect(fact?.fact).toMatchObject({ visitIds: [visit.visitId] });
});

it("notes whose visits somebody sees behind a line of pay, where the client is shared", async () => {
  await owned("c-desheng", [
    { memberId: "liuyang", share: "0.5" },
    { memberId: "wanglei", share: "0.5" },
  ]);
  await world.consent("liuyang");
  await world.consent("wanglei");
  const own = await world.visit("liuyang", "c-desheng");
  const others = await world.visit("wanglei", "c-desheng");
  await world.sale("liuyang", "c-desheng", 10 * wan);
  const as = world.as("liuyang");
  const lineId = (await world.statement("liuyang")).lines[0]?.lineId ?? "";
  for (const _look of ["made", "kept"]) {
    const { sales } = await as.call("statements.line", { period: "2026-03", lineId });
    const seen = sales.flatMap(({ footsteps }) => footsteps.map(({ visitId }) => visitId));
    expect(seen.sort()).toEqual([own.visitId, others.visitId].sort());
  }
  const look = { subject: "member:wanglei", detail: { period: "2026-03", lineId, visitIds: [others.visitId] } };
  expect(await stored("auditEntries", { action: "checkIn.read" })).toMatchObject([look, look]);
});

it("counts for the team and pays nobody where the client had no owner that day", async () => {
  await owned("c-haiyue", []);
  const sale = await world.sale("xiaowang", "c-haiyue", 10 * wan);
  await world.workAll();
  expect(await creditsOfSale(sale)).toEqual([["house:u3", "u3", 10 * wan]]);
  expect(await teamDone("u3")).toBe(10 * wan);
  expect(await payOf("xiaowang")).toBe(0);
  expect(await stored("statements", { memberId: "house:u3" })).toEqual([]);
  const { members } = await world.as("chenhao").call("teams.read", { unitId: "u3", period: "2026-03" });
  expect(members).toContainEqual({ memberId: "house:u3", name: "公司户", doneFen: 10 * wan, targetFen: null });
  expect(members?.reduce((sum, one) => sum + one.doneFen, 0)).toBe(10 * wan);
  expect(world.app.wecom.member("xiaowang").sentences.join()).toContain("计入公司户");
});

it("gives the part of an owner who had left to the house, and the rest to who stayed", async () => {
  await owned("c-haiyue", [
    { memberId: "sunwei", share: "0.4" },
    { memberId: "xiaowang", share: "0.6" },
  ]);
  world.app.wecom.removeMember("sunwei");
  await syncDirectory(world.app.deps);
  const before = await world.sale("xiaowang", "c-haiyue", 10 * wan, "2026-03-26");
  world.app.clock.set("2026-03-27T09:00:00+08:00");
  const after = await world.sale("xiaowang", "c-haiyue", 10 * wan, "2026-03-27");
  expect(await creditsOfSale(before)).toEqual([
    ["sunwei", "u4", 4 * wan],
    ["xiaowang", "u3", 6 * wan],
  ]);
  expect(await creditsOfSale(after)).toEqual([
    ["house:u3", "u3", 4 * wan],
    ["xiaowang", "u3", 6 * wan],
  ]);
});

it("stays with the owner of the day it was signed when another owns the client the next morning", async () => {
  const sale = await world.submitSale("xiaowang", "c-haiyue", 10 * wan);
  await owned("c-haiyue", [
    { memberId: "xiaowang", share: "1", to: "2026-03-26" },
    { memberId: "wanglei", share: "1", from: "2026-03-27" },
  ]);
  world.app.clock.set("2026-03-27T09:00:00+08:00");
  await world.confirmSale("chenhao", sale);
  expect(await creditsOfSale(sale)).toEqual([["xiaowang", "u3", 10 * wan]]);
});

it("is not confirmed while the shares of its day do not add up, and nothing changes", async () => {
  await owned("c-haiyue", [
    { memberId: "xiaowang", share: "0.5" },
    { memberId: "wanglei", share: "0.499" },
  ]);
  const sale = await world.submitSale("xiaowang", "c-haiyue", 10 * wan);
  await world.app.tokenOf("chenhao");
  const before = await storedCounts();
  await expect(world.confirmSale("chenhao", sale)).rejects.toMatchObject({ status: 409, code: "customer.sharesWrong" });
  expect(await storedCounts()).toEqual(before);
});

it("confirms sales of the same two people in opposite order at once, each once, also when sent twice", async () => {
  const halves = (...ids: string[]) => ids.map((memberId) => ({ memberId, share: "0.5" }));
  await owned("c-haiyue", halves("xiaowang", "wanglei"));
  await owned("c-desheng", halves("wanglei", "xiaowang"));
  const sales = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      n % 2 === 0
        ? world.submitSale("xiaowang", "c-haiyue", 10 * wan + n)
        : world.submitSale("wanglei", "c-desheng", 10 * wan + n),
    ),
  );
  const bodies = sales.map((sale) => ({ sale, body: { commandId: world.newId(), revision: sale.revision } }));
  const answers = await Promise.all(
    [...bodies, ...[...bodies].reverse()].map(({ sale, body }) =>
      world.as("chenhao").call("sales.confirm", { saleId: sale.saleId }, body),
    ),
  );
  const [first, again] = [answers.slice(0, 6), answers.slice(6).reverse()];
  expect(again).toEqual(first);
  const doneFen = async (memberId: string) => (await world.as(memberId).call("today.read")).mine?.doneFen ?? 0;
  expect((await doneFen("xiaowang")) + (await doneFen("wanglei"))).toBe(
    sales.reduce((sum, one) => sum + one.amountFen, 0),
  );
});

describe("what a sale brings", () => {
  it("is its own part, and apart from it what it lifts elsewhere by reaching a higher rate", async () => {
    await world.sale("wanglei", "c-desheng", 19 * wan);
    const before = await payOf("wanglei");
    const sale = await world.sale("wanglei", "c-desheng", 2 * wan);
    const [increment, ...more] = await incrementsOf(sale);
    expect(more).toEqual([]);
    const { ownFen = 0, othersFen = 0, others = [], zeroReason } = increment ?? {};
    expect(ownFen + othersFen).toBe((await payOf("wanglei")) - before);
    expect(ownFen).toBe(40_000);
    expect(othersFen).toBe(95_000);
    expect(others.reduce((sum, { fen }) => sum + fen, 0)).toBe(othersFen);
    expect(zeroReason).toBeNull();
  });

  it("is 0.00 for an order of 0.01 that lifts the month, without a word of commission for it", async () => {
    await world.sale("wanglei", "c-desheng", 20 * wan);
    const before = await payOf("wanglei");
    const sale = await world.sale("wanglei", "c-desheng", 1);
    const [increment] = await incrementsOf(sale);
    expect(increment).toMatchObject({ ownFen: 0, zeroReason: null });
    expect(increment?.othersFen).toBe((await payOf("wanglei")) - before);
    expect(increment?.othersFen).toBeGreaterThan(0);
    await world.workAll();
    expect(world.app.wecom.member("wanglei").sentences).toContain("恭喜你完成0.01元订单,继续加油!");
  });
});
