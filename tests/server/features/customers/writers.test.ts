import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { type BodyOf, contracts } from "@shared/contracts";
import { addApiKey } from "../../../../server/features/apiKeys";
import { ownersOfTheDay } from "../../../../server/features/customers";
import {
  checkInBody,
  confirm,
  givenConsent,
  givenCustomer,
  givenMember,
  givenSale,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
  type Team,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const { manager } = team;
  const [rep, colleague] = team.reps;
  const customer = await givenCustomer(company, { owner: rep });
  const other = await givenTeam(company, { reps: [{}] });
  const [stranger] = other.reps;
  return { other, stranger, manager, rep, colleague, customer };
});

let company: Company;
let other: Team;
let stranger: Person;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, other, stranger, manager, rep, colleague, customer } = await start());
});

const read = async (by = manager, id = customer.customerId) =>
  (await company.as(by).call("customers.read", { customerId: id })).customer;
const serves = async (person: Person) =>
  (await company.as(person).call("customers.mine", {})).items.map((customer) => customer.customerId);
const share = ({ memberId }: Person, part: string) => ({ memberId, share: part });
const assign = (
  by: Person,
  from: string,
  owners: ReturnType<typeof share>[],
  revision = 1,
  coServedByIds: string[] = [],
) => {
  const body = { commandId: randomUUID(), revision, from, owners, coServedByIds, reason: "移交" };
  return company.as(by).call("customers.assign", { customerId: customer.customerId }, body);
};
const site = { name: "二厂", address: "科学大道", pin: { latDeg: 23.166, lngDeg: 113.458 }, radiusM: 200 };
const editSite = (by: Person, more: Partial<typeof site> = {}, revision = 1) =>
  company
    .as(by)
    .call(
      "sites.edit",
      { customerId: customer.customerId, siteId: "s1" },
      { commandId: randomUUID(), revision, ...site, ...more },
    );
const newCustomer = () => ({
  ...contracts["customers.create"].example.body,
  owners: [share(rep, "1")],
  coServedByIds: [],
});

describe("a customer", () => {
  it("that a rep adds is served by the rep, who may check in there at once", async () => {
    const id = (await givenCustomer(company, { owner: colleague, by: colleague })).customerId;
    expect(await serves(colleague)).toContain(id);
    expect(await read(colleague, id)).toMatchObject({
      owners: [{ memberId: colleague.memberId, share: "1" }],
      revision: 1,
    });
  });

  it("is added by no rep for a colleague", async () => {
    const adding = givenCustomer(company, { owner: rep, by: colleague });
    await expect(adding).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is added by a leader for the team", async () => {
    const { customerId } = await givenCustomer(company, { owner: rep, by: manager });
    expect(await serves(rep)).toContain(customerId);
  });

  it("is added by no leader for another team", async () => {
    const adding = givenCustomer(company, { owner: stranger, by: manager });
    await expect(adding).rejects.toMatchObject({ code: "right.missing" });
  });

  it("whose owner is still to come is open today to whoever serves it beside them", async () => {
    await givenConsent(company, colleague);
    const coming = await givenCustomer(company, { owner: rep, coServedBy: [colleague], ownedFrom: "2026-04-01" });
    expect(await serves(colleague)).toEqual([coming.customerId]);
    const { checkIn } = await company.as(colleague).call("checkIns.create", undefined, checkInBody(company, coming));
    expect(checkIn.verdict).toBe("inside");
  });

  it("is imported once, however often the other system sends it", async () => {
    const { app } = company;
    const actor = jobActor("api-key");
    const token = await addApiKey(app.deps, { actor, commandId: "c1", name: "crm", scopes: ["customers.write"] });
    const send = async (id: string) => {
      const body = { ...newCustomer(), commandId: randomUUID(), customerId: id };
      return (await app.api.send("customers.create", { body, headers: { authorization: `Bearer ${token}` } })).body;
    };
    const id = randomUUID();
    expect(await send(id)).toEqual({ customerId: id, revision: 1, created: true });
    const before = await stored("customers");
    expect(await send(randomUUID())).toEqual({ customerId: id, revision: 1, created: false });
    const both = await Promise.all([send(randomUUID()), send(randomUUID())]);
    expect(both.map((one) => (one as { created: boolean }).created)).toEqual([false, false]);
    expect(await stored("customers")).toEqual(before);
    expect((await stored("auditEntries", { subject: `customer:${id}` }))[0]?.actor).toEqual({
      kind: "apiKey",
      id: "crm",
    });
  });

  it("keeps what somebody else has changed meanwhile", async () => {
    const { name, shortName, industry, grade } = await read();
    const edit = (by: Person, stage: string, revision: number) =>
      company.as(by).call(
        "customers.edit",
        { customerId: customer.customerId },
        {
          commandId: randomUUID(),
          revision,
          name,
          shortName,
          industry,
          grade,
          stage,
        },
      );
    await edit(rep, "签单", 1);
    await expect(edit(manager, "服务中", 1)).rejects.toMatchObject({ code: "stale", problem: { revision: 2 } });
    expect((await read()).stage).toBe("签单");
    await expect(edit(colleague, "服务中", 2)).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("what is kept of a customer", () => {
  const zhang = { contactId: "p1", name: "张主任", role: "采购经理", phone: "138-0013-8000", needs: "交期" };
  const li = { contactId: "p2", name: "李工", role: null, phone: null, needs: null };
  type Body = BodyOf<"customers.edit">;
  const edit = async (by: Person, more: Partial<Body>) => {
    const { name, shortName, industry, grade, stage, revision } = await read();
    const body = { commandId: randomUUID(), revision, name, shortName, industry, grade, stage, ...more };
    return company.as(by).call("customers.edit", { customerId: customer.customerId }, body);
  };
  const people = async (by = rep) => (await read(by)).contacts?.map(({ name, phone }) => [name, phone]);

  it("is the people there, in their order, until others are given", async () => {
    await edit(rep, { contacts: [zhang, li], tags: ["重点", "重点"] });
    expect(await people()).toEqual([
      ["张主任", "8613800138000"],
      ["李工", null],
    ]);
    // What is left out stays.
    await edit(manager, { stage: "签单" });
    expect(await people(colleague).catch(() => "refused")).toBe("refused");
    expect((await read()).tags).toEqual(["重点"]);
    await edit(manager, { contacts: [li] });
    expect(await people()).toEqual([["李工", null]]);
    expect(await stored("customerContacts")).toHaveLength(1);
    const [, second] = await stored("auditEntries", { action: "customers.edit" });
    expect(JSON.stringify(second)).not.toContain("13800138000");
  });

  it("is no number that is none", async () => {
    await expect(edit(rep, { contacts: [{ ...zhang, phone: "12345" }] })).rejects.toMatchObject({
      code: "input.invalid",
      problem: { fields: [{ field: "contacts.0.phone", code: "phone.invalid" }] },
    });
    expect(await stored("customerContacts")).toEqual([]);
  });

  it("is nobody's number to an auditor, who may read the rest", async () => {
    await edit(rep, { contacts: [zhang] });
    const auditor = await givenMember(company, { roles: ["auditor"] });
    expect((await read(auditor)).contacts).toBeNull();
  });
});

describe("a customer that may be known already", () => {
  const add = (by: Person, name: string, more: Partial<BodyOf<"customers.create">> = {}) =>
    givenCustomer(company, { owner: by, by, name, shortName: name.slice(0, 4), ...more });

  it("is asked about once: nothing is added before somebody says that it is another", async () => {
    const { customerId } = await add(rep, "新粤精工有限公司");
    await expect(add(colleague, "新粤精工 股份有限公司")).rejects.toMatchObject({
      code: "customer.maybeKnown",
      problem: { items: [{ customerId, sameBy: ["nameAlike"] }] },
    });
    await add(colleague, "新粤精工 股份有限公司", { isNewSeen: true });
    expect(await stored("customers", { shortName: "新粤精工" })).toHaveLength(2);
  });

  it.each([
    ["whoever owns it", () => rep, { sameBy: ["nameAlike"], mine: true, mayOpen: true }],
    ["a colleague", () => colleague, { sameBy: ["nameAlike"], mayOpen: false }],
  ])("but for the legal form is told as almost the same name, to %s as whose it is", async (_who, by, told) => {
    const { customerId } = await add(rep, "新粤精工有限责任公司");
    const body = { name: "新粤精工有限公司", shortName: "新粤", phones: [] };
    const { items } = await company.as(by()).call("customers.similar", undefined, body);
    expect(items).toEqual([{ customerId, shortName: "新粤精工", ownerNames: [rep.name], ...told }]);
  });

  it("is found by a phone, and of a stranger's one is said what it is called and whose it is", async () => {
    const contacts = [{ contactId: "p1", name: "张", role: null, phone: "13800138000", needs: null }];
    const { customerId } = await add(rep, "新粤精工有限公司", { contacts });
    const body = { name: "粤联电气", shortName: "粤联", phones: ["+86 138 0013 8000"] };
    const { items: found } = await company.as(stranger).call("customers.similar", undefined, body);
    const owned = { customerId, shortName: "新粤精工", ownerNames: [rep.name] };
    expect(found).toEqual([{ ...owned, sameBy: ["phone"], mayOpen: false }]);
    const own = { ...body, exceptId: customerId };
    expect((await company.as(rep).call("customers.similar", undefined, own)).items).toEqual([]);
  });

  it.each(["新粤精工有限", "新粤精工（中国）有限公司", "新粤精工股份"])(
    "is asked about while 「%s」 is typed",
    async (name) => {
      const { customerId } = await add(rep, "新粤精工股份有限公司", { shortName: "新粤集团总部" });
      const body = { name, shortName: "别的", phones: [] };
      const { items } = await company.as(colleague).call("customers.similar", undefined, body);
      expect(items.map((item) => item.customerId)).toEqual([customerId]);
    },
  );

  describe("near to where one of a stranger is", () => {
    const at = (northM: number) => ({
      latDeg: customer.site.pin.latDeg + northM / 111_195,
      lngDeg: customer.site.pin.lngDeg,
    });
    const near = async (northM: number) => {
      const body = { name: "某某电气", shortName: "某某", phones: [], pins: [at(northM)] };
      return (await company.as(stranger).call("customers.similar", undefined, body)).items;
    };

    it("is told while it is typed, with whose that one is", async () => {
      const { customerId, shortName } = customer;
      const told = { customerId, shortName, ownerNames: [rep.name], sameBy: ["place"], mayOpen: false };
      expect(await near(90)).toEqual([told]);
      expect(await near(110)).toEqual([]);
    });

    it("is not asked about: in one house there are many", async () => {
      const sites = [{ siteId: "s1", name: "总部", address: "同一栋楼", pin: at(0), radiusM: 200 }];
      const named = { ...newCustomer(), name: "某某电气", grade: "B" as const };
      const body = { ...named, commandId: randomUUID(), customerId: randomUUID(), sites };
      const owners = [share(stranger, "1")];
      const adding = company.as(stranger).call("customers.create", undefined, { ...body, externalId: null, owners });
      expect((await adding).created).toBe(true);
    });

    it("follows a place that was moved", async () => {
      await editSite(manager, { pin: { latDeg: 24, lngDeg: 114 } });
      expect(await near(0)).toEqual([]);
      const body = { name: "某某", shortName: "某某", phones: [], pins: [{ latDeg: 24, lngDeg: 114 }] };
      const { items } = await company.as(stranger).call("customers.similar", undefined, body);
      expect(items.map(({ customerId }) => customerId)).toEqual([customer.customerId]);
    });
  });

  const looks = async () =>
    (await stored("auditEntries", { action: "customers.similar" })).map(({ actor, detail }) => [
      (actor as { id: string }).id,
      (detail as { customerIds: string[] }).customerIds,
    ]);

  it("leaves a note of each look at a stranger's, and none of an own one", async () => {
    const { customerId } = await add(rep, "新粤精工有限公司");
    const body = { name: "新粤精工", shortName: "新粤", phones: [] };
    await company.as(rep).call("customers.similar", undefined, body);
    expect(await looks()).toEqual([]);
    await company.as(stranger).call("customers.similar", undefined, body);
    expect(await looks()).toEqual([[stranger.memberId, [customerId]]]);
  });

  it("leaves the same note where one is asked about while it is added", async () => {
    const { customerId } = await add(rep, "新粤精工有限公司");
    await expect(add(stranger, "新粤精工")).rejects.toMatchObject({ code: "customer.maybeKnown" });
    expect(await looks()).toEqual([[stranger.memberId, [customerId]]]);
  });

  it("is not to be had by trying names on and on", async () => {
    const body = { name: "某某", shortName: "某某", phones: [] };
    const ask = () => company.as(stranger).call("customers.similar", undefined, body);
    for (let n = 0; n < 40; n += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ code: "rate.limited" });
    await expect(add(stranger, "某某")).rejects.toMatchObject({ code: "rate.limited" });
    await company.as(rep).call("customers.similar", undefined, body);
  });
});

describe("giving a customer to others", () => {
  it("leaves what was signed this morning with its owner of today", async () => {
    const sale = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
    await expect(assign(manager, "2026-03-26", [share(colleague, "1")])).rejects.toMatchObject({
      code: "customer.assignPast",
      problem: { earliest: "2026-03-27" },
    });
    await assign(manager, "2026-03-27", [share(colleague, "1")]);
    await confirm(company, sale, manager);
    const doneFen = async (person: Person) => (await company.as(person).call("today.read")).mine?.doneFen ?? 0;
    expect([await doneFen(rep), await doneFen(colleague)]).toEqual([10_000_000, 0]);
    expect((await read()).owners).toEqual([
      { ...share(rep, "1"), from: "2025-01-01", to: "2026-03-26" },
      { ...share(colleague, "1"), from: "2026-03-27", to: null },
    ]);
  });

  it("from tomorrow on lets them visit it today, where they serve it beside its owner till then", async () => {
    await assign(manager, "2026-03-27", [share(colleague, "1")], 1, [colleague.memberId]);
    expect(await serves(colleague)).toContain(customer.customerId);
    expect(await serves(rep)).toContain(customer.customerId);
  });

  it("may begin today where nobody owns it today", async () => {
    const { customerId } = await givenCustomer(company, { owner: rep, ownedFrom: "2026-05-01" });
    const given = { from: "2026-03-26", owners: [share(colleague, "1")], coServedByIds: [], reason: null };
    const body = { commandId: randomUUID(), revision: 1, ...given };
    await company.as(company.hr).call("customers.assign", { customerId }, body);
    expect(await serves(colleague)).toContain(customerId);
  });

  it("from a later day on lets them serve it on the morning of that day", async () => {
    await assign(manager, "2026-04-01", [share(rep, "0.3"), share(colleague, "0.7")]);
    const morningOf = (day: string) => {
      const at = new Date(`${day}T00:01:00+08:00`);
      const name = "owners-of-the-day";
      return ownersOfTheDay(company.app.deps, { at, runId: `${name}@${day}`, actor: jobActor(name) });
    };
    expect(await morningOf("2026-03-31")).toBe(0);
    expect(await serves(colleague)).not.toContain(customer.customerId);
    expect(await morningOf("2026-04-01")).toBe(1);
    expect(await morningOf("2026-04-01")).toBe(0);
    expect(await serves(colleague)).toContain(customer.customerId);
    expect(await serves(rep)).toContain(customer.customerId);
  });

  it.each([
    ["shares that make a whole", "2026-03-26", () => [share(colleague, "0.9")], "customer.shares"],
    ["people who are here", "2026-03-26", () => [{ memberId: "nobody", share: "1" }], "member.unknown"],
    ["a day that has not passed", "2026-03-25", () => [share(colleague, "1")], "customer.assignPast"],
  ])("asks for %s", async (_what, day, owners, code) => {
    await expect(assign(company.hr, day, owners())).rejects.toMatchObject({ code });
    expect((await read()).revision).toBe(1);
  });

  const today = "2026-03-26";

  it("is not for its owner", async () => {
    await expect(assign(rep, today, [share(colleague, "1")])).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is not for a leader to the leader's own gain", async () => {
    await expect(assign(manager, today, [share(manager, "1")])).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is not for the leader of another team", async () => {
    const taking = assign(other.manager, today, [share(stranger, "1")]);
    await expect(taking).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("a site", () => {
  it("that a rep adds is open to check-ins before a leader confirms its pin", async () => {
    const body = { commandId: randomUUID(), revision: 1, siteId: "s2", ...site };
    await company.as(rep).call("sites.add", { customerId: customer.customerId }, body);
    expect((await read()).sites.map(({ siteId, pinStatus }) => [siteId, pinStatus])).toEqual([
      ["s1", "confirmed"],
      ["s2", "typed"],
    ]);
    const confirmed = { commandId: randomUUID(), revision: 2, ...site };
    await company.as(manager).call("sites.edit", { customerId: customer.customerId, siteId: "s2" }, confirmed);
    expect((await read()).sites[1]?.pinStatus).toBe("confirmed");
  });

  it.each([
    ["rep", () => rep],
    ["leader", () => manager],
  ])("that its %s saves as it stands leaves the client and its timeline as they were", async (_who, by) => {
    const [{ name, address } = site] = (await read()).sites;
    const { pin, radiusM } = customer.site;
    expect(await editSite(by(), { name, address, pin, radiusM })).toEqual({
      customerId: customer.customerId,
      revision: 1,
    });
    expect((await read()).revision).toBe(1);
    expect(await stored("auditEntries", { action: "sites.edit" })).toEqual([]);
  });

  it("with a confirmed pin is moved by no rep, who may still correct its address", async () => {
    await expect(editSite(rep)).rejects.toMatchObject({ code: "site.pinConfirmed" });
    const [known] = (await read()).sites;
    const pin = { latDeg: known?.latDeg ?? 0, lngDeg: known?.lngDeg ?? 0 };
    await editSite(rep, { pin, address: "阅江西路 222 号" });
    await editSite(manager, {}, 2);
    expect((await read()).sites[0]).toMatchObject({ address: "科学大道", pinStatus: "confirmed", latDeg: 23.166 });
  });

  it("is not made wide by those who check in there", async () => {
    const [known] = (await read()).sites;
    const pin = { latDeg: known?.latDeg ?? 0, lngDeg: known?.lngDeg ?? 0 };
    await expect(editSite(rep, { pin, radiusM: 2_000 })).rejects.toMatchObject({ code: "right.missing" });
    await editSite(manager, { pin, radiusM: 500 });
    expect((await read()).sites[0]?.radiusM).toBe(500);
  });
});
