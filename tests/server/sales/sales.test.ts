import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../server/features/members";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { putStored, stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

const decide = (memberId: string, saleId: string, revision: number, commandId = randomUUID()) =>
  world.as(memberId).call("sales.confirm", { saleId }, { commandId, revision });

describe("recording a sale", () => {
  it("puts it before the manager, in no account yet", async () => {
    const sale = await world.submitSale("xiaowang", "c-haiyue", 10_000_000);
    expect(sale).toMatchObject({ state: "submitted", revision: 1, mayDecide: false });
    const { items } = await world.as("chenhao").call("sales.list", { view: "toDecide" });
    expect(items).toMatchObject([{ saleId: sale.saleId, mayDecide: true, rep: { name: "小王" } }]);
    const month = await world.statement("xiaowang");
    expect(month.pending).toEqual({ count: 1, amountFen: 10_000_000 });
    expect(month.totals).toEqual({ estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 });
  });

  it("is one sale, also when it arrives three times", async () => {
    const body = world.saleBody("c-haiyue", 10_000_000);
    const send = () => world.as("xiaowang").call("sales.submit", undefined, body);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await world.as("xiaowang").call("sales.list", { view: "mine" })).items).toHaveLength(1);
  });

  it("refuses tomorrow's contract, a stranger's customer and a sale id in use, and changes nothing", async () => {
    const future = world.saleBody("c-haiyue", 10_000_000, "2026-03-27");
    await expect(world.as("xiaowang").call("sales.submit", undefined, future)).rejects.toMatchObject({
      status: 422,
      code: "sale.inFuture",
    });
    await expect(world.submitSale("xiaowang", "c-hongda", 1)).rejects.toMatchObject({ code: "customer.unknown" });
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 100);
    const sameId = { ...world.saleBody("c-haiyue", 200), saleId };
    await expect(world.as("xiaowang").call("sales.submit", undefined, sameId)).rejects.toMatchObject({ status: 409 });
    expect((await world.as("xiaowang").call("sales.list", { view: "mine" })).items).toHaveLength(1);
  });

  it("is for members of a sales team", async () => {
    await expect(world.submitSale("linjing", "c-haiyue", 100)).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("the list of what waits for a decision", () => {
  /** 王磊's, and 陈浩's own ones, submitted one a minute. */
  async function givenSubmitted(repIds: readonly string[]): Promise<void> {
    const [sale] = await stored("sales", {
      _id: (await world.submitSale("wanglei", await world.addCustomer("wanglei"), 1)).saleId,
    });
    const sales = repIds.map((repId, at) => {
      const _id = `s${String(at).padStart(3, "0")}`;
      return { ...sale, _id, repId, sortKey: `2026-03-26T02:${_id}` };
    });
    await putStored("sales", sales);
  }
  const listed = async (cursor?: string) => {
    const { items, nextCursor } = await world
      .as("chenhao")
      .call("sales.list", { view: "toDecide", ...(cursor && { cursor }) });
    return { reps: [...new Set(items.map(({ rep }) => rep.memberId))], count: items.length, nextCursor };
  };

  it("has full pages, however many own sales a leader has between those of others", async () => {
    await givenSubmitted(Array.from({ length: 180 }, (_, at) => (at % 3 === 0 ? "wanglei" : "chenhao")));
    const first = await listed();
    expect(first).toMatchObject({ reps: ["wanglei"], count: 50 });
    expect(await listed(first.nextCursor ?? "")).toEqual({ reps: ["wanglei"], count: 11, nextCursor: null });
  });

  it("leads to no page that is empty, where only own ones are left", async () => {
    await givenSubmitted(Array.from({ length: 119 }, (_, at) => (at < 70 ? "chenhao" : "wanglei")));
    expect(await listed()).toEqual({ reps: ["wanglei"], count: 50, nextCursor: null });
  });
});

describe("who sees what of a sale", () => {
  it("shows finance the amount without visits, and the leader the visits with a note that somebody looked", async () => {
    await world.consent("xiaowang");
    await world.visit("xiaowang", "c-haiyue");
    const { saleId } = await world.sale("xiaowang", "c-haiyue", 10_000_000);
    const looks = () => stored("auditEntries", { action: "checkIn.read" });
    expect((await world.as("linjing").call("sales.read", { saleId })).footsteps).toEqual([]);
    await world.as("xiaowang").call("sales.read", { saleId });
    expect(await looks()).toEqual([]);
    expect((await world.as("chenhao").call("sales.read", { saleId })).footsteps).toHaveLength(1);
    expect(await looks()).toMatchObject([{ actor: { kind: "member", id: "chenhao" }, subject: "member:xiaowang" }]);
  });

  it("gives a leader's own sale to others to decide on", async () => {
    const customerId = await world.addCustomer("chenhao");
    const { saleId } = await world.submitSale("chenhao", customerId, 100);
    const toDecide = async (memberId: string) =>
      (await world.as(memberId).call("sales.list", { view: "toDecide" })).items.map((sale) => sale.saleId);
    expect(await toDecide("chenhao")).toEqual([]);
    expect(await toDecide("linjing")).toEqual([saleId]);
    expect((await world.as("chenhao").call("today.read")).leads[0]?.toDecideCount).toBe(0);
  });

  it("of a team that is dissolved is listed and counted for whoever leads above it", async () => {
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 100);
    const { departments, members } = world.app.wecom.world;
    departments.find(({ id }) => id === 2)?.leaders.push("zhaojing");
    // Its people sell for team 2 now.
    for (const member of members) member.department = member.department.map((id) => (id === 3 ? 4 : id));
    departments.splice(
      departments.findIndex(({ id }) => id === 3),
      1,
    );
    await syncDirectory(world.app.deps);
    world.app.passRealTime({ seconds: 6 });
    const leader = world.as("zhaojing");
    expect((await leader.call("sales.list", { view: "toDecide" })).items).toMatchObject([{ saleId }]);
    const { leads } = await leader.call("today.read");
    expect(leads.find(({ team }) => team.unitId === "u2")?.toDecideCount).toBe(1);
  });

  it("hears that it waits already when it is sent twice", async () => {
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 100);
    const again = {
      commandId: randomUUID(),
      revision: 1,
      customerId: "c-haiyue",
      amountFen: 200,
      signedOn: "2026-03-10",
    };
    const waiting = world.as("xiaowang").call("sales.resubmit", { saleId }, { ...again, contractNo: null });
    await expect(waiting).rejects.toMatchObject({ status: 409, code: "sale.alreadySubmitted" });
  });
});

describe("confirming a sale", () => {
  it("becomes a fact once, however often it is confirmed", async () => {
    const sale = await world.submitSale("xiaowang", "c-haiyue", 10_000_000);
    const commandId = randomUUID();
    const [first, again] = await Promise.all([
      decide("chenhao", sale.saleId, 1, commandId),
      decide("chenhao", sale.saleId, 1, commandId),
    ]);
    expect(again).toEqual(first);
    expect(first.sale).toMatchObject({ state: "confirmed", revision: 2, confirmedByName: "陈浩", mayDecide: false });
    await expect(decide("chenhao", sale.saleId, 1)).rejects.toMatchObject({
      status: 409,
      code: "sale.alreadyConfirmed",
    });
    const today = await world.as("xiaowang").call("today.read");
    expect(today.mine).toMatchObject({ doneFen: 10_000_000, ordersCount: 1 });
  });

  it("lets one of two deciders through", async () => {
    const sale = await world.submitSale("xiaowang", "c-haiyue", 10_000_000);
    const outcomes = await Promise.allSettled([
      decide("chenhao", sale.saleId, 1),
      decide("linjing", sale.saleId, 1),
      world
        .as("linjing")
        .call("sales.return", { saleId: sale.saleId }, { commandId: randomUUID(), revision: 1, reason: "金额不符" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is refused after a return, with an old revision, for an own sale and by strangers", async () => {
    const sale = await world.submitSale("xiaowang", "c-haiyue", 10_000_000);
    const { saleId } = sale;
    const returned = { commandId: randomUUID(), revision: 1, reason: "合同号缺失" };
    await world.as("chenhao").call("sales.return", { saleId }, returned);
    const twice = { ...returned, commandId: randomUUID(), revision: 2 };
    await expect(world.as("chenhao").call("sales.return", { saleId }, twice)).rejects.toMatchObject({
      code: "sale.alreadyReturned",
    });
    await expect(decide("chenhao", saleId, 2)).rejects.toMatchObject({ code: "sale.alreadyReturned" });

    const draft = { customerId: "c-haiyue", amountFen: 9_800_000, signedOn: "2026-03-25", contractNo: "HY-1" };
    const resubmitted = { commandId: randomUUID(), revision: 2, ...draft };
    const again = (await world.as("xiaowang").call("sales.resubmit", { saleId }, resubmitted)).sale;
    expect(again).toMatchObject({ state: "submitted", revision: 3, amountFen: 9_800_000, returnReason: null });
    await expect(decide("chenhao", saleId, 1)).rejects.toMatchObject({ status: 409, code: "stale" });
    await expect(decide("xiaowang", saleId, 3)).rejects.toMatchObject({ code: "sale.ownConfirmation" });
    await expect(decide("zhaojing", saleId, 3)).rejects.toMatchObject({ status: 403, code: "right.missing" });
    await expect(world.as("xiaoli").call("sales.read", { saleId })).rejects.toMatchObject({ code: "right.missing" });
    expect((await decide("chenhao", saleId, 3)).sale.state).toBe("confirmed");
  });

  it("can be taken back by its rep until then, and not afterwards", async () => {
    const first = await world.submitSale("xiaowang", "c-haiyue", 100);
    const withdraw = (saleId: string, revision: number) =>
      world.as("xiaowang").call("sales.withdraw", { saleId }, { commandId: randomUUID(), revision });
    expect((await withdraw(first.saleId, 1)).sale.state).toBe("cancelled");
    const second = await world.sale("xiaowang", "c-haiyue", 100);
    await expect(withdraw(second.saleId, 2)).rejects.toMatchObject({ code: "sale.alreadyConfirmed" });
  });

  it("stands on the rep's effective visits at that customer, the newest first", async () => {
    await world.consent("xiaowang");
    await world.visit("xiaowang", "c-yuelian");
    const visit = await world.visit("xiaowang", "c-haiyue");
    const { saleId } = await world.sale("xiaowang", "c-haiyue", 10_000_000);
    const { footsteps } = await world.as("xiaowang").call("sales.read", { saleId });
    expect(footsteps.map((step) => step.visitId)).toEqual([visit.visitId]);
    expect(footsteps[0]?.checkIn).toMatchObject({ verdict: "inside" });
  });
});
