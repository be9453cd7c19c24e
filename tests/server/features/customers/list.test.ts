import { CustomerModel } from "../../../../server/features/customers/customerModel";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenMember,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt, putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}] });
  const other = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  const [stranger] = other.reps;
  const auditor = await givenMember(company, { roles: ["auditor"] });
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
  const others = await givenCustomer(company, { owner: stranger, shortName: "远达物流" });
  return { manager, rep, stranger, auditor, customer, others };
});

let company: Company;
let manager: Person;
let rep: Person;
let stranger: Person;
let auditor: Person;
let customer: Customer;
let others: Customer;
beforeEach(async () => {
  ({ company, manager, rep, stranger, auditor, customer, others } = await start());
});

const list = (by: Person, query: object = {}) => company.as(by).call("customers.list", query);
const idsSeen = async (by: Person, query: object = {}) =>
  (await list(by, query)).items.map(({ customerId }) => customerId).sort();

describe("The list of all customers that somebody may read", () => {
  it.each([
    ["a rep their own", () => rep, () => [customer.customerId]],
    ["a leader those of the team", () => manager, () => [customer.customerId]],
    ["an administrator everybody's", () => company.hr, () => [customer.customerId, others.customerId].sort()],
    ["finance none", () => company.finance, () => []],
  ])("shows %s", async (_, by, expected) => {
    expect(await idsSeen(by())).toEqual(expected());
  });

  it.each([
    ["a rep", () => rep, { count: 1, isAtLeast: false }],
    ["an administrator", () => company.hr, { count: 2, isAtLeast: false }],
    ["a leader", () => manager, { count: 1, isAtLeast: false }],
  ])("tells %s how many there are", async (_, by, expected) => {
    expect((await list(by())).total).toEqual(expected);
  });

  it("tells a leader how many there are where they are more than a page", async () => {
    const [own] = await stored("customers", { _id: customer.customerId });
    const more = Array.from({ length: 51 }, (_, n) => ({
      ...own,
      _id: `c${String(n).padStart(2, "0")}`,
      sortKey: `c:c${n}`,
      externalIds: [],
    }));
    await putStored("customers", more);
    const { items, total } = await list(manager);
    expect([items.length, total]).toEqual([50, { count: 52, isAtLeast: false }]);
    expect((await list(rep, { pin: "none" })).total).toBeDefined();
  });

  describe("narrowed", () => {
    const pinned = () => lookAt(() => CustomerModel.findById(customer.customerId).lean());
    beforeEach(() =>
      lookAt(() =>
        CustomerModel.updateOne(
          { _id: others.customerId },
          { $set: { grade: "C", "sites.0.latDeg": null, "sites.0.lngDeg": null } },
        ),
      ),
    );

    it("to a grade has those of it alone and counts as many", async () => {
      expect(await idsSeen(company.hr, { grade: "C" })).toEqual([others.customerId]);
      expect((await list(company.hr, { grade: "C" })).total).toEqual({ count: 1, isAtLeast: false });
    });

    it("by its pins has those of which one is known no better", async () => {
      expect((await pinned())?.sites.map(({ pinStatus }) => pinStatus)).toEqual(["confirmed"]);
      expect(await idsSeen(company.hr, { pin: "confirmed" })).toEqual([customer.customerId]);
      expect(await idsSeen(company.hr, { pin: "none" })).toEqual([others.customerId]);
      expect(await idsSeen(company.hr, { pin: "typed" })).toEqual([]);
      expect((await list(company.hr, { pin: "none" })).total).toEqual({ count: 1, isAtLeast: false });
    });

    it("is what words find of it as well", async () => {
      expect(await idsSeen(company.hr, { words: "远达", grade: "C" })).toEqual([others.customerId]);
      expect(await idsSeen(company.hr, { words: "海岳", grade: "C" })).toEqual([]);
    });

    it("shows nobody more than they may read", async () => {
      expect(await idsSeen(manager, { grade: "C" })).toEqual([]);
      expect((await list(rep, { grade: "C" })).total).toEqual({ count: 0, isAtLeast: false });
    });
  });

  it("stands in the order of the names, as they are read, numbers as they count", async () => {
    const names = ["重庆光电有限公司", "北京精工有限公司", "门店 10 号", "门店 2 号", "ACME 贸易", "吕氏五金"];
    for (const name of names) await givenCustomer(company, { owner: rep, name, shortName: name });
    const { items } = await list(rep);
    const shown = items.map(({ name }) => name).filter((name) => names.includes(name));
    expect(shown).toEqual(["ACME 贸易", "北京精工有限公司", "重庆光电有限公司", "吕氏五金", "门店 2 号", "门店 10 号"]);
    const mine = (await company.as(rep).call("customers.mine", {})).items.map(({ name }) => name);
    expect(mine).toEqual(items.map(({ name }) => name));
  });

  it("has another place for a client that is called otherwise by now", async () => {
    const { customerId } = customer;
    const { revision, grade, industry, stage } = (await company.as(rep).call("customers.read", { customerId }))
      .customer;
    await givenCustomer(company, { owner: rep, name: "远东电缆", shortName: "远东" });
    const body = {
      ...{ commandId: company.newId(), revision, grade, industry, stage },
      name: "最后一家",
      shortName: "最后",
    };
    await company.as(rep).call("customers.edit", { customerId }, body);
    expect((await list(rep)).items.map(({ name }) => name)).toEqual(["远东电缆", "最后一家"]);
  });

  it("is searched by whose a client is as well, as far as the reader sees it", async () => {
    expect(await idsSeen(company.hr, { words: rep.name })).toEqual([customer.customerId]);
    expect(await idsSeen(manager, { words: stranger.name })).toEqual([]);
    expect((await company.as(company.hr).call("customers.find", { words: rep.name })).items).toEqual([]);
  });

  it("shows what words find of it", async () => {
    expect(await idsSeen(company.hr, { words: "远达" })).toEqual([others.customerId]);
  });

  it("says of each whose it is, how its pin is known and when somebody was there last", async () => {
    await givenConsent(company, rep);
    await givenVisit(company, { rep, customer });
    const [listed] = (await list(manager)).items;
    const today = company.app.deps.clock.now().toISOString().slice(0, 10);
    expect(listed).toMatchObject({ ownerNames: [rep.name], pin: "confirmed", lastVisitOn: today });
    expect((await list(stranger)).items).toMatchObject([{ lastVisitOn: null }]);
  });

  it("is without those that have become another", async () => {
    await lookAt(() =>
      CustomerModel.updateOne(
        { _id: others.customerId },
        { $set: { merged: { ...merged, intoId: customer.customerId } } },
      ),
    );
    expect(await idsSeen(company.hr)).toEqual([customer.customerId]);
    expect((await list(company.hr)).total).toEqual({ count: 1, isAtLeast: false });
  });

  it("notes which of them an auditor was shown", async () => {
    await list(auditor);
    const [look] = await stored("auditEntries", { action: "customers.list" });
    expect((look as unknown as { detail: { customerIds: string[] } }).detail.customerIds).toHaveLength(2);
  });

  it("comes page by page, each client once", async () => {
    await lookAt(() =>
      CustomerModel.insertMany(
        Array.from({ length: 130 }, (_, n) => ({
          ...{ grade: "C", stage: "签单", sites: [], revision: 1, searchKeys: [] },
          owners: [{ memberId: rep.memberId, share: "1", from: "2025-01-01", to: null }],
          servedByIds: [rep.memberId],
          ...{
            _id: `c-${String(n).padStart(4, "0")}`,
            name: `连锁${n}`,
            shortName: `连锁${n}`,
            sortKey: `liansuo:${n}`,
          },
        })),
      ),
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(manager, cursor === null ? {} : { cursor });
      seen.push(...page.items.map(({ customerId }) => customerId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([131, 131]);
  });
});

const merged = {
  ...{ on: "2026-03-01", at: new Date("2026-03-01T10:00:00Z"), byName: "何敏" },
  ...{ sites: [], contacts: [], tags: [], coServedByIds: [] },
  before: { owners: [], coService: [], coServedByIds: [] },
};
