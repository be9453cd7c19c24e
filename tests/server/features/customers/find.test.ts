import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { inTransaction } from "../../../../server/db";
import { customersAreFound } from "../../../../server/migrations/0012-customers-are-found";
import { sealed } from "../../../../server/db/encryptedFields";
import { customersAreFoundByAllThatIsWritten } from "../../../../server/migrations/0017-customers-are-found-by-all-that-is-written";
import { customersAreFoundByOneCharacter } from "../../../../server/migrations/0013-customers-are-found-by-one-character";
import { customersAreFoundByPlace } from "../../../../server/migrations/0016-customers-are-found-by-place";
import { customersAreFoundByAddress } from "../../../../server/migrations/0020-customers-are-found-by-address";
import { contactPhone, ContactModel } from "../../../../server/features/customers/contactModel";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import {
  givenCustomer,
  givenMember,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";
import { roundTripsOf } from "../../../support/roundTrips";
import { lookAt, putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}] });
  const { manager: stranger } = await givenTeam(company);
  const [rep] = reps;
  const auditor = await givenMember(company, { roles: ["auditor"] });
  const named = { name: "重庆海岳机械有限公司", shortName: "海岳机械" };
  const externalId = { system: "crm", id: "EXT-1" };
  const given = await givenCustomer(company, { owner: rep, ...named, externalId });
  return { manager, rep, stranger, auditor, given, customerId: given.customerId };
});

let company: Company;
let manager: Person;
let rep: Person;
let stranger: Person;
let auditor: Person;
let given: Customer;
let customerId: string;
beforeEach(async () => {
  ({ company, manager, rep, stranger, auditor, given, customerId } = await start());
});

const find = async (by: Person, words: string) =>
  (await company.as(by).call("customers.find", { words })).items.map((item) => item.customerId);

it.each(["海", "海岳", "重庆海岳机械", "cqhy", "hyjx", "ext-1"])(
  "a leader finds a client of the team by 「%s」",
  async (words) => {
    expect(await find(manager, words)).toEqual([customerId]);
  },
);

it("says whose it is and where", async () => {
  const { items } = await company.as(manager).call("customers.find", { words: "海岳" });
  expect(items[0]).toMatchObject({ name: "重庆海岳机械有限公司", ownerNames: [rep.name], grade: "B" });
});

it("is found by the last digits of a phone there, on its rep's own phone too, and the number itself is stored encrypted", async () => {
  const { name, shortName, grade, industry, stage } = (await company.as(rep).call("customers.read", { customerId }))
    .customer;
  const contacts = [{ contactId: "p1", name: "张主任", role: "采购经理", phone: "138 0013 8000", needs: "交期" }];
  const body = { commandId: randomUUID(), revision: 1, name, shortName, grade, industry, stage, contacts };
  await company.as(rep).call("customers.edit", { customerId }, body);
  expect(await find(manager, "8000")).toEqual([customerId]);
  expect(await find(manager, "8001")).toEqual([]);
  expect(await find(stranger, "8000")).toEqual([]);
  const [mine] = (await company.as(rep).call("customers.mine", {})).items;
  expect([mine?.phoneTails, mine?.contactNames]).toEqual([["8000"], ["张主任"]]);
  expect(JSON.stringify(await stored("customerContacts"))).not.toContain("13800138000");
});

describe("by more of a phone number than its end", () => {
  beforeEach(async () => {
    const { name, shortName, grade, industry, stage } = (await company.as(rep).call("customers.read", { customerId }))
      .customer;
    const contacts = [{ contactId: "p1", name: "张主任", role: null, phone: "138 0013 8000", needs: null }];
    const body = { commandId: randomUUID(), revision: 1, name, shortName, grade, industry, stage, contacts };
    await company.as(rep).call("customers.edit", { customerId }, body);
  });

  it.each(["13800138000", "+86 138 0013 8000", "0138000", "38000"])(
    "%s finds the client for whoever reads the number on its page",
    async (words) => {
      for (const by of [rep, manager, company.hr]) expect(await find(by, words)).toEqual([customerId]);
    },
  );

  it("another number of the same end finds nothing", async () => {
    expect([await find(manager, "13900138000"), await find(manager, "1138000")]).toEqual([[], []]);
  });

  it("nobody finds a number out who may not read it", async () => {
    expect([await find(stranger, "13800138000"), await find(auditor, "13800138000")]).toEqual([[], []]);
    expect(await find(auditor, "8000")).toEqual([customerId]);
  });

  it("is noted of whoever reads the client and does not serve it", async () => {
    await find(rep, "13800138000");
    await find(manager, "8000");
    expect(await stored("auditEntries", { action: "customers.find" })).toEqual([]);
    await find(manager, "13800138000");
    expect(await stored("auditEntries", { action: "customers.find" })).toMatchObject([
      { actor: { id: manager.memberId }, detail: { customerIds: [customerId] } },
    ]);
  });
});

it("shows nobody a client that they may not read", async () => {
  expect(await find(stranger, "海岳")).toEqual([]);
  expect(await find(company.finance, "海岳")).toEqual([]);
});

it("notes which clients an auditor has found", async () => {
  expect(await find(auditor, "海岳")).toEqual([customerId]);
  const [entry] = await stored("auditEntries", { action: "customers.find" });
  expect(entry).toMatchObject({ actor: { id: auditor.memberId }, detail: { customerIds: [customerId] } });
});

it("follows a new name, and the old one finds it no more", async () => {
  const { grade, industry, stage } = (await company.as(rep).call("customers.read", { customerId })).customer;
  const body = { commandId: randomUUID(), revision: 1, name: "粤联电气", shortName: "粤联", grade, industry, stage };
  await company.as(rep).call("customers.edit", { customerId }, body);
  expect(await find(manager, "yldq")).toEqual([customerId]);
  expect(await find(manager, "海岳")).toEqual([]);
});

describe("among many of others", () => {
  /** So many clients of one chain, of which every `nth` is the rep's and the others are the stranger's. */
  const givenChain = async (count: number, nth: number) => {
    const one = { grade: "C", stage: "签单", sites: [], revision: 1, searchKeys: ["n:连锁"] };
    const owned = ({ memberId }: Person) => ({
      owners: [{ memberId, share: "1", from: "2025-01-01", to: null }],
      servedByIds: [memberId],
    });
    await lookAt(() =>
      CustomerModel.insertMany(
        Array.from({ length: count }, (_, n) => ({
          ...one,
          ...owned(n % nth === nth - 1 ? rep : stranger),
          _id: `c-${String(n).padStart(4, "0")}`,
          sortKey: `liansuo:c-${String(n).padStart(4, "0")}`,
          name: `连锁${n}`,
          shortName: `连锁${n}`,
        })),
      ),
    );
  };
  const pagesOf = async (by: Person, words: string) => {
    const pages: string[][] = [];
    const cursors: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await company.as(by).call("customers.find", { words, ...(cursor && { cursor }) });
      pages.push(page.items.map((item) => item.customerId));
      cursor = page.nextCursor;
      if (cursor) cursors.push(cursor);
    } while (cursor);
    return { pages, cursors };
  };

  it.each([
    ["a rep", () => rep],
    ["a leader", () => manager],
  ])("%s finds full pages of those that are theirs to see, and no other's id", async (_who, by) => {
    await givenChain(600, 10);
    const { pages, cursors } = await pagesOf(by(), "连锁");
    expect(pages.map((page) => page.length)).toEqual([50, 10]);
    const shown = pages.flat();
    expect(new Set(shown).size).toBe(60);
    expect(shown).toEqual(expect.arrayContaining(cursors.map((one) => one.slice(one.lastIndexOf(":") + 1))));
  });

  it("a leader of few among very many gets what was found so far, told that it is cut, and all by going on", async () => {
    await givenChain(1_250, 250);
    const first = await company.as(manager).call("customers.find", { words: "连锁" });
    expect([first.items.length, first.isCut]).toEqual([4, true]);
    const { pages, cursors } = await pagesOf(manager, "连锁");
    expect(pages.map((page) => page.length)).toEqual([4, 1]);
    // Where it goes on names nobody else's client.
    expect(cursors.join()).not.toMatch(/c-\d{4}/);
  });

  it("one request reads no more than a thousand of them", async () => {
    await givenChain(1_250, 3_000);
    const reads = jest.spyOn(CustomerModel, "find");
    await company.as(manager).call("customers.find", { words: "连锁" });
    const batches = reads.mock.calls.filter(([filter]) => filter && "searchKeys" in filter).length;
    reads.mockRestore();
    expect(batches).toBe(5);
  });

  it("another's way on, or one that somebody made up, leads to the first page", async () => {
    await givenChain(1_050, 250);
    const { nextCursor } = await company.as(manager).call("customers.find", { words: "连锁" });
    const own = async (cursor: string | null) =>
      (await company.as(auditor).call("customers.find", { words: "连锁", cursor: cursor ?? "" })).items[0]?.customerId;
    expect([await own(nextCursor), await own("+made.up")]).toEqual(["c-0000", "c-0000"]);
  });

  it("whoever may see none finds one empty page, and nothing after it", async () => {
    await givenChain(250, 300);
    expect(await pagesOf(manager, "连锁")).toEqual({ pages: [[]], cursors: [] });
  });

  it("a whole phone number finds its client, however many contacts have numbers that end so", async () => {
    const { fieldKeys } = company.app.deps;
    const records = Array.from({ length: 1_001 }, (_, n) => {
      const [otherId, contactId] = [`0-${n}`, "p1"];
      const _id = `${otherId}:${contactId}`;
      const number = sealed(fieldKeys, contactPhone, _id, `86138${1000 + n}8000`);
      const said = { schemaVersion: 1, contactId, place: 0, name: "某", role: null, needs: null, revision: 1 };
      return { _id, customerId: otherId, ...said, ...number };
    });
    await putStored("customerContacts", records);
    const contacts = [{ contactId: "p1", name: "张主任", role: null, phone: "13900008000", needs: null }];
    const own = { name: "末尾电气", shortName: "末尾", contacts, customerId: "f0000000-0000-4000-8000-000000000001" };
    await givenCustomer(company, { owner: rep, ...own });
    expect(await find(rep, "139 0000 8000")).toEqual([own.customerId]);
    const asked = await roundTripsOf(() => find(rep, "139 0000 8000"));
    expect(asked.filter((one) => one === "find customerContacts")).toHaveLength(1);
  });

  it("the end of a phone number finds an own client, however many of others have numbers that end so", async () => {
    await givenChain(120, 300);
    const { fieldKeys } = company.app.deps;
    const records = Array.from({ length: 120 }, (_, n) => {
      const [customerId, contactId] = [`c-${String(n).padStart(4, "0")}`, "p1"];
      const _id = `${customerId}:${contactId}`;
      const number = sealed(fieldKeys, contactPhone, _id, `86138${1000 + n}8000`);
      return { _id, schemaVersion: 1, customerId, contactId, place: 0, name: "某", revision: 1, ...number };
    });
    await lookAt(() => ContactModel.insertMany(records));
    const contacts = [{ contactId: "p1", name: "张主任", role: null, phone: "13900008000", needs: null }];
    const own = { name: "末尾电气", shortName: "末尾", contacts, customerId: "f0000000-0000-4000-8000-000000000001" };
    await givenCustomer(company, { owner: rep, ...own });
    expect(await find(rep, "8000")).toEqual([own.customerId]);
    expect(await find(manager, "8000")).toEqual([own.customerId]);
  });
});

const migrated = (migration: typeof customersAreFound) =>
  lookAt(() =>
    migration.up({
      db: mongoose.connection.db!, // connected: the company is in it
      logger: company.app.deps.logger,
      settings: company.app.deps.settings,
      realNow: () => new Date(0),
      writeBatch: inTransaction,
      progress: () => undefined,
    }),
  );

it("finds a client that was stored before clients had keys", async () => {
  await lookAt(() =>
    CustomerModel.updateOne({ _id: customerId }, { $unset: { searchKeys: 1, initials: 1 } }, { strict: false }),
  );
  expect(await find(manager, "hyjx")).toEqual([]);
  await migrated(customersAreFound);
  expect(await find(manager, "hyjx")).toEqual([customerId]);
  expect((await company.as(rep).call("customers.mine", {})).items[0]).toMatchObject({ initials: "cqhyjx hyjx" });
});

it("finds by one character what was stored with keys of two", async () => {
  const old = ["n:海岳", "n:海岳机", "s:海岳机械"];
  await lookAt(() => CustomerModel.updateOne({ _id: customerId }, { $set: { searchKeys: old } }));
  expect(await find(manager, "海")).toEqual([]);
  await migrated(customersAreFoundByOneCharacter);
  expect(await find(manager, "海")).toEqual([customerId]);
});

it("finds by its place what was stored without one", async () => {
  const { site } = given;
  const near = async () => {
    const body = { name: "某某", shortName: "某某", phones: [], pins: [site.pin] };
    return (await company.as(stranger).call("customers.similar", undefined, body)).items.map((item) => item.customerId);
  };
  await lookAt(() => CustomerModel.updateOne({ _id: customerId }, { $unset: { placeKeys: 1 } }, { strict: false }));
  expect(await near()).toEqual([]);
  await migrated(customersAreFoundByPlace);
  expect(await near()).toEqual([customerId]);
});

it.each(["股份", "海岳股", "ext-1"])("a leader finds by 「%s」 what its rep finds", async (words) => {
  const more = { name: "海岳精工股份有限公司", shortName: "海工", externalId: { system: "crm", id: "EXT-100" } };
  const other = { name: "海岳股份有限公司", shortName: "海股", isNewSeen: true as const };
  for (const one of [more, other]) await givenCustomer(company, { owner: rep, ...one });
  const ofRep = await find(rep, words);
  expect(ofRep).not.toEqual([]);
  expect(await find(manager, words)).toEqual(ofRep);
});

it("finds by the kind of company what was stored without keys of it", async () => {
  const old = ["n:海", "n:岳", "n:海岳", "s:海岳机械"];
  await lookAt(() => CustomerModel.updateOne({ _id: customerId }, { $set: { searchKeys: old } }));
  expect(await find(manager, "有限公司")).toEqual([]);
  await migrated(customersAreFoundByAllThatIsWritten);
  expect(await find(manager, "有限公司")).toEqual([customerId]);
});

describe("by where it is", () => {
  it.each(["科学大道", "学大道", "大道 1 号"])("a leader finds a client by 「%s」", async (words) => {
    expect(await find(manager, words)).toContain(customerId);
  });

  it("a rep finds an own one, and nobody finds one that is not theirs to read", async () => {
    expect(await find(rep, "科学大道")).toEqual([customerId]);
    expect(await find(stranger, "科学大道")).toEqual([]);
  });

  it("a new address finds it, and the old one no more", async () => {
    const { site } = given;
    const body = {
      commandId: randomUUID(),
      revision: 1,
      name: "总部",
      pin: site.pin,
      radiusM: 200,
      address: "阅江西路",
    };
    await company.as(rep).call("sites.edit", { customerId, siteId: "s1" }, body);
    expect(await find(manager, "阅江西路")).toEqual([customerId]);
    expect(await find(manager, "科学大道")).toEqual([]);
  });

  it("a client that was stored before is found, once the database has followed", async () => {
    await lookAt(() => CustomerModel.updateOne({ _id: customerId }, { $unset: { addressKeys: 1 } }, { strict: false }));
    expect(await find(manager, "科学大道")).toEqual([]);
    await migrated(customersAreFoundByAddress);
    expect(await find(manager, "科学大道")).toEqual([customerId]);
  });
});
