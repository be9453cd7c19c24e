import { recordRead } from "../../../../server/audit";
import {
  givenConsent,
  givenCustomer,
  givenMember,
  givenSale,
  givenTeam,
  givenVisit,
  prepare,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const { manager } = team;
  const [rep] = team.reps;
  const customer = await givenCustomer(company, { owner: rep });
  const reader = await givenMember(company, { roles: ["auditor"] });
  return { manager, rep, reader, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let reader: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, reader, customer } = await start());
});
const looks = (action: string) => stored("auditEntries", { action });
const auditor = () => ({ kind: "member", id: reader.memberId });

describe("an auditor", () => {
  it("is noted to have read anybody's customer", async () => {
    const read = await company.as(reader).call("customers.read", { customerId: customer.customerId });
    expect(read.customer.owners.map(({ memberId }) => memberId)).toEqual([rep.memberId]);
    expect(await looks("customer.read")).toMatchObject([
      { actor: auditor(), subject: `customer:${customer.customerId}` },
    ]);
  });

  it("is noted to have read anybody's sale with the visits behind it", async () => {
    await givenConsent(company, rep);
    const { visitId } = await givenVisit(company, { rep, customer });
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 1_000_000 });
    const { footsteps } = await company.as(reader).call("sales.read", { saleId });
    expect(footsteps.map((step) => step.visitId)).toEqual([visitId]);
    expect(await looks("checkIn.read")).toMatchObject([
      { actor: auditor(), subject: `member:${rep.memberId}`, detail: { saleId, visitIds: [visitId] } },
    ]);
  });

  it("reads a sale without visits, which is noted as well", async () => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 1_000_000 });
    await company.as(reader).call("sales.read", { saleId });
    expect(await looks("sale.read")).toMatchObject([{ actor: auditor(), detail: { saleId } }]);
  });

  it("leaves no note where the one reads who serves the client", async () => {
    await company.as(rep).call("customers.read", { customerId: customer.customerId });
    expect(await looks("customer.read")).toEqual([]);
  });

  it("leaves a note where a leader reads, who sees the client's people as well", async () => {
    await company.as(manager).call("customers.read", { customerId: customer.customerId });
    expect(await looks("customer.read")).toMatchObject([{ actor: { id: manager.memberId } }]);
  });
});

describe("who has looked at whom", () => {
  type Query = { person?: string; side?: "whom" | "by"; on?: string };
  const read = async (query: Query = {}) => (await company.as(reader).call("audit.looks", query)).items;
  /** But those at the list itself. */
  const seen = async (query: Query = {}) =>
    (await read(query))
      .filter(({ what }) => what !== "audit.looks")
      .map(({ byName, whomNames, what }) => `${byName} ${whomNames.join("、")} ${what}`);
  const readSale = async (by: Person) => {
    const { saleId } = await givenSale(company, { rep, customer, amountFen: 1_000_000 });
    await company.as(by).call("sales.read", { saleId });
  };

  it("is listed for an auditor, the newest first, of one person and of a day", async () => {
    await givenConsent(company, rep);
    await givenVisit(company, { rep, customer });
    await readSale(manager);
    company.app.clock.advance({ days: 1 });
    await readSale(reader);
    const [byManager, byReader] = [manager, reader].map(({ name }) => `${name} ${rep.name} checkIn.read`);
    expect(await seen()).toEqual([byReader, byManager]);
    expect(await seen({ person: rep.memberId })).toEqual([byReader, byManager]);
    expect(await seen({ person: manager.memberId })).toEqual([]);
    expect(await seen({ person: manager.memberId, side: "by" })).toEqual([byManager]);
    expect(await seen({ on: "2026-03-26" })).toEqual([byManager]);
    expect(await seen({ on: "2026-03-27", person: rep.memberId })).toEqual([byReader]);
  });

  it("says how many entries were seen and by which request, and nothing of what they were", async () => {
    await givenConsent(company, rep);
    const { visitId } = await givenVisit(company, { rep, customer });
    await readSale(manager);
    const [look] = await read({ person: rep.memberId });
    expect(look).toMatchObject({ what: "checkIn.read", seenCount: 1, requestId: expect.any(String) as string });
    expect(JSON.stringify(look)).not.toContain(visitId);
    expect(JSON.stringify(look)).not.toContain(customer.name);
  });

  it("has each reading of the list as well, which is none of the person's own looks", async () => {
    await read();
    await read({ person: rep.memberId });
    const found = (await read()).map(({ byName, whomNames, what }) => [byName, whomNames, what]);
    expect(found).toContainEqual([reader.name, [], "audit.looks"]);
    expect(found).toContainEqual([reader.name, [rep.name], "audit.looks"]);
    expect((await company.as(rep).call("privacy.looked", {})).items).toEqual([]);
  });

  it("finds whose opening balances were read together with others'", async () => {
    await recordRead(company.app.deps, {
      ...{ id: "request-1", actor: { kind: "member", id: company.finance.memberId }, action: "opening.read" },
      ...{ subject: "opening:table-1", at: company.app.deps.clock.now() },
      detail: { members: [rep.memberId, manager.memberId] },
    });
    const [look] = await read({ person: rep.memberId });
    expect(look).toMatchObject({ what: "opening.read", byName: company.finance.name, whomCount: 2 });
  });

  it("comes page by page, each look once", async () => {
    for (let n = 0; n < 60; n += 1)
      await recordRead(company.app.deps, {
        ...{ id: `request-${n}`, actor: { kind: "member", id: manager.memberId }, action: "member.read" },
        ...{ subject: `member:${rep.memberId}`, at: company.app.deps.clock.now(), detail: { n } },
      });
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: { lookId: string }[]; nextCursor: string | null } = await company
        .as(reader)
        .call("audit.looks", { person: rep.memberId, ...(cursor !== "" && { cursor }) });
      ids.push(...page.items.map(({ lookId }) => lookId));
      cursor = page.nextCursor;
    }
    expect([ids.length, new Set(ids).size]).toEqual([61, 61]);
  });

  it("is nobody's to read who holds another office", async () => {
    for (const who of [company.finance, manager, rep])
      await expect(company.as(who).call("audit.looks", {})).rejects.toMatchObject({ code: "right.missing" });
  });
});
