import { remindApprovers } from "../../../../server/features/approvals";
import { syncDirectory } from "../../../../server/features/members";
import { DuplicateModel } from "../../../../server/features/duplicates/duplicateModel";
import { findDuplicates } from "../../../../server/features/duplicates";
import {
  type Company,
  type Customer,
  givenCustomer,
  givenMember,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt, putStored, stored } from "../../../support/testDatabase";

/** One client is there twice, each of another rep of the team; a stranger leads another team. */
const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const { manager: stranger } = await givenTeam(company, { reps: [{}] });
  const [rep, colleague] = reps;
  const admin = await givenMember(company, { roles: ["admin"] });
  const one = await givenCustomer(company, { owner: rep, name: "海岳机械有限公司", shortName: "海岳机械" });
  const twin = await givenCustomer(company, {
    owner: colleague,
    name: "海岳机械 股份有限公司",
    shortName: "海岳",
    isNewSeen: true,
  });
  await givenCustomer(company, { owner: rep, name: "新粤精工有限公司", shortName: "新粤精工" });
  return { manager, stranger, rep, admin, one, twin };
});

let company: Company;
let manager: Person;
let stranger: Person;
let rep: Person;
let admin: Person;
let one: Customer;
let twin: Customer;
beforeEach(async () => {
  ({ company, manager, stranger, rep, admin, one, twin } = await start());
});

const look = () => findDuplicates(company.app.deps, { at: company.app.deps.clock.now() });
const list = async (by: Person, query: { told?: "different" } = {}) =>
  (await company.as(by).call("duplicates.list", query)).items;
const pairs = async (by: Person, query = {}) =>
  (await list(by, query)).map(({ sides }) => sides.map(({ shortName }) => shortName).sort());
async function rename(name: string) {
  const { customer } = await company.as(manager).call("customers.read", { customerId: twin.customerId });
  const { revision, shortName, industry, grade, stage } = customer;
  const body = { commandId: company.newId(), revision, name, shortName, industry, grade, stage };
  await company.as(manager).call("customers.edit", { customerId: twin.customerId }, body);
}
async function decide(isDifferent: boolean, by = manager) {
  const [pair] = await stored("duplicates");
  const body = { commandId: company.newId(), revision: Number(pair?.revision), isDifferent };
  return company.as(by).call("duplicates.decide", { pairId: String(pair?._id) }, body);
}

it("a client that is there twice is a pair for whoever leads both owners, and for administrators", async () => {
  await look();
  expect(await list(manager)).toMatchObject([
    { sameBy: ["nameAlike"], decided: null, sides: [{ ownerNames: [expect.any(String)] }, {}] },
  ]);
  expect(await pairs(admin)).toEqual([["海岳", "海岳机械"]]);
  expect(await pairs(stranger)).toEqual([]);
  await expect(list(rep)).rejects.toMatchObject({ code: "right.missing" });
});

describe("a client that somebody has added although it may be another", () => {
  const known = ["新粤", "新粤精工"];

  beforeEach(async () => {
    await givenCustomer(company, { owner: rep, name: "新粤精工 有限公司", shortName: "新粤", isNewSeen: true });
    await company.workAll();
  });

  it("is a pair at once", async () => {
    expect(await pairs(manager)).toEqual([known]);
  });

  it("is the same pair in the next night", async () => {
    expect(await look()).toBe(2);
    expect(await stored("duplicates")).toMatchObject([{ revision: 1 }, { revision: 1 }]);
    expect((await pairs(manager)).sort()).toEqual([known, ["海岳", "海岳机械"]].sort());
  });
});

it("found every night it is one pair", async () => {
  await look();
  company.app.clock.advance({ days: 1 });
  expect(await look()).toBe(1);
  expect(await stored("duplicates")).toMatchObject([{ revision: 1, state: "open" }]);
});

it("said to be two it is asked about no more, also after the next night", async () => {
  await look();
  await decide(true);
  company.app.clock.advance({ days: 1 });
  await look();
  expect(await pairs(manager)).toEqual([]);
  expect(await list(manager, { told: "different" })).toMatchObject([{ decided: { byName: manager.name } }]);
});

it("said to be two it stays so through a night in which the names are not alike", async () => {
  await look();
  await decide(true);
  for (const name of ["全然不同有限公司", "海岳机械 股份有限公司"]) {
    await rename(name);
    company.app.clock.advance({ days: 1 });
    await look();
  }
  expect(await pairs(manager)).toEqual([]);
});

it("what was said of it is taken back", async () => {
  await look();
  await decide(true);
  await decide(false);
  expect(await pairs(manager)).toEqual([["海岳", "海岳机械"]]);
});

it("somebody who leads neither owner says nothing about it", async () => {
  await look();
  await expect(decide(true, stranger)).rejects.toMatchObject({ code: "right.missing" });
  expect(await stored("duplicates")).toMatchObject([{ state: "open", decision: null }]);
});

it("is gone as soon as both are one", async () => {
  await look();
  const body = {
    commandId: company.newId(),
    otherId: twin.customerId,
    revision: 1,
    otherRevision: 1,
    reason: "同一家",
  };
  await company.as(manager).call("customers.merge", { customerId: one.customerId }, body);
  expect(await pairs(manager)).toEqual([]);
  company.app.clock.advance({ days: 1 });
  await look();
  expect(await stored("duplicates")).toEqual([]);
});

it("one phone number makes a pair of two that are called otherwise", async () => {
  const contacts = [{ contactId: "p1", name: "张", role: null, phone: "13800138000", needs: null }];
  const more = { by: company.hr, contacts };
  await givenCustomer(company, { owner: rep, name: "粤联电气有限公司", shortName: "粤联电气", ...more });
  await givenCustomer(company, { owner: rep, name: "东升重工有限公司", shortName: "东升", ...more, isNewSeen: true });
  await look();
  expect((await list(admin)).map(({ sameBy }) => sameBy)).toContainEqual(["phone"]);
});

describe("in the list of what waits", () => {
  // That this company has no plan yet waits beside it.
  const waits = async (by: Person) =>
    (await company.as(by).call("todos.mine")).items.filter(({ kind }) => kind !== "setup");
  const approvals = async (by: Person) => (await company.as(by).call("todos.approvals")).items;
  const mergeThem = () => {
    const both = { otherId: twin.customerId, revision: 1, otherRevision: 1 };
    const body = { commandId: company.newId(), ...both, reason: "同一家" };
    return company.as(manager).call("customers.merge", { customerId: one.customerId }, body);
  };
  const remind = async () => {
    company.app.clock.set("2026-03-26T17:10:00+08:00");
    company.app.passRealTime({ hours: 1 });
    const at = company.app.deps.clock.now();
    await remindApprovers({ at, runId: `run-${at.toISOString()}` }, company.app.deps);
    await company.workAll();
  };
  const told = async (by: Person) =>
    (await company.as(by).call("notices.list", {})).items
      .filter(({ kind }) => kind === "duplicates_wait")
      .map(({ handled = false }) => handled);

  it("all pairs of a leader are one row, with their number", async () => {
    const given = { owner: rep, name: "新粤精工 股份有限公司", shortName: "新粤", isNewSeen: true as const };
    await givenCustomer(company, given);
    await look();
    expect(await waits(manager)).toMatchObject([{ kind: "duplicate", count: 2 }]);
    expect(await approvals(manager)).toMatchObject([{ kind: "duplicate", count: 2, isAsked: true }]);
  });

  it("a pair is nobody else's", async () => {
    await look();
    for (const person of [rep, stranger, admin]) expect(await waits(person)).toEqual([]);
  });

  it("administrators see it among what others are asked about", async () => {
    await look();
    expect(await approvals(admin)).toMatchObject([{ kind: "duplicate", isAsked: false, deciderNames: [manager.name] }]);
  });

  it("what nobody leads waits for administrators", async () => {
    await givenCustomer(company, { owner: admin, name: "新粤精工 股份有限公司", shortName: "新粤", isNewSeen: true });
    await look();
    expect((await waits(admin)).map(({ kind }) => kind)).toEqual(["duplicate"]);
  });

  it("is gone at once where both have become one", async () => {
    await look();
    await mergeThem();
    expect(await waits(manager)).toEqual([]);
  });

  it("of more than are looked through there are at least as many", async () => {
    await look();
    const [pair] = await stored("duplicates");
    const many = Array.from({ length: 1_000 }, (_, n) => ({ ...pair, _id: `~${n}` }));
    await putStored("duplicates", many);
    expect(await waits(manager)).toMatchObject([{ kind: "duplicate", isAtLeast: true }]);
  });

  it.each([
    ["has become one", mergeThem],
    ["is two", () => decide(true)],
  ])("the message about a pair that %s is done", async (_what, end) => {
    await look();
    await remind();
    expect(await told(manager)).toEqual([false]);
    await end();
    await company.workAll();
    expect(await told(manager)).toEqual([true]);
  });

  it("the message about a pair that is not alike any more is done after the night", async () => {
    await look();
    await remind();
    await rename("全然不同有限公司");
    company.app.clock.advance({ days: 1 });
    await look();
    await company.workAll();
    expect(await told(manager)).toEqual([true]);
  });

  it("the message about a pair is done once others decide on it than who was told", async () => {
    await look();
    await remind();
    company.app.wecom.putMember({ userid: manager.memberId, status: 5 });
    company.app.clock.set("2026-03-27T03:00:00+08:00");
    await syncDirectory(company.app.deps);
    await look();
    const at = company.app.deps.clock.now();
    await remindApprovers({ at, runId: "next" }, company.app.deps);
    const said = await stored("notices", { kind: "duplicates_wait" });
    const isDone = new Map(said.map(({ receiverId, handledAt }) => [receiverId, (handledAt ?? null) !== null]));
    expect([manager, admin].map(({ memberId }) => isDone.get(memberId))).toEqual([true, false]);
  });

  it("one message names no more than a page of many pairs", async () => {
    await look();
    const [pair] = await stored("duplicates");
    await putStored(
      "duplicates",
      Array.from({ length: 300 }, (_, n) => ({ ...pair, _id: `~${n}` })),
    );
    await remind();
    const [said] = await stored("notices", { kind: "duplicates_wait" });
    const { whoIds, more } = said?.params as { whoIds: string[]; more: number };
    expect([whoIds.length, more]).toEqual([200, 101]);
  });

  it("is told to whoever sees it, where a client has got its owner since the night", async () => {
    await look();
    await lookAt(() => DuplicateModel.updateOne({}, { $set: { unitIds: [] } }));
    await remind();
    expect([await told(manager), await waits(manager)]).toEqual([[], []]);
    expect([await told(admin), await waits(admin)]).toMatchObject([[false], [{ kind: "duplicate" }]]);
    await decide(true, admin);
    await company.workAll();
    expect(await told(admin)).toEqual([true]);
  });

  const away = async () => {
    const { revision } = await company.as(manager).call("absences.read");
    const today = "2026-03-26";
    const absence = { from: today, to: today, deputyId: stranger.memberId };
    await company.as(manager).call("absences.set", undefined, { commandId: company.newId(), revision, absence });
  };

  it("a leader's deputy decides on it meanwhile", async () => {
    await look();
    await away();
    expect(await waits(stranger)).toMatchObject([{ kind: "duplicate", insteadOfNames: [manager.name] }]);
    expect(await pairs(stranger)).toHaveLength(1);
    await decide(true, stranger);
    expect(await waits(stranger)).toEqual([]);
    const detail = { isDifferent: true, insteadOfId: manager.memberId };
    expect(await stored("auditEntries", { action: "duplicates.decide" })).toMatchObject([{ detail }]);
  });

  it("a leader's deputy makes one of the two meanwhile, and nobody else who does not lead their owners", async () => {
    await look();
    const [pair] = (await company.as(manager).call("duplicates.list", {})).items;
    const [a, b] = pair?.sides.map(({ customerId }) => customerId) ?? [];
    const asked = { customerId: a ?? "", otherId: b ?? "" };
    const preview = () => company.as(stranger).call("customers.mergePreview", asked);
    await expect(preview()).rejects.toMatchObject({ code: "right.missing" });
    await away();
    const { kept, other, opens } = await preview();
    expect(opens).toBe(false);
    const seen = { revision: kept.revision, otherRevision: other.revision, reason: "同一家" };
    const body = { commandId: company.newId(), otherId: other.customerId, ...seen };
    await company.as(stranger).call("customers.merge", { customerId: kept.customerId }, body);
    expect(await waits(stranger)).toEqual([]);
    const detail = { otherId: other.customerId, insteadOfId: manager.memberId };
    expect(await stored("auditEntries", { action: "customers.merge" })).toMatchObject([{ detail }]);
  });
});
