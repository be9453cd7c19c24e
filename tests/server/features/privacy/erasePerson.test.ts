import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { erasePersonFor } from "../../../../server/features/privacy";
import { syncDirectory } from "../../../../server/features/members";
import {
  type Company,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenPhoto,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { givenConsent } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [leaver, colleague] = reps;
  const customer = await givenCustomer(company, { owner: leaver });
  const other = await givenCustomer(company, { owner: colleague });
  return { manager, leaver, colleague, customer, other };
});

let company: Company;
let manager: Person;
let leaver: Person;
let colleague: Person;
let customer: Customer;
let other: Customer;
beforeEach(async () => {
  ({ company, manager, leaver, colleague, customer, other } = await start({ now: "2026-03-26T09:00:00+08:00" }));
  for (const [rep, at] of [
    [leaver, customer],
    [colleague, other],
  ] as const) {
    const code = company.app.wecom.issueLoginCode(rep.memberId);
    const phone = { code, device: "iPhone 13", deviceSecret: randomUUID() };
    await company.app.api.call("auth.loginWeapp", {}, phone);
    await givenConsent(company, rep);
    await givenVisit(company, { rep, customer: at });
    await givenPhoto(company, rep);
    await givenConfirmedSale(company, { rep, customer: at });
    const body = {
      ...{ commandId: randomUUID(), text: "一直转圈", saw: null, reference: null },
      ...{ screen: "/pages/field/visit/index", program: "weapp 0.1.0", happenedAt: "2026-03-26T08:59:00+08:00" },
    };
    await company.as(rep).call("reports.send", undefined, body);
    const { commandId, ...call } = followUpBody();
    const items = [{ commandId, kind: "followUps.record" as const, lane: "c", body: { commandId, ...call } }];
    await company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items });
  }
  await company.workAll();
});

/** At a client that nobody knows. */
const followUpBody = () => ({
  ...{ commandId: randomUUID(), customerId: "nobody", channel: "phone", people: null, record: "打给了张主任" },
});
const leave = async () => {
  company.app.wecom.removeMember(leaver.memberId);
  await syncDirectory(company.app.deps);
  await company.workAll();
};
const eraseAs = (byId: string) =>
  erasePersonFor(company.app.deps, { memberId: leaver.memberId, byId, reason: "本人要求" });
/** How much of each is kept of somebody. */
async function keptOf({ memberId }: Person) {
  const of = async (collection: string, filter: object) => (await stored(collection, filter)).length;
  const checkIns = await stored("checkIns", { memberId });
  return {
    positions: checkIns.filter(({ fix }) => fix !== null).length,
    checkIns: checkIns.length,
    photos: await of("files", { memberId }),
    devices: await of("devices", { memberId }),
    sessions: await of("sessions", { memberId }),
    messages: await of("notices", { inboxOf: memberId }),
    reports: await of("reports", { memberId }),
    refusals: await of("refusals", { memberId }),
    visits: await of("visits", { memberId }),
    sales: await of("sales", { repId: memberId }),
    statements: await of("statements", { memberId }),
  };
}

describe("erasing what is kept of somebody who has left", () => {
  it("takes positions, photos, devices, sessions, messages, reports and what was refused, and leaves what pay rests on", async () => {
    const before = await keptOf(leaver);
    expect(before).toMatchObject({ positions: 1, photos: 1, devices: 1, reports: 1, refusals: 1 });
    await leave();
    await eraseAs(company.hr.memberId);
    expect(await keptOf(leaver)).toEqual({
      ...before,
      ...{ positions: 0, photos: 0, devices: 0, sessions: 0, messages: 0, reports: 0, refusals: 0 },
    });
    expect([before.visits, before.sales, before.statements].every((count) => count > 0)).toBe(true);
  });

  it("takes nothing of anybody else's", async () => {
    const before = await keptOf(colleague);
    await leave();
    await eraseAs(company.hr.memberId);
    expect(await keptOf(colleague)).toEqual(before);
  });

  it("is noted with who asked for it, why, and how much it was", async () => {
    await leave();
    await eraseAs(company.hr.memberId);
    expect(await stored("auditEntries", { action: "person.erase" })).toMatchObject([
      {
        actor: { kind: "member", id: company.hr.memberId },
        subject: `member:${leaver.memberId}`,
        detail: { reason: "本人要求", positions: 1, devices: 1 },
      },
    ]);
  });

  it("finds nothing the second time", async () => {
    await leave();
    await eraseAs(company.hr.memberId);
    expect(await eraseAs(company.hr.memberId)).toEqual({
      ...{ positions: 0, proposals: 0, photos: 0, devices: 0, messages: 0, reports: 0, refusals: 0 },
    });
  });

  it("is not done while they are still here", async () => {
    await expect(eraseAs(company.hr.memberId)).rejects.toMatchObject({ code: "right.missing" });
    expect(await keptOf(leaver)).toMatchObject({ positions: 1, photos: 1 });
  });

  it("is asked for by HR or an administrator, and nobody else", async () => {
    await leave();
    await expect(eraseAs(manager.memberId)).rejects.toMatchObject({ code: "right.missing" });
    expect(await keptOf(leaver)).toMatchObject({ positions: 1, photos: 1 });
  });
});

describe("erasing it on the page", () => {
  const page = (by: Person) => company.as(by).call("privacy.leaver", { memberId: leaver.memberId });
  const eraseHere = (more: Partial<BodyOf<"privacy.erase">> = {}, by = company.hr) =>
    company
      .as(by)
      .call(
        "privacy.erase",
        { memberId: leaver.memberId },
        { commandId: randomUUID(), name: leaver.name, reason: "本人要求", ...more },
      );

  it("finds who has left by how the name begins, and nobody who is here", async () => {
    await leave();
    const found = async (begin: string) =>
      (await company.as(company.hr).call("privacy.kept", { begin })).leavers.map(({ memberId }) => memberId);
    expect(await found(leaver.name.slice(0, 1))).toEqual([leaver.memberId]);
    expect(await found(`${leaver.name}某`)).toEqual([]);
  });

  it("says beforehand how much goes, and takes just that", async () => {
    await leave();
    const { goes } = await page(company.hr);
    expect(goes).toMatchObject({ positions: 1, photos: 1, devices: 1, reports: 1, refusals: 1 });
    expect((await eraseHere()).erased).toEqual(goes);
    const after = await page(company.hr);
    expect(Object.values(after.goes).every((count) => count === 0)).toBe(true);
    expect(after.earlier).toMatchObject([{ byName: company.hr.name }]);
  });

  it("answers alike where it arrives twice, and is noted once", async () => {
    await leave();
    const commandId = randomUUID();
    const first = await eraseHere({ commandId });
    expect(await eraseHere({ commandId })).toEqual(first);
    expect(await stored("auditEntries", { action: "person.erase" })).toMatchObject([
      { actor: { id: company.hr.memberId }, detail: { reason: "本人要求", photos: 1 } },
    ]);
  });

  it("takes nothing where another name was typed", async () => {
    await leave();
    await expect(eraseHere({ name: colleague.name })).rejects.toMatchObject({ code: "input.invalid" });
    expect(await keptOf(leaver)).toMatchObject({ positions: 1, photos: 1 });
  });

  it("is for HR and administrators, and of nobody who is still here", async () => {
    await expect(eraseHere()).rejects.toMatchObject({ code: "right.missing" });
    await leave();
    await expect(eraseHere({}, manager)).rejects.toMatchObject({ code: "right.missing" });
    await expect(page(manager)).rejects.toMatchObject({ code: "right.missing" });
    expect(await keptOf(leaver)).toMatchObject({ positions: 1, photos: 1 });
  });
});
