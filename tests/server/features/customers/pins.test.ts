import { randomUUID } from "node:crypto";
import type { CheckInView } from "@shared/contracts";
import { jobActor } from "@shared/domain/actor";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import { crontab } from "../../../../server/jobs/crontab";
import { remindApprovers } from "../../../../server/features/approvals";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenPhoto,
  givenTeam,
  type Person,
  prepare,
  visitBody,
  withoutPin,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{ name: "小王" }, {}] });
  const [rep, colleague] = reps;
  const { manager: stranger } = await givenTeam(company);
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
  const another = await givenCustomer(company, { owner: rep });
  await givenConsent(company, rep);
  return { manager, rep, colleague, stranger, customer, another };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let stranger: Person;
let customer: Customer;
let another: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, stranger, customer, another } = await start());
});

const read = async ({ customerId }: Customer = customer) =>
  (await company.as(rep).call("customers.read", { customerId })).customer;
const siteOf = async (of: Customer = customer) => (await read(of)).sites[0];
const toDecide = async (by: Person) => (await company.as(by).call("pins.list", {})).items;
const propose = (by: Person, of: Customer = customer, northM = 300) => {
  const pin = { latDeg: of.site.pin.latDeg + northM / 111_195, lngDeg: of.site.pin.lngDeg };
  const body = { commandId: randomUUID(), pin, accuracyM: 15, note: "搬到隔壁楼了" };
  return company.as(by).call("pins.propose", { customerId: of.customerId, siteId: "s1" }, body);
};
type Asked = { proposalId: string; revision: number };
const decide = (by: Person, asked: Asked[], accepted = true) => {
  const items = asked.map(({ proposalId, revision }) => ({ proposalId, revision }));
  const body = { commandId: randomUUID(), accepted, reason: accepted ? null : "那是隔壁的仓库", items };
  return company.as(by).call("pins.decide", undefined, body);
};
const outcomes = async (...given: Parameters<typeof decide>) =>
  (await decide(...given)).items.map(({ outcome }) => outcome);

describe("a check-in at a place without a pin", () => {
  beforeEach(() => withoutPin(company, customer));

  const tap = async (accuracyM = 18, of: Customer = customer): Promise<CheckInView> => {
    const body = checkInBody(company, of, { northM: 0 });
    const fix = { ...of.site.pin, accuracyM, kind: "live" as const };
    return (await company.as(rep).call("checkIns.create", undefined, { ...body, fix })).checkIn;
  };
  const showPhoto = async ({ checkInId, review }: CheckInView): Promise<CheckInView> => {
    const photoId = await givenPhoto(company, rep);
    const body = { commandId: randomUUID(), revision: review?.revision ?? 0, text: "在大门口", photoId };
    return (await company.as(rep).call("checkIns.answer", { checkInId }, body)).checkIn;
  };

  it("counts with doubt once its rep shows a photo of the place", async () => {
    const checkIn = await tap();
    expect(checkIn.verdict).toBe("unverified");
    expect((await showPhoto(checkIn)).verdict).toBe("doubtful");
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
    expect(items).toMatchObject([{ verdict: "doubtful", review: { state: "open", doubts: ["noPin"] } }]);
  });

  it("makes the visit that was recorded there an effective one", async () => {
    const checkIn = await tap();
    const { visit } = await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    expect(visit.effective).toBe(false);
    await showPhoto(checkIn);
    await company.workAll();
    const after = await company.as(rep).call("visits.read", { visitId: visit.visitId });
    expect(after.visit.effective).toBe(true);
  });

  it("proposes the pin, which the leader confirms", async () => {
    await showPhoto(await tap());
    const [asked] = await toDecide(manager);
    expect(asked).toMatchObject({
      customerName: "海岳机械",
      byName: "小王",
      source: "checkIn",
      from: null,
      movedM: null,
    });
    expect(await outcomes(manager, asked ? [asked] : [])).toEqual(["decided"]);
    expect(await siteOf()).toMatchObject({ ...customer.site.pin, pinStatus: "confirmed", proposed: null });
    expect(await toDecide(manager)).toEqual([]);
    expect((await tap()).verdict).toBe("inside");
  });

  describe("whose pin is decided on", () => {
    const stateOf = async ({ checkInId }: CheckInView) => {
      const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
      return items.find((one) => one.checkInId === checkInId)?.review;
    };

    it("is accepted with it, since nothing else was in doubt", async () => {
      const checkIn = await showPhoto(await tap());
      await decide(manager, await toDecide(manager));
      await company.workAll();
      await company.workAll();
      expect(await stateOf(checkIn)).toMatchObject({ state: "accepted", decision: { byName: "陈浩" } });
      expect((await company.as(manager).call("todos.approvals")).items).toEqual([]);
    });

    it("waits on where something else is in doubt as well", async () => {
      const body = checkInBody(company, customer, { northM: 0 });
      const fix = { ...customer.site.pin, accuracyM: 18, kind: "live" as const };
      const late = { ...body, fix, timeKind: "uncertain" as const };
      const checkIn = await showPhoto((await company.as(rep).call("checkIns.create", undefined, late)).checkIn);
      await decide(manager, await toDecide(manager));
      await company.workAll();
      expect(await stateOf(checkIn)).toMatchObject({ state: "open" });
    });

    it("waits on where the pin is not taken, and its rep reads that", async () => {
      const checkIn = await showPhoto(await tap());
      await decide(manager, await toDecide(manager), false);
      await company.workAll();
      expect(await stateOf(checkIn)).toMatchObject({ state: "open" });
      expect(company.toldTo(rep)).toEqual([expect.stringContaining("那次打卡不跟着作废，仍等主管决定")]);
    });

    it("is decided on once where its leader does both at the same moment", async () => {
      const checkIn = await showPhoto(await tap());
      const asked = await toDecide(manager);
      const { revision } = (await stateOf(checkIn)) ?? { revision: 0 };
      const body = { commandId: randomUUID(), revision, accepted: false, reason: "那天他在公司" };
      await Promise.all([
        decide(manager, asked).then(() => company.workAll()),
        company.as(manager).send("reviews.decide", { params: { checkInId: checkIn.checkInId }, body }),
      ]);
      await company.workAll();
      const review = await stateOf(checkIn);
      expect(["accepted", "rejected"]).toContain(review?.state);
      expect(company.toldTo(rep).filter((said) => /认可/.test(said))).toHaveLength(1);
    });
  });

  it("proposes nothing without a photo, nor where the position was not exact", async () => {
    const body = { commandId: randomUUID(), revision: 1, text: "在大门口" };
    await company.as(rep).call("checkIns.answer", { checkInId: (await tap()).checkInId }, body);
    expect((await showPhoto(await tap(51))).verdict).toBe("unverified");
    expect(await stored("pinProposals")).toEqual([]);
  });

  it("counts by no photo once the place has a pin, wherever that is", async () => {
    const checkIn = await tap();
    const body = { commandId: randomUUID(), revision: (await read()).revision, name: "总部", address: "科学大道" };
    const params = { customerId: customer.customerId, siteId: "s1" };
    const pin = { latDeg: 23.5, lngDeg: 113.5 };
    await company.as(manager).call("sites.edit", params, { ...body, radiusM: customer.site.radiusM, pin });
    expect((await showPhoto(checkIn)).verdict).toBe("unverified");
    expect(await stored("pinProposals")).toEqual([]);
  });

  it("is judged and proposed once, however often its photo is sent", async () => {
    const { checkInId } = await tap();
    const photoId = await givenPhoto(company, rep);
    const body = { commandId: randomUUID(), revision: 1, text: "在大门口", photoId };
    const send = () => company.as(rep).call("checkIns.answer", { checkInId }, body);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await stored("pinProposals")).toMatchObject([{ revision: 1 }]);
  });
});

describe("a pin that is confirmed", () => {
  it("stays where it is until a leader agrees that it moves", async () => {
    await propose(rep);
    expect(await siteOf()).toMatchObject({ ...customer.site.pin, proposed: { byName: "小王" } });
    const asked = await toDecide(manager);
    expect(asked).toMatchObject([{ source: "moved", note: "搬到隔壁楼了", from: customer.site.pin, movedM: 300 }]);
    expect(await outcomes(manager, asked, false)).toEqual(["decided"]);
    expect(await siteOf()).toMatchObject({ ...customer.site.pin, pinStatus: "confirmed", proposed: null });
    await propose(rep);
    await decide(manager, await toDecide(manager));
    expect((await siteOf())?.latDeg).toBeCloseTo(customer.site.pin.latDeg + 300 / 111_195, 6);
  });

  it("is proposed to be elsewhere by those who serve the client, and nobody else", async () => {
    await expect(propose(colleague)).rejects.toMatchObject({ code: "right.missing" });
    await expect(propose(stranger)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is proposed from where nobody stands who has not accepted the text about positions, or has taken that back", async () => {
    const own = await givenCustomer(company, { owner: colleague });
    await expect(propose(colleague, own)).rejects.toMatchObject({ code: "pin.consentMissing" });
    await givenConsent(company, colleague);
    await propose(colleague, own);
    await company.as(colleague).call("privacy.withdrawConsent", undefined, { commandId: randomUUID() });
    await expect(propose(colleague, own)).rejects.toMatchObject({ code: "pin.consentMissing" });
    expect(await stored("pinProposals")).toMatchObject([{ state: "withdrawn", to: null }]);
  });

  it("is waited for no more once a leader has set it otherwise", async () => {
    const { proposalId, revision } = await propose(rep);
    const named = { name: "总部", address: "科学大道", radiusM: customer.site.radiusM };
    const body = { commandId: randomUUID(), revision: 1, ...named };
    const pin = { latDeg: 23.5, lngDeg: 113.5 };
    const params = { customerId: customer.customerId, siteId: "s1" };
    await company.as(manager).call("sites.edit", params, { ...body, pin });
    expect(await outcomes(manager, [{ proposalId, revision }])).toEqual(["closed"]);
    expect((await siteOf())?.latDeg).toBe(23.5);
    await company.workAll();
    expect(company.toldTo(rep).filter((said) => /另外定了/.test(said))).toHaveLength(1);
  });
});

describe("deciding", () => {
  it("takes many at once, and what became of one stops none of the others", async () => {
    const first = await propose(rep);
    const second = await propose(rep, another);
    // Proposed anew: it was asked about otherwise.
    await propose(rep, another, 500);
    const unknown = { proposalId: "pin-unknown", revision: 1 };
    expect(await outcomes(manager, [first, second, unknown])).toEqual(["decided", "stale", "notYours"]);
    expect((await siteOf())?.latDeg).not.toBe(customer.site.pin.latDeg);
    expect((await siteOf(another))?.latDeg).toBe(another.site.pin.latDeg);
  });

  it("that arrives twice is one decision", async () => {
    const items = [await propose(rep)];
    const body = { commandId: randomUUID(), accepted: true, reason: null, items };
    const send = () => company.as(manager).call("pins.decide", undefined, body);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await send()).toEqual(first);
    expect((await read()).revision).toBe(2);
  });

  it("is for leaders above the owner, and for nobody on an own one", async () => {
    const asked = [await propose(rep)];
    await expect(decide(rep, asked)).rejects.toMatchObject({ code: "right.missing" });
    expect(await outcomes(stranger, asked)).toEqual(["notYours"]);
    const own = await givenCustomer(company, { owner: manager });
    await givenConsent(company, manager);
    const proposal = await propose(manager, own);
    expect(await outcomes(manager, [proposal])).toEqual(["notYours"]);
    expect(await toDecide(stranger)).toEqual([]);
  });

  it("against it needs a reason", async () => {
    const items = [await propose(rep)];
    const body = { commandId: randomUUID(), accepted: false, reason: null, items };
    await expect(company.as(manager).call("pins.decide", undefined, body)).rejects.toMatchObject({
      code: "input.invalid",
    });
  });

  it("is told to whoever proposed it, once", async () => {
    await decide(manager, [await propose(rep)], false);
    await company.workAll();
    await company.workAll();
    expect(company.toldTo(rep).filter((said) => /那是隔壁的仓库/.test(said))).toHaveLength(1);
  });

  it("stands in the client's timeline", async () => {
    await decide(manager, [await propose(rep)]);
    const { items } = await company.as(rep).call("customers.timeline", { customerId: customer.customerId });
    expect(items.map(({ action, byName }) => [action, byName])).toEqual(
      expect.arrayContaining([
        ["pins.decide", "陈浩"],
        ["pins.propose", "小王"],
      ]),
    );
  });
});

it("a leader who looks at where somebody stood is told to whoever wishes it", async () => {
  const { revision } = (await company.app.me(rep.memberId)).member;
  const choice = { commandId: randomUUID(), revision, lookMessages: true };
  await company.as(rep).call("me.setLookMessages", undefined, choice);
  await propose(rep);
  await toDecide(manager);
  await company.workAll();
  expect(company.toldTo(rep).filter((said) => /陈浩/.test(said) && /看/.test(said))).toHaveLength(1);
});

it("is put before the leader from where the pin stands now, not from where it stood when it was proposed", async () => {
  await propose(rep);
  const moved = { latDeg: customer.site.pin.latDeg + 100 / 111_195, lngDeg: customer.site.pin.lngDeg };
  await lookAt(() =>
    CustomerModel.updateOne({ _id: customer.customerId }, { $set: { "sites.0.latDeg": moved.latDeg } }),
  );
  expect(await toDecide(manager)).toMatchObject([{ from: moved, movedM: 200 }]);
});

it("is refused as a whole where one stands twice among those decided on", async () => {
  const asked = await propose(rep);
  await expect(decide(manager, [asked, { ...asked, revision: 7 }])).rejects.toMatchObject({ code: "input.invalid" });
  expect(await toDecide(manager)).toHaveLength(1);
});

/** From tomorrow on, which is today then; who serves it beside the owner does so at once. */
const assign = async (owner: Person, coServedByIds: string[] = []) => {
  const owners = [{ memberId: owner.memberId, share: "1" }];
  const body = { commandId: randomUUID(), revision: 1, from: "2026-03-27", owners, coServedByIds, reason: null };
  await company.as(company.hr).call("customers.assign", { customerId: customer.customerId }, body);
  company.app.passRealTime({ seconds: 6 });
};

it("is not decided on by whose the client has become since", async () => {
  const asked = await propose(rep);
  await assign(manager);
  company.app.clock.advance({ hours: 24 });
  expect(await outcomes(manager, [asked])).toEqual(["notYours"]);
});

describe("where somebody stood who proposed a pin", () => {
  const keptFor = async () => (await stored("pinProposals")).map(({ state, to }): unknown[] => [state, to]);

  it("is kept while it waits, and goes with the decision", async () => {
    const first = await propose(rep);
    const second = await propose(rep, another);
    expect(await keptFor()).toEqual([
      ["open", expect.anything()],
      ["open", expect.anything()],
    ]);
    await decide(manager, [first]);
    await decide(manager, [second], false);
    expect((await keptFor()).sort()).toEqual([
      ["accepted", null],
      ["rejected", null],
    ]);
  });

  it("goes with their consent to positions, and nobody waits for it any more", async () => {
    await propose(rep);
    await company.workAll();
    const { positionsErased } = await company
      .as(rep)
      .call("privacy.withdrawConsent", undefined, { commandId: randomUUID() });
    await company.workAll();
    expect(positionsErased).toBe(1);
    expect([await keptFor(), await toDecide(manager)]).toEqual([[["withdrawn", null]], []]);
    // Who has taken it back needs not be told.
    expect(company.toldTo(rep)).toEqual([]);
  });

  it("goes after as long as positions are kept, and whoever waited for a word is told, once", async () => {
    await propose(rep);
    company.app.clock.advance({ hours: 24 * 91 });
    const job = crontab(company.app.deps).find(({ name }) => name === "erase-positions");
    const at = company.app.deps.clock.now();
    for (const runId of ["run-1", "run-2"]) await job?.run({ at, runId, actor: jobActor("erase-positions") });
    await company.workAll();
    expect(await keptFor()).toEqual([["lapsed", null]]);
    expect(company.toldTo(rep).filter((said) => /到期删除/.test(said))).toHaveLength(1);
  });

  it("is told to go where somebody else proposes the place anew", async () => {
    await propose(rep);
    await assign(rep, [colleague.memberId]);
    await givenConsent(company, colleague);
    await propose(colleague, customer, 500);
    await company.workAll();
    expect(company.toldTo(rep).filter((said) => /同事后来也提议了/.test(said))).toHaveLength(1);
    expect(await toDecide(manager)).toMatchObject([{ byName: colleague.name }]);
  });

  it("is among what they take along of the month", async () => {
    await propose(rep);
    const pins = async () => (await company.as(rep).call("privacy.export", { period: "2026-03" })).pins;
    expect(await pins()).toMatchObject([{ customerName: "海岳机械", note: "搬到隔壁楼了", state: "open" }]);
    expect((await pins())?.[0]?.position).toMatchObject({ lngDeg: customer.site.pin.lngDeg });
    await decide(manager, await toDecide(manager));
    expect(await pins()).toMatchObject([{ state: "accepted", position: null }]);
  });
});

it("a leader who looks at where somebody stood leaves a note that they see", async () => {
  await propose(rep);
  await toDecide(manager);
  const looks = await stored("auditEntries", { action: "checkIn.read" });
  expect(looks).toMatchObject([{ actor: { id: manager.memberId }, subject: `member:${rep.memberId}` }]);
});

describe("of pins that wait", () => {
  const asked = (person: Person) => company.toldTo(person).filter((said) => /定位点等你确认/.test(said));
  const at = async (time: string) => {
    company.app.clock.set(`${time}:00+08:00`);
    company.app.passRealTime({ hours: 1 });
    const slot = { at: company.app.deps.clock.now(), runId: `run-${time}` };
    // As two processes run it, and again.
    await Promise.all([remindApprovers(slot, company.app.deps), remindApprovers(slot, company.app.deps)]);
    await company.workAll();
  };

  it("a leader is told by one message a day, however many there are", async () => {
    await propose(rep);
    await propose(rep, another);
    await at("2026-03-26T10:10");
    await at("2026-03-26T11:10");
    expect(asked(manager)).toEqual([`海岳机械、${another.shortName}共 2 个地点的定位点等你确认，可以一次选多个。`]);
  });

  it("what came after that day's message is told on the next", async () => {
    await propose(rep);
    await at("2026-03-26T10:10");
    await propose(rep, another);
    await at("2026-03-26T11:10");
    expect(asked(manager)).toHaveLength(1);
    await at("2026-03-27T08:10");
    expect(asked(manager)).toHaveLength(2);
  });

  it("their leader is reminded after a day and after three, and whoever stood there told whom it waits for", async () => {
    await propose(rep);
    for (const day of ["26", "27", "28", "29", "30"]) await at(`2026-03-${day}T10:10`);
    expect(asked(manager)).toHaveLength(3);
    expect(company.toldTo(rep).some((said) => /还在等陈浩确认这个定位点/.test(said))).toBe(true);
  });

  it("the message is done once all are decided on", async () => {
    await propose(rep);
    await propose(rep, another);
    await at("2026-03-26T10:10");
    const [first, ...others] = await toDecide(manager);
    const isDone = async () =>
      (await company.as(manager).call("notices.list", {})).items.find(({ kind }) => kind === "pins_wait")?.handled ??
      false;
    await decide(manager, first ? [first] : []);
    await company.workAll();
    expect(await isDone()).toBe(false);
    await decide(manager, others);
    await company.workAll();
    expect(await isDone()).toBe(true);
  });
});

describe("a pin that a rep types in", () => {
  const params = () => ({ customerId: customer.customerId, siteId: "s2" });
  const place = (northM: number) => ({
    name: "二厂",
    address: "建设路 222 号",
    pin: { latDeg: customer.site.pin.latDeg + northM / 111_195, lngDeg: customer.site.pin.lngDeg },
    radiusM: customer.site.radiusM,
  });
  const add = async (by: Person = rep) => {
    const { revision } = await read();
    const body = { commandId: randomUUID(), revision, siteId: "s2", ...place(500) };
    await company.as(by).call("sites.add", { customerId: customer.customerId }, body);
  };
  const edit = async (
    by: Person,
    part: Partial<Omit<ReturnType<typeof place>, "pin"> & { pin: { latDeg: number; lngDeg: number } | null }>,
  ) => {
    const { revision } = await read();
    await company.as(by).call("sites.edit", params(), { commandId: randomUUID(), revision, ...place(500), ...part });
  };
  const second = async () => (await read()).sites.find(({ siteId }) => siteId === "s2");

  it("is used at once, and waits for the leader", async () => {
    await add();
    expect(await second()).toMatchObject({
      pinStatus: "typed",
      proposed: { byName: "小王", source: "typed", deciderNames: ["陈浩"] },
    });
    expect(await toDecide(manager)).toMatchObject([
      { siteName: "二厂", source: "typed", movedM: null, accuracyM: null },
    ]);
  });

  it("waits for whom the message goes to: the deputy of a leader who is away", async () => {
    const { revision } = await company.as(manager).call("absences.read");
    const absence = { from: "2026-03-26", to: "2026-03-26", deputyId: stranger.memberId };
    await company.as(manager).call("absences.set", undefined, { commandId: randomUUID(), revision, absence });
    await add();
    expect((await second())?.proposed?.deciderNames).toEqual([`${stranger.name}（代陈浩）`]);
  });

  it("waits with a new client, too", async () => {
    const body = {
      ...{ commandId: randomUUID(), customerId: randomUUID(), name: "东升重工有限公司", shortName: "东升重工" },
      ...{ industry: null, grade: "B" as const, stage: "初步接触", coServedByIds: [], externalId: null },
      ...{ owners: [{ memberId: rep.memberId, share: "1" }], ownedFrom: "2026-03-26" },
      sites: [{ siteId: "s1", ...place(9_000) }],
    };
    await company.as(rep).call("customers.create", undefined, body);
    expect(await toDecide(manager)).toMatchObject([{ customerName: "东升重工", source: "typed" }]);
  });

  it("is confirmed where the leader says so, and its rep is told", async () => {
    await add();
    await decide(manager, await toDecide(manager));
    await company.workAll();
    expect(await second()).toMatchObject({ pinStatus: "confirmed", proposed: null });
    expect(company.toldTo(rep)).toEqual([expect.stringContaining("陈浩确认了你新建客户或改地点时给的位置")]);
  });

  it("is confirmed by the leader who saves its place as it is", async () => {
    await add();
    await edit(manager, { name: "二厂北门" });
    expect(await toDecide(manager)).toEqual([]);
    expect(await second()).toMatchObject({ name: "二厂北门", pinStatus: "confirmed" });
  });

  it("stays as typed where the leader does not take it, and its rep is told why", async () => {
    await add();
    await decide(manager, await toDecide(manager), false);
    await company.workAll();
    expect(await second()).toMatchObject({ pinStatus: "typed", proposed: null });
    expect(company.toldTo(rep)).toEqual([expect.stringContaining("没有确认你给的位置：那是隔壁的仓库")]);
  });

  it("is waited for where it was typed last, and not at all once it is gone", async () => {
    await add();
    await edit(rep, { pin: place(700).pin });
    expect((await toDecide(manager)).map(({ to }) => to.latDeg.toFixed(6))).toEqual([place(700).pin.latDeg.toFixed(6)]);
    await edit(rep, { pin: null });
    expect(await toDecide(manager)).toEqual([]);
  });

  it("waits for nobody where a leader has typed it in", async () => {
    await add(manager);
    expect(await second()).toMatchObject({ pinStatus: "confirmed" });
    expect(await stored("pinProposals")).toEqual([]);
  });
});

describe("a pin that was confirmed by mistake", () => {
  const acceptedBy = async (by: Person, of: Customer = customer) =>
    (await company.as(by).call("customers.read", { customerId: of.customerId })).customer.sites[0]?.accepted;
  const confirmed = async () => {
    await propose(rep);
    await decide(manager, await toDecide(manager));
    await company.workAll();
    return [(await acceptedBy(manager)) ?? { proposalId: "", revision: 0 }];
  };

  it("is where it was, and as it was, once its leader takes it back", async () => {
    const before = await siteOf();
    const accepted = await confirmed();
    expect(await siteOf()).not.toMatchObject(customer.site.pin);
    expect(await outcomes(manager, accepted, false)).toEqual(["decided"]);
    expect(await siteOf()).toEqual(before);
    expect(await acceptedBy(manager)).toBeUndefined();
  });

  it("is told to who had proposed it, with the reason", async () => {
    await decide(manager, await confirmed(), false);
    await company.workAll();
    expect(company.toldTo(rep).at(-1)).toBe(
      "陈浩撤回了对这个定位点的确认：那是隔壁的仓库。以后打卡按原来的位置算，打过的卡不变。",
    );
  });

  it("leaves what was judged by it as it was judged", async () => {
    const accepted = await confirmed();
    const { checkIn } = await company
      .as(rep)
      .call("checkIns.create", undefined, checkInBody(company, customer, { northM: 300 }));
    await decide(manager, accepted, false);
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
    expect(items).toMatchObject([{ checkInId: checkIn.checkInId, verdict: "inside" }]);
  });

  it("has no pin again where it had none", async () => {
    await withoutPin(company, customer);
    expect((await siteOf())?.latDeg).toBeNull();
    await decide(manager, await confirmed(), false);
    expect(await siteOf()).toMatchObject({ latDeg: null, lngDeg: null, pinStatus: "typed" });
  });

  it("is taken back once", async () => {
    const accepted = await confirmed();
    await decide(manager, accepted, false);
    expect(await outcomes(manager, accepted, false)).toEqual(["closed"]);
  });

  it("is not taken back where its leader has set the pin anew since", async () => {
    const accepted = await confirmed();
    const { revision, sites } = await read();
    const { name, address, radiusM } = sites[0] ?? { name: "", address: "", radiusM: 200 };
    const pin = { latDeg: customer.site.pin.latDeg + 0.01, lngDeg: customer.site.pin.lngDeg };
    const body = { commandId: randomUUID(), revision, name, address, radiusM, pin };
    await company.as(manager).call("sites.edit", { customerId: customer.customerId, siteId: "s1" }, body);
    expect(await acceptedBy(manager)).toBeUndefined();
    expect(await outcomes(manager, accepted, false)).toEqual(["closed"]);
  });

  it("keeps the way back where only the place's name has changed since", async () => {
    const before = await siteOf();
    const accepted = await confirmed();
    const { revision, sites } = await read();
    const { address, radiusM, latDeg, lngDeg } = sites[0] ?? { address: "", radiusM: 200, latDeg: 0, lngDeg: 0 };
    const pin = { latDeg: latDeg ?? 0, lngDeg: lngDeg ?? 0 };
    const body = { commandId: randomUUID(), revision, name: "北门", address, radiusM, pin };
    await company.as(manager).call("sites.edit", { customerId: customer.customerId, siteId: "s1" }, body);
    expect(await outcomes(manager, accepted, false)).toEqual(["decided"]);
    expect(await siteOf()).toEqual({ ...before, name: "北门" });
  });

  it("is taken back by its leaders alone", async () => {
    const accepted = await confirmed();
    expect([await acceptedBy(rep), await outcomes(stranger, accepted, false)]).toEqual([undefined, ["notYours"]]);
  });
});

describe("a proposed pin beside where people stand", () => {
  const visited = async (days: readonly number[]) => {
    for (const [n, northM] of days.entries()) {
      company.app.clock.set(`2026-03-2${3 + n}T10:00:00+08:00`);
      const body = checkInBody(company, customer, { northM });
      const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
      await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    }
    company.app.clock.set("2026-03-26T10:00:00+08:00");
  };

  it("says how far from it the last check-ins there were", async () => {
    await visited([290, 260, 0]);
    await propose(rep);
    expect((await toDecide(manager))[0]?.stoodAt).toEqual({ count: 3, nearestM: 10, middleM: 40 });
  });

  it("says nothing where there are too few, since one could tell whose they are", async () => {
    await visited([290, 260]);
    await propose(rep);
    expect((await toDecide(manager))[0]?.stoodAt).toBeNull();
  });
});
