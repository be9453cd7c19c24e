import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { contracts } from "@shared/contracts";
import { addApiKey } from "../../../server/features/apiKeys";
import { ownersOfTheDay } from "../../../server/features/customers";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

const customerId = "c-haiyue"; // 小王's
const read = async (by = "chenhao", id = customerId) =>
  (await world.as(by).call("customers.read", { customerId: id })).customer;
const serves = async (memberId: string) =>
  (await world.as(memberId).call("customers.mine", {})).items.map((customer) => customer.customerId);
const share = (memberId: string, part: string) => ({ memberId, share: part });
const assign = (
  by: string,
  from: string,
  owners: ReturnType<typeof share>[],
  revision = 1,
  coServedByIds: string[] = [],
) => {
  const body = { commandId: randomUUID(), revision, from, owners, coServedByIds, reason: "移交" };
  return world.as(by).call("customers.assign", { customerId }, body);
};
const site = { name: "二厂", address: "科学大道", pin: { latDeg: 23.166, lngDeg: 113.458 }, radiusM: 200 };
const editSite = (by: string, more: Partial<typeof site> = {}, revision = 1) =>
  world
    .as(by)
    .call("sites.edit", { customerId, siteId: "s1" }, { commandId: randomUUID(), revision, ...site, ...more });
const newCustomer = { ...contracts["customers.create"].example.body, owners: [share("xiaowang", "1")] };

describe("a customer", () => {
  it("that a rep adds is served by the rep, who may check in there at once", async () => {
    const id = await world.addCustomer("xiaoli");
    expect(await serves("xiaoli")).toContain(id);
    expect(await read("xiaoli", id)).toMatchObject({ owners: [{ memberId: "xiaoli", share: "1" }], revision: 1 });
  });

  it("is added by no rep for a colleague, by a leader for the team alone", async () => {
    await expect(world.addCustomer("xiaoli", "xiaowang")).rejects.toMatchObject({ code: "right.missing" });
    await expect(world.addCustomer("chenhao", "zhangsan")).rejects.toMatchObject({ code: "right.missing" });
    const id = await world.addCustomer("chenhao", "xiaowang");
    expect(await serves("xiaowang")).toContain(id);
  });

  it("is imported once, however often the other system sends it", async () => {
    const { app } = world;
    const actor = jobActor("api-key");
    const token = await addApiKey(app.deps, { actor, commandId: "c1", name: "crm", scopes: ["customers.write"] });
    const send = async (id: string) => {
      const body = { ...newCustomer, commandId: randomUUID(), customerId: id };
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
    const edit = (by: string, stage: string, revision: number) =>
      world.as(by).call(
        "customers.edit",
        { customerId },
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
    await edit("xiaowang", "签单", 1);
    await expect(edit("chenhao", "服务中", 1)).rejects.toMatchObject({ code: "stale", problem: { revision: 2 } });
    expect((await read()).stage).toBe("签单");
    await expect(edit("xiaoli", "服务中", 2)).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("giving a customer to others", () => {
  it("leaves what was signed this morning with its owner of today", async () => {
    const sale = await world.submitSale("xiaowang", customerId, 10_000_000);
    await expect(assign("chenhao", "2026-03-26", [share("xiaoli", "1")])).rejects.toMatchObject({
      code: "customer.assignPast",
      problem: { earliest: "2026-03-27" },
    });
    await assign("chenhao", "2026-03-27", [share("xiaoli", "1")]);
    await world.confirmSale("chenhao", sale);
    const credits = await stored("credits", { kind: "sale" });
    expect(credits).toMatchObject([{ memberId: "xiaowang" }]);
    expect((await read()).owners).toEqual([
      { ...share("xiaowang", "1"), from: "2025-01-01", to: "2026-03-26" },
      { ...share("xiaoli", "1"), from: "2026-03-27", to: null },
    ]);
  });

  it("from tomorrow on lets them visit it today, where they serve it beside its owner till then", async () => {
    await assign("chenhao", "2026-03-27", [share("xiaoli", "1")], 1, ["xiaoli"]);
    expect(await serves("xiaoli")).toContain(customerId);
    expect(await serves("xiaowang")).toContain(customerId);
  });

  it("may begin today where nobody owns it today", async () => {
    const id = randomUUID();
    const body = {
      ...newCustomer,
      commandId: randomUUID(),
      customerId: id,
      externalId: null,
      grade: "C" as const,
      ownedFrom: "2026-05-01",
    };
    await world.as("zhoumin").call("customers.create", undefined, body);
    const given = { from: "2026-03-26", owners: [share("xiaoli", "1")], coServedByIds: [], reason: null };
    await world
      .as("zhoumin")
      .call("customers.assign", { customerId: id }, { commandId: randomUUID(), revision: 1, ...given });
    expect(await serves("xiaoli")).toContain(id);
  });

  it("from a later day on lets them serve it on the morning of that day", async () => {
    await assign("chenhao", "2026-04-01", [share("xiaowang", "0.3"), share("xiaoli", "0.7")]);
    const morningOf = (day: string) => {
      const at = new Date(`${day}T00:01:00+08:00`);
      const name = "owners-of-the-day";
      return ownersOfTheDay(world.app.deps, { at, runId: `${name}@${day}`, actor: jobActor(name) });
    };
    expect(await morningOf("2026-03-31")).toBe(0);
    expect(await serves("xiaoli")).not.toContain(customerId);
    expect(await morningOf("2026-04-01")).toBe(1);
    expect(await morningOf("2026-04-01")).toBe(0);
    expect(await serves("xiaoli")).toContain(customerId);
    expect(await serves("xiaowang")).toContain(customerId);
  });

  it("asks for shares that make a whole, for people who are here and for a day that has not passed", async () => {
    const today = "2026-03-26";
    await expect(assign("chenhao", today, [share("xiaoli", "0.9")])).rejects.toMatchObject({ code: "customer.shares" });
    await expect(assign("zhoumin", today, [share("nobody", "1")])).rejects.toMatchObject({ code: "member.unknown" });
    await expect(assign("chenhao", "2026-03-25", [share("xiaoli", "1")])).rejects.toMatchObject({
      code: "customer.assignPast",
    });
    expect((await read()).revision).toBe(1);
  });

  it("is not for its owner, nor for a leader to the leader's own gain", async () => {
    const day = "2026-03-26";
    await expect(assign("xiaowang", day, [share("xiaoli", "1")])).rejects.toMatchObject({ code: "right.missing" });
    await expect(assign("chenhao", day, [share("chenhao", "1")])).rejects.toMatchObject({ code: "right.missing" });
    await expect(assign("zhaojing", day, [share("zhangsan", "1")])).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("a site", () => {
  it("that a rep adds has a pin that a leader can confirm, and is open to check-ins", async () => {
    const body = { commandId: randomUUID(), revision: 1, siteId: "s2", ...site };
    await world.as("xiaowang").call("sites.add", { customerId }, body);
    expect((await read()).sites.map(({ siteId, pinStatus }) => [siteId, pinStatus])).toEqual([
      ["s1", "confirmed"],
      ["s2", "typed"],
    ]);
    const confirmed = { commandId: randomUUID(), revision: 2, ...site };
    await world.as("chenhao").call("sites.edit", { customerId, siteId: "s2" }, confirmed);
    expect((await read()).sites[1]?.pinStatus).toBe("confirmed");
  });

  it("with a confirmed pin is moved by no rep, who may still correct its address", async () => {
    await expect(editSite("xiaowang")).rejects.toMatchObject({ code: "site.pinConfirmed" });
    const [known] = (await read()).sites;
    const pin = { latDeg: known?.latDeg ?? 0, lngDeg: known?.lngDeg ?? 0 };
    await editSite("xiaowang", { pin, address: "阅江西路 222 号" });
    await editSite("chenhao", {}, 2);
    expect((await read()).sites[0]).toMatchObject({ address: "科学大道", pinStatus: "confirmed", latDeg: 23.166 });
  });

  it("is not made wide by those who check in there", async () => {
    const [known] = (await read()).sites;
    const pin = { latDeg: known?.latDeg ?? 0, lngDeg: known?.lngDeg ?? 0 };
    await expect(editSite("xiaowang", { pin, radiusM: 2_000 })).rejects.toMatchObject({ code: "right.missing" });
    await editSite("chenhao", { pin, radiusM: 500 });
    expect((await read()).sites[0]?.radiusM).toBe(500);
  });
});
