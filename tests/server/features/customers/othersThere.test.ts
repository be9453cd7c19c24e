import {
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  givenVisit,
  prepare,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}, {}] });
  for (const person of reps) await givenConsent(company, person);
  const [rep, colleague, stranger] = reps;
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
  const own = await givenCustomer(company, { owner: stranger });
  return { manager, rep, colleague, stranger, customer, own };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let stranger: Person;
let customer: Customer;
let own: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, stranger, customer, own } = await start());
});

const seenBy = async (person: Person) => {
  const { items } = await company.as(person).call("customers.mine", {});
  return items.find(({ customerId }) => customerId === customer.customerId);
};

describe("before the tap, a rep's phone knows", () => {
  it("who else was there last, and when", async () => {
    await givenVisit(company, { rep: colleague, customer });
    company.app.clock.advance({ days: 30 });
    expect(await seenBy(rep)).toMatchObject({ otherThere: { byName: colleague.name, on: "2026-03-26" } });
    company.app.clock.advance({ days: 1 });
    expect(await seenBy(rep)).toMatchObject({ otherThere: null });
  });

  it("also of a tap that has no record yet", async () => {
    await givenCheckIn(company, { rep: colleague, customer });
    expect((await seenBy(rep))?.otherThere).toEqual({ byName: colleague.name, on: "2026-03-26" });
  });

  it("nothing of a tap that was made elsewhere, nor of a visit on it", async () => {
    await givenVisit(company, { rep: colleague, customer, northM: 2_000 });
    await givenCheckIn(company, { rep: colleague, customer, northM: 2_000 });
    expect((await seenBy(rep))?.otherThere).toBeNull();
  });

  it("nothing of one's own visits", async () => {
    await givenVisit(company, { rep, customer });
    expect((await seenBy(rep))?.otherThere).toBeNull();
  });

  it("whose the client is, where that is somebody else", async () => {
    expect(await seenBy(colleague)).toMatchObject({ otherOwners: [{ name: rep.name }] });
    expect(await seenBy(rep)).toMatchObject({ otherOwners: [] });
  });

  it("who was at the other one, once two clients are one", async () => {
    await givenVisit(company, { rep: stranger, customer: own });
    const body = { commandId: company.newId(), otherId: own.customerId, revision: 1, otherRevision: 1, reason: null };
    await company.as(manager).call("customers.merge", { customerId: customer.customerId }, body);
    expect((await seenBy(rep))?.otherThere).toEqual({ byName: stranger.name, on: "2026-03-26" });
  });

  it("nothing about clients of others", async () => {
    await givenVisit(company, { rep, customer });
    expect(JSON.stringify(await company.as(stranger).call("customers.mine", {}))).not.toContain(rep.name);
  });
});
