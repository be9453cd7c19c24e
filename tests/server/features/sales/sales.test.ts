import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import {
  branchUnitId,
  type Company,
  type Customer,
  departmentIdOf,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenSale,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  saleBody,
  type Team,
} from "../../../support/given";
import { putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const { manager } = team;
  const [rep, colleague] = team.reps;
  const customer = await givenCustomer(company, { owner: rep });
  const other = await givenTeam(company, { reps: [{}] });
  const others = await givenCustomer(company, { owner: other.reps[0] });
  return { team, other, manager, rep, colleague, customer, others };
});

let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
let others: Customer;
beforeEach(async () => {
  ({ company, team, other, manager, rep, colleague, customer, others } = await start());
});

const decide = (person: Person, saleId: string, revision: number, commandId = randomUUID()) =>
  company.as(person).call("sales.confirm", { saleId }, { commandId, revision });

describe("recording a sale", () => {
  it("puts it before the manager, in no account yet", async () => {
    const sale = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
    expect(sale).toMatchObject({ state: "submitted", revision: 1, mayDecide: false });
    const { items } = await company.as(manager).call("sales.list", { view: "toDecide" });
    expect(items).toMatchObject([{ saleId: sale.saleId, mayDecide: true, rep: { name: rep.name } }]);
    const month = await company.statement(rep);
    expect(month.pending).toEqual({
      count: 1,
      amountFen: 10_000_000,
      newestSignedOn: sale.signedOn,
      earliestSignedOn: sale.signedOn,
    });
    expect(month.totals).toEqual({ estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 });
  });

  it("waits in the month in which it would count, and in none that is over", async () => {
    await givenSale(company, { rep, customer, amountFen: 10_000_000 });
    const january = await company.as(rep).call("statements.mine", { period: "2026-01" });
    expect(january.pending).toEqual({ count: 0, amountFen: 0 });
  });

  it("is one sale, also when it arrives three times", async () => {
    const body = saleBody(company, customer, { amountFen: 10_000_000, repeatSeen: false });
    const send = () => company.as(rep).call("sales.submit", undefined, body);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await company.as(rep).call("sales.list", { view: "mine" })).items).toHaveLength(1);
  });

  const submit = (body: ReturnType<typeof saleBody>) => company.as(rep).call("sales.submit", undefined, body);
  const minesCount = async () => (await company.as(rep).call("sales.list", { view: "mine" })).items.length;

  it("refuses tomorrow's contract", async () => {
    const future = saleBody(company, customer, { signedOn: "2026-03-27" });
    await expect(submit(future)).rejects.toMatchObject({ status: 422, code: "sale.inFuture" });
    expect(await minesCount()).toBe(0);
  });

  it("asks about a sum above the company's limit", async () => {
    const limitFen = company.app.deps.settings.SALE_LIMIT_YUAN * 100;
    const large = saleBody(company, customer, { amountFen: limitFen + 1, largeAmountSeen: false });
    await expect(submit(large)).rejects.toMatchObject({ status: 422, code: "sale.amountLarge" });
    expect(await minesCount()).toBe(0);
    await submit(saleBody(company, customer, { amountFen: limitFen + 1, largeAmountSeen: true }));
    await submit(saleBody(company, customer, { amountFen: limitFen }));
    expect(await minesCount()).toBe(2);
  });

  it("takes no sum above ten times the company's limit", async () => {
    const limitFen = company.app.deps.settings.SALE_LIMIT_YUAN * 100;
    const wrong = saleBody(company, customer, { amountFen: limitFen * 10 + 1, largeAmountSeen: true });
    await expect(submit(wrong)).rejects.toMatchObject({ status: 422, code: "sale.amountTooLarge" });
    expect(await minesCount()).toBe(0);
  });

  describe("that may be an earlier one, written down twice,", () => {
    const again = (more: Partial<ReturnType<typeof saleBody>> = {}) =>
      submit(saleBody(company, customer, { repeatSeen: false, ...more }));

    it("is stored only once it is known whether it is", async () => {
      const { sale } = await again();
      await expect(again()).rejects.toMatchObject({
        status: 409,
        code: "sale.maybeRepeated",
        problem: { earlier: { saleId: sale.saleId, submittedAt: "2026-03-26T01:00:00.000Z" } },
      });
      expect(await minesCount()).toBe(1);
    });

    it("asks once: who says that there are two has two", async () => {
      await again();
      await again({ repeatSeen: true });
      expect(await minesCount()).toBe(2);
    });

    it("asks about one of two that come at the same moment", async () => {
      const answers = await Promise.allSettled([again(), again()]);
      expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await minesCount()).toBe(1);
    });

    it("does not ask where sum or day differ, or the earlier one was taken back", async () => {
      const { sale } = await again();
      await again({ amountFen: 10_000_001 });
      await again({ signedOn: "2026-03-25" });
      const body = { commandId: randomUUID(), revision: sale.revision };
      await company.as(rep).call("sales.withdraw", { saleId: sale.saleId }, body);
      await again();
      expect(await minesCount()).toBe(4);
    });
  });

  it("refuses a customer whom the rep does not serve", async () => {
    await expect(submit(saleBody(company, others))).rejects.toMatchObject({ code: "customer.unknown" });
    expect(await minesCount()).toBe(0);
  });

  it("refuses a sale's id that is in use", async () => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 100 });
    const sameId = saleBody(company, customer, { amountFen: 200, saleId });
    await expect(submit(sameId)).rejects.toMatchObject({ status: 409 });
    expect((await company.as(rep).call("sales.list", { view: "mine" })).items).toMatchObject([{ amountFen: 100 }]);
  });

  it("is for members of a sales team", async () => {
    await expect(givenSale(company, { rep: company.finance, customer, amountFen: 100 })).rejects.toMatchObject({
      code: "right.missing",
    });
  });
});

describe("the list of what waits for a decision", () => {
  /** 王磊's, and 陈浩's own ones, submitted one a minute. */
  async function givenSubmitted(repIds: readonly string[]): Promise<void> {
    const [sale] = await stored("sales", {
      _id: (
        await givenSale(company, {
          rep: colleague,
          customer: await givenCustomer(company, { owner: colleague }),
          amountFen: 1,
        })
      ).saleId,
    });
    const sales = repIds.map((repId, at) => {
      const _id = `s${String(at).padStart(3, "0")}`;
      return { ...sale, _id, repId, sortKey: `2026-03-26T02:${_id}` };
    });
    await putStored("sales", sales);
  }
  const listed = async (cursor?: string) => {
    const { items, nextCursor } = await company
      .as(manager)
      .call("sales.list", { view: "toDecide", ...(cursor && { cursor }) });
    return { reps: [...new Set(items.map(({ rep }) => rep.memberId))], count: items.length, nextCursor };
  };

  it("has full pages, however many own sales a leader has between those of others", async () => {
    await givenSubmitted(
      Array.from({ length: 180 }, (_, at) => (at % 3 === 0 ? colleague.memberId : manager.memberId)),
    );
    const first = await listed();
    expect(first).toMatchObject({ reps: [colleague.memberId], count: 50 });
    expect(await listed(first.nextCursor ?? "")).toEqual({ reps: [colleague.memberId], count: 11, nextCursor: null });
  });

  it("leads to no page that is empty, where only own ones are left", async () => {
    await givenSubmitted(Array.from({ length: 119 }, (_, at) => (at < 70 ? manager.memberId : colleague.memberId)));
    expect(await listed()).toEqual({ reps: [colleague.memberId], count: 50, nextCursor: null });
  });
});

describe("a sale that waits", () => {
  const waits = async (now: string) => {
    ({ company, rep, customer } = await start({ now }));
    const { saleId } = await givenSale(company, { rep, customer, signedOn: "2026-03-26" });
    return (await company.as(rep).call("sales.read", { saleId })).waits;
  };

  it.each([
    ["at once, within working hours", "2026-03-26T16:05:00+08:00", null],
    ["next morning, where it comes in the evening", "2026-03-26T21:00:00+08:00", "2026-03-27T08:01:00+08:00"],
    ["on Monday, where it comes on Friday night", "2026-03-27T22:00:00+08:00", "2026-03-30T08:01:00+08:00"],
  ])("is told to who decides %s", async (_, now, toldFrom) => {
    const at = toldFrom && new Date(toldFrom).toISOString();
    expect(await waits(now)).toEqual({ since: new Date(now).toISOString(), toldFrom: at });
  });

  it("waits no more once it is confirmed", async () => {
    const sale = await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    expect((await company.as(rep).call("sales.read", { saleId: sale.saleId })).waits).toBeNull();
  });
});

describe("who sees what of a sale", () => {
  const givenSaleWithVisit = async () => {
    await givenConsent(company, rep);
    await givenVisit(company, { rep, customer });
    return givenConfirmedSale(company, { rep, customer });
  };
  const looks = () => stored("auditEntries", { action: "checkIn.read" });

  it("shows finance the amount without the visits", async () => {
    const { saleId } = await givenSaleWithVisit();
    expect((await company.as(company.finance).call("sales.read", { saleId })).footsteps).toEqual([]);
  });

  it("notes no look of reps at visits of their own", async () => {
    const { saleId } = await givenSaleWithVisit();
    expect((await company.as(rep).call("sales.read", { saleId })).footsteps).toHaveLength(1);
    expect(await looks()).toEqual([]);
  });

  it("shows the leader the visits with a note that somebody looked", async () => {
    const { saleId } = await givenSaleWithVisit();
    expect((await company.as(manager).call("sales.read", { saleId })).footsteps).toHaveLength(1);
    expect(await looks()).toMatchObject([
      { actor: { kind: "member", id: manager.memberId }, subject: `member:${rep.memberId}` },
    ]);
  });

  it("gives a leader's own sale to others to decide on", async () => {
    const own = await givenCustomer(company, { owner: manager });
    const { saleId } = await givenSale(company, { rep: manager, customer: own, amountFen: 100 });
    const toDecide = async (person: Person) =>
      (await company.as(person).call("sales.list", { view: "toDecide" })).items.map((sale) => sale.saleId);
    expect(await toDecide(manager)).toEqual([]);
    expect(await toDecide(company.finance)).toEqual([saleId]);
    expect((await company.as(manager).call("todos.mine")).items).toEqual([]);
  });

  it("of a team that is dissolved is listed and counted for whoever leads above it", async () => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 100 });
    const { departments, members } = company.app.wecom.world;
    const [gone, stays] = [departmentIdOf(team.unitId), departmentIdOf(other.unitId)];
    departments.find(({ id }) => id === departmentIdOf(branchUnitId))?.leaders.push(other.manager.memberId);
    // Its people sell for the other team now.
    for (const member of members) member.department = member.department.map((id) => (id === gone ? stays : id));
    const at = departments.findIndex(({ id }) => id === gone);
    departments.splice(at, 1);
    await syncDirectory(company.app.deps);
    company.app.passRealTime({ seconds: 6 });
    const leader = company.as(other.manager);
    expect((await leader.call("sales.list", { view: "toDecide" })).items).toMatchObject([{ saleId }]);
    expect((await leader.call("todos.mine")).items).toMatchObject([{ kind: "sale", subjectId: saleId }]);
  });

  it("hears that it waits already when it is sent twice", async () => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 100 });
    const again = {
      commandId: randomUUID(),
      revision: 1,
      customerId: customer.customerId,
      amountFen: 200,
      signedOn: "2026-03-10",
    };
    const waiting = company.as(rep).call("sales.resubmit", { saleId }, { ...again, contractNo: null });
    await expect(waiting).rejects.toMatchObject({ status: 409, code: "sale.alreadySubmitted" });
  });
});

describe("confirming a sale", () => {
  it("becomes a fact once, however often it is confirmed", async () => {
    const sale = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
    const commandId = randomUUID();
    const [first, again] = await Promise.all([
      decide(manager, sale.saleId, 1, commandId),
      decide(manager, sale.saleId, 1, commandId),
    ]);
    expect(again).toEqual(first);
    expect(first.sale).toMatchObject({
      state: "confirmed",
      revision: 2,
      confirmedByName: manager.name,
      mayDecide: false,
    });
    await expect(decide(manager, sale.saleId, 1)).rejects.toMatchObject({
      status: 409,
      code: "sale.alreadyConfirmed",
    });
    const today = await company.as(rep).call("today.read");
    expect(today.mine).toMatchObject({ doneFen: 10_000_000, ordersCount: 1 });
  });

  it("lets one of two deciders through", async () => {
    const sale = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
    const outcomes = await Promise.allSettled([
      decide(manager, sale.saleId, 1),
      decide(company.finance, sale.saleId, 1),
      company
        .as(company.finance)
        .call("sales.return", { saleId: sale.saleId }, { commandId: randomUUID(), revision: 1, reason: "金额不符" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("that is returned in a month's last days tells its rep by when it has to be redone", async () => {
    company.app.clock.set("2026-03-31T15:00:00+08:00");
    const { saleId } = await givenSale(company, { rep, customer });
    const body = { commandId: randomUUID(), revision: 1, reason: "金额和合同不一致" };
    await company.as(manager).call("sales.return", { saleId }, body);
    await company.workAll();
    const { items } = await company.as(rep).call("notices.list", {});
    expect(items[0]?.rows).toContainEqual({ name: "最迟", value: "3月31日（含）改好并确认才计入本月" });
  });

  describe("that was returned", () => {
    let saleId: string;
    const sendBack = (revision: number) => {
      const body = { commandId: randomUUID(), revision, reason: "合同号缺失" };
      return company.as(manager).call("sales.return", { saleId }, body);
    };
    const resubmit = async () => {
      const { customerId } = customer;
      const draft = { customerId, amountFen: 9_800_000, signedOn: "2026-03-25", contractNo: "HY-1" };
      const body = { commandId: randomUUID(), revision: 2, ...draft };
      return (await company.as(rep).call("sales.resubmit", { saleId }, body)).sale;
    };
    beforeEach(async () => {
      ({ saleId } = await givenSale(company, { rep, customer }));
      await sendBack(1);
    });

    it("says when it was submitted first, and when again", async () => {
      const seen = async () => (await company.as(rep).call("sales.read", { saleId })).sale;
      const { submittedAt, resubmittedAt } = await seen();
      expect(resubmittedAt).toBeNull();
      company.app.clock.advance({ hours: 24 });
      const again = await resubmit();
      const dayLater = new Date(Date.parse(submittedAt) + 86_400_000).toISOString();
      expect([again.submittedAt, again.resubmittedAt]).toEqual([submittedAt, dayLater]);
    });

    it("is not returned a second time", async () => {
      await expect(sendBack(2)).rejects.toMatchObject({ code: "sale.alreadyReturned" });
    });

    it("is refused", async () => {
      await expect(decide(manager, saleId, 2)).rejects.toMatchObject({ code: "sale.alreadyReturned" });
    });

    it("is done once it has come again", async () => {
      const again = await resubmit();
      expect(again).toMatchObject({ state: "submitted", revision: 3, amountFen: 9_800_000, returnReason: null });
      expect((await decide(manager, saleId, 3)).sale.state).toBe("confirmed");
    });

    it("is refused on what it was before it came again", async () => {
      await resubmit();
      await expect(decide(manager, saleId, 1)).rejects.toMatchObject({ status: 409, code: "stale" });
    });
  });

  it("is not for its own rep", async () => {
    const { saleId } = await givenSale(company, { rep, customer });
    await expect(decide(rep, saleId, 1)).rejects.toMatchObject({ code: "sale.ownConfirmation" });
  });

  it("is not for the leader of another team", async () => {
    const { saleId } = await givenSale(company, { rep, customer });
    await expect(decide(other.manager, saleId, 1)).rejects.toMatchObject({ status: 403, code: "right.missing" });
  });

  it("shows a colleague nothing of the sale", async () => {
    const { saleId } = await givenSale(company, { rep, customer });
    const reading = company.as(colleague).call("sales.read", { saleId });
    await expect(reading).rejects.toMatchObject({ code: "right.missing" });
  });

  const withdraw = (saleId: string, revision: number) =>
    company.as(rep).call("sales.withdraw", { saleId }, { commandId: randomUUID(), revision });

  it("leaves its rep time to take it back until then", async () => {
    const { saleId } = await givenSale(company, { rep, customer });
    expect((await withdraw(saleId, 1)).sale.state).toBe("cancelled");
  });

  describe("taken back by a wrong tap", () => {
    const restore = (person: Person, saleId: string, revision: number, commandId = randomUUID()) =>
      company.as(person).call("sales.restore", { saleId }, { commandId, revision });

    it("waits for the manager again as it was", async () => {
      const { saleId } = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
      await withdraw(saleId, 1);
      const commandId = randomUUID();
      const { sale } = await restore(rep, saleId, 2, commandId);
      expect(sale).toMatchObject({ state: "submitted", amountFen: 10_000_000, revision: 3 });
      expect((await restore(rep, saleId, 2, commandId)).sale).toEqual(sale);
      const { items } = await company.as(manager).call("sales.list", { view: "toDecide" });
      expect(items).toMatchObject([{ saleId, mayDecide: true }]);
      expect((await decide(manager, saleId, 3)).sale.state).toBe("confirmed");
    });

    it("is restored by its own rep alone", async () => {
      const { saleId } = await givenSale(company, { rep, customer });
      await withdraw(saleId, 1);
      await expect(restore(colleague, saleId, 2)).rejects.toMatchObject({ code: "right.missing" });
    });

    it("is not restored from a page that shows how it was before", async () => {
      const { saleId } = await givenSale(company, { rep, customer });
      await withdraw(saleId, 1);
      await expect(restore(rep, saleId, 1)).rejects.toMatchObject({ code: "stale" });
    });

    it("is restored only where it was taken back", async () => {
      const { saleId } = await givenSale(company, { rep, customer });
      await expect(restore(rep, saleId, 1)).rejects.toMatchObject({ code: "sale.alreadySubmitted" });
    });
  });

  it("is the last moment at which its rep could have taken it back", async () => {
    const { saleId } = await givenConfirmedSale(company, { rep, customer });
    await expect(withdraw(saleId, 2)).rejects.toMatchObject({ code: "sale.alreadyConfirmed" });
  });

  it("stands on the rep's effective visits at that customer, the newest first", async () => {
    await givenConsent(company, rep);
    await givenVisit(company, { rep, customer: await givenCustomer(company, { owner: rep }) });
    const visit = await givenVisit(company, { rep, customer });
    const { saleId } = await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    const { footsteps } = await company.as(rep).call("sales.read", { saleId });
    expect(footsteps.map((step) => step.visitId)).toEqual([visit.visitId]);
    expect(footsteps[0]?.checkIn).toMatchObject({ verdict: "inside" });
  });
});
