import { randomUUID } from "node:crypto";
import { auditInsert } from "../../../../server/audit";
import { countPhotoUse, eraseFiles, photoUse } from "../../../../server/files";
import { drawSheet } from "../../../../server/features/siteCodes/drawSheet";
import {
  codeOnSheet,
  type Company,
  type Customer,
  givenCustomer,
  givenSiteCode,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { streamsOf } from "../../../support/given/siteCodes";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "小王" }] });
  const [rep] = reps;
  return { manager, rep, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
let params: { customerId: string; siteId: string };
beforeEach(async () => {
  ({ company, manager, rep, customer } = await start());
  params = { customerId: customer.customerId, siteId: customer.site.siteId };
});

const read = (by = manager) => company.as(by).call("siteCodes.read", params);
const renew = async (by = manager, body: { revision?: number; commandId?: string } = {}) =>
  company.as(by).call("siteCodes.renew", params, {
    commandId: company.newId(),
    revision: (await read(by)).revision,
    ...body,
  });
async function sheet(by = manager): Promise<Response> {
  const { url } = await company.as(by).call("siteCodes.sheet", params);
  return fetch(`${company.app.baseUrl}${url}`);
}

describe("the code of a client's place", () => {
  it("is made by the leader, and who made it when is kept", async () => {
    expect((await read()).code).toBeNull();
    await renew();
    expect((await read()).code).toMatchObject({ byName: manager.name, madeAt: company.app.clock.now().toISOString() });
    const [entry] = await stored("auditEntries", { action: "siteCodes.renew" });
    expect(entry).toMatchObject({ subject: `customer:${customer.customerId}`, detail: { siteId: "s1", replaced: 0 } });
  });

  it("is in the client's timeline", async () => {
    await renew();
    const { items } = await company.as(rep).call("customers.timeline", { customerId: customer.customerId });
    expect(items[0]).toMatchObject({ kind: "edit", action: "siteCodes.renew", byName: manager.name });
  });

  it("is not for whoever checks in there to make", async () => {
    expect(await read(rep)).toMatchObject({ mayRenew: false });
    await expect(renew(rep)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is not for a leader to make whose own client it is", async () => {
    const own = await givenCustomer(company, { owner: manager });
    const at = { customerId: own.customerId, siteId: "s1" };
    expect(await company.as(manager).call("siteCodes.read", at)).toMatchObject({ mayRenew: false });
  });

  it("is one, however often the tap that made it arrives", async () => {
    const body = { commandId: randomUUID(), revision: (await read()).revision };
    const answers = await Promise.all([renew(manager, body), renew(manager, body)]);
    expect(await renew(manager, body)).toEqual(answers[0]);
    expect(await stored("siteCodes")).toHaveLength(1);
  });

  it("is not replaced by somebody who has not seen it", async () => {
    const { revision } = await read();
    await renew(manager, { revision });
    await expect(renew(company.hr, { revision })).rejects.toMatchObject({ code: "stale" });
    expect(await stored("siteCodes")).toHaveLength(1);
  });

  it("is kept by its hash alone, beside its sheet", async () => {
    const code = await givenSiteCode(company, customer, manager);
    const names = ["siteCodes", "files", "auditEntries", "commands", "customers", "eventLog"];
    const all = await Promise.all(names.map((name) => stored(name)));
    expect(JSON.stringify(all)).not.toContain(code.slice(4));
  });

  it("of a place that is not there is not made", async () => {
    params = { ...params, siteId: "s9" };
    await expect(read()).rejects.toMatchObject({ code: "site.unknown" });
  });
});

describe("its sheet", () => {
  it("is a small PDF with the code on it", async () => {
    await renew();
    const got = await sheet();
    expect(got.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await got.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1")).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(bytes.length).toBeLessThan(40_000);
  });

  it("is one page, however long the names are", async () => {
    const parts = { code: `XL1:${"A".repeat(43)}`, at: company.app.clock.now() };
    const [customerName, siteName] = ["海".repeat(120), "岳".repeat(60)];
    const bytes = await drawSheet({ ...parts, customerName, siteName }, company.app.deps);
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(codeOnSheet(bytes)).toBe(parts.code);
  });

  it("names the client and its place, in letters that come with it", async () => {
    await renew();
    const bytes = Buffer.from(await (await sheet()).arrayBuffer());
    const letters = [...`${customer.name}总部客户码`].map((letter) =>
      letter.codePointAt(0)?.toString(16).padStart(4, "0"),
    );
    const packed = streamsOf(bytes).join("\n");
    expect(letters.filter((letter) => !packed.includes(`<${letter}>`))).toEqual([]);
    expect(bytes.toString("latin1")).toMatch(/\/FontFile3? /);
  });

  it("is by a link that holds for five minutes", async () => {
    await renew();
    const { url } = await company.as(manager).call("siteCodes.sheet", params);
    company.app.passRealTime({ seconds: 301 });
    expect((await fetch(`${company.app.baseUrl}${url}`)).status).toBe(404);
  });

  it("is not for whoever checks in there, and each time that somebody has it is noted", async () => {
    await renew();
    await expect(sheet(rep)).rejects.toMatchObject({ code: "right.missing" });
    await sheet();
    expect(await stored("auditEntries", { action: "siteCodes.sheet" })).toMatchObject([
      { actor: { id: manager.memberId }, subject: `customer:${customer.customerId}` },
    ]);
  });

  it("goes after a week, and the code counts on", async () => {
    await renew();
    const until = new Date((await read()).code?.sheetUntil ?? "");
    company.app.clock.set(until.toISOString());
    await expect(sheet()).rejects.toMatchObject({ code: "siteCode.sheetGone" });
    expect((await read()).code).toMatchObject({ sheetUntil: null });
    const { deps } = company.app;
    const slot = { at: new Date(until.getTime() + 7_200_000), runId: "erase-files@1" };
    expect(await eraseFiles(deps, slot, auditInsert(deps.realNow))).toBe(1);
    expect(await stored("files")).toEqual([]);
  });

  it("is not counted among photos", async () => {
    await renew();
    await countPhotoUse(company.app.clock.now());
    const { counted, next } = await photoUse(company.app.deps);
    expect([counted?.months, next.count]).toEqual([[], 0]);
    company.app.clock.advance({ days: 7 });
    expect((await photoUse(company.app.deps)).next.count).toBe(0);
  });

  it("is no photo that somebody could show", async () => {
    await renew();
    const [file] = await stored("files");
    const photoId = String(file?._id).slice(manager.memberId.length + 1);
    const own = await givenCustomer(company, { owner: manager });
    const { consent } = await company.app.me(manager.memberId);
    await company
      .as(manager)
      .call("me.consent", undefined, { commandId: company.newId(), version: consent.currentVersion });
    const tap = {
      ...{ commandId: company.newId(), customerId: own.customerId, siteId: "s1", fix: null, photoId },
      ...{ tappedAt: company.app.clock.now().toISOString(), timeKind: "anchored" as const },
    };
    await expect(company.as(manager).call("checkIns.create", undefined, tap)).rejects.toMatchObject({
      code: "file.differs",
    });
  });
});
