import { randomUUID } from "node:crypto";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{ name: "小王" }] });
  const [rep] = reps;
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
  await givenConsent(company, rep);
  return { manager, rep, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, customer } = await start());
});

const place = (northM: number) => ({
  name: "二厂",
  address: "建设路 222 号",
  pin: { latDeg: customer.site.pin.latDeg + northM / 111_195, lngDeg: customer.site.pin.lngDeg },
  radiusM: customer.site.radiusM,
});
const read = async () => (await company.as(rep).call("customers.read", { customerId: customer.customerId })).customer;
const second = async () => (await read()).sites.find(({ siteId }) => siteId === "s2");
const toDecide = async (by: Person) => (await company.as(by).call("pins.list", {})).items;
const params = () => ({ customerId: customer.customerId, siteId: "s2" });

describe("a pin that a rep takes where they stand", () => {
  const pinTaken = { accuracyM: 12, takenAt: "2026-03-26T08:40:00+08:00" };
  const takes = async (by: Person = rep, change: { northM?: number; takenAt?: string } = {}) => {
    const { northM = 500, takenAt = pinTaken.takenAt } = change;
    const { revision } = await read();
    const body = {
      commandId: randomUUID(),
      revision,
      siteId: "s2",
      ...place(northM),
      pinTaken: { ...pinTaken, takenAt },
    };
    await company.as(by).call("sites.add", { customerId: customer.customerId }, body);
  };

  it("is said to be that, and by whom and how exactly", async () => {
    await takes();
    expect(await second()).toMatchObject({
      pinStatus: "taken",
      proposed: { byName: "小王", source: "taken", accuracyM: 12, deciderNames: ["陈浩"] },
    });
  });

  it("says how exactly somebody stood there to themself alone", async () => {
    await takes();
    const { customerId } = customer;
    const { sites } = (await company.as(manager).call("customers.read", { customerId })).customer;
    expect(sites.at(-1)?.proposed).toMatchObject({ byName: "小王", source: "taken" });
    expect(sites.at(-1)?.proposed).not.toHaveProperty("accuracyM");
  });

  it("is decided on with its accuracy, and with when it was taken", async () => {
    await takes();
    expect(await toDecide(manager)).toMatchObject([
      { source: "taken", accuracyM: 12, takenAt: "2026-03-26T00:40:00.000Z", movedM: null },
    ]);
  });

  it("is decided on with how far it is from where the pin was", async () => {
    await takes();
    const { revision } = await read();
    const body = { commandId: randomUUID(), revision, ...place(700), pinTaken };
    await company.as(rep).call("sites.edit", params(), body);
    expect(await toDecide(manager)).toMatchObject([{ source: "taken", movedM: 200, from: place(500).pin }]);
  });

  it("was taken no later than it came", async () => {
    await takes(rep, { takenAt: "2026-04-26T08:40:00+08:00" });
    expect((await toDecide(manager))[0]?.takenAt).toBe(company.app.deps.clock.now().toISOString());
  });

  it("is a look at where somebody stood for whoever decides", async () => {
    await takes();
    await toDecide(manager);
    const { items } = await company.as(rep).call("privacy.looked");
    expect(items).toMatchObject([{ visits: [], pins: [{ on: "2026-03-26" }] }]);
  });

  it("keeps nothing of where they stood once they take back their consent", async () => {
    await takes();
    await company.as(rep).call("privacy.withdrawConsent", undefined, { commandId: randomUUID() });
    expect(await toDecide(manager)).toEqual([]);
    expect((await stored("pinProposals"))[0]).toMatchObject({ state: "withdrawn", to: null, from: null });
  });

  it("is as if it were typed of whoever has not agreed to say where they stand", async () => {
    await company.as(rep).call("privacy.withdrawConsent", undefined, { commandId: randomUUID() });
    await takes();
    expect(await second()).toMatchObject({ pinStatus: "typed", proposed: { source: "typed", accuracyM: null } });
  });

  it("is confirmed at once where their leader takes it", async () => {
    await takes(manager);
    expect(await second()).toMatchObject({ pinStatus: "confirmed", proposed: null });
  });

  it("stays what it is where the leader does not take it, and its rep is told so", async () => {
    await takes();
    const items = (await toDecide(manager)).map(({ proposalId, revision }) => ({ proposalId, revision }));
    const body = { commandId: randomUUID(), accepted: false, reason: "那是隔壁的仓库", items };
    await company.as(manager).call("pins.decide", undefined, body);
    await company.workAll();
    expect(await second()).toMatchObject({ pinStatus: "taken", proposed: null });
    expect(company.toldTo(rep)).toEqual([expect.stringContaining("没有确认你给的位置：那是隔壁的仓库")]);
  });

  it("comes with a new client, too", async () => {
    const body = {
      ...{ commandId: randomUUID(), customerId: randomUUID(), name: "东升重工有限公司", shortName: "东升重工" },
      ...{ industry: null, grade: "B" as const, stage: "初步接触", coServedByIds: [], externalId: null },
      ...{ owners: [{ memberId: rep.memberId, share: "1" }], ownedFrom: "2026-03-26" },
      sites: [{ siteId: "s1", ...place(9_000), pinTaken }],
    };
    await company.as(rep).call("customers.create", undefined, body);
    expect(await toDecide(manager)).toMatchObject([{ customerName: "东升重工", source: "taken", accuracyM: 12 }]);
  });
});
