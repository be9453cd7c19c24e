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
