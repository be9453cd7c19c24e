import { CheckInModel } from "../../../../server/features/checkIns/checkInModel";
import { CustomerModel } from "../../../../server/features/customers/customerModel";
import {
  checkInBody,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
  visitBody,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const [rep, colleague] = (await givenTeam(company, { reps: [{}, {}] })).reps;
  const customer = await givenCustomer(company, { owner: rep });
  const another = await givenCustomer(company, { owner: rep });
  const others = await givenCustomer(company, { owner: colleague });
  return { rep, customer, another, others };
});

let company: Company;
let rep: Person;
let customer: Customer;
let another: Customer;
let others: Customer;
beforeEach(async () => {
  ({ company, rep, customer, another, others } = await start());
});

it("asks for consent before the first position", async () => {
  await expect(givenCheckIn(company, { rep, customer })).rejects.toMatchObject({
    status: 403,
    code: "checkIn.consentMissing",
  });
});

describe("after the consent", () => {
  beforeEach(() => givenConsent(company, rep));

  it("judges the tap by the pin of the site", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer, northM: 86 });
    expect(checkIn).toMatchObject({ verdict: "inside", radiusM: 200, accuracyM: 18, on: "2026-03-26", visitId: null });
    expect(Math.round(checkIn.distanceM ?? 0)).toBe(86);
    expect(checkIn.recordUntil).toBe("2026-03-27T01:00:00.000Z");
  });

  it.each([
    [215, "doubtful"],
    [2_400, "outside"],
  ])("keeps a tap %d m away as %s", async (northM, verdict) => {
    expect((await givenCheckIn(company, { rep, customer, northM })).verdict).toBe(verdict);
  });

  it("keeps a tap without a position for evidence", async () => {
    const body = checkInBody(company, customer, { fix: null });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
    expect(checkIn).toMatchObject({ verdict: "unverified", distanceM: null });
  });

  it("is one check-in, also when the tap arrives three times at once", async () => {
    const body = checkInBody(company, customer);
    const send = () => company.as(rep).call("checkIns.create", undefined, body);
    const [first, second, third] = await Promise.all([send(), send(), send()]);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
    expect(items).toHaveLength(1);
  });

  describe("an id that was used for another kind of command is refused without a trace", () => {
    const mine = async () => (await company.as(rep).call("checkIns.mine", { on: "2026-03-26" })).items;

    it("a check-in first", async () => {
      const checkIn = await givenCheckIn(company, { rep, customer });
      const tap = checkInBody(company, another);
      await company.as(rep).call("checkIns.create", undefined, tap);
      const visit = visitBody(company, checkIn, { commandId: tap.commandId });
      await expect(company.as(rep).call("visits.record", undefined, visit)).rejects.toMatchObject({
        status: 409,
        code: "command.reused",
      });
      expect(await mine()).toMatchObject([{ visitId: null }, { visitId: null }]);
    });

    it("a visit first, in the same process", async () => {
      const checkIn = await givenCheckIn(company, { rep, customer });
      const tap = checkInBody(company, another);
      await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn, { commandId: tap.commandId }));
      await expect(company.as(rep).call("checkIns.create", undefined, tap)).rejects.toMatchObject({
        status: 409,
        code: "command.reused",
      });
      expect(await mine()).toHaveLength(1);
    });
  });

  it("refuses another tap under the same id and keeps the first", async () => {
    const body = checkInBody(company, customer);
    await company.as(rep).call("checkIns.create", undefined, body);
    const other = { ...body, customerId: another.customerId };
    await expect(company.as(rep).call("checkIns.create", undefined, other)).rejects.toMatchObject({
      status: 409,
      code: "command.reused",
    });
  });

  it("tells with the day that a second check-in at a customer is not counted again", async () => {
    const first = await givenCheckIn(company, { rep, customer });
    company.app.clock.advance({ minutes: 5 });
    const second = await givenCheckIn(company, { rep, customer });
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
    const repeats = items.map(({ checkInId, repeatedOnDay }) => [checkInId, repeatedOnDay]);
    expect(repeats).toEqual([
      [second.checkInId, true],
      [first.checkInId, false],
    ]);
  });

  it("keeps all of a check-in that anybody asks for later", async () => {
    const { checkInId } = await givenCheckIn(company, { rep, customer });
    expect(await stored("commands", { kind: "checkIns.create" })).toEqual([]);
    expect(await stored("checkIns")).toMatchObject([
      {
        _id: checkInId,
        sealed: false,
        command: { kind: "checkIns.create" },
        audit: {
          actor: { kind: "member", id: rep.memberId },
          action: "checkIn.create",
          subject: checkInId,
          detail: { customerId: customer.customerId, verdict: "inside" },
        },
      },
    ]);
  });

  it("is stored as its schema says", async () => {
    await givenCheckIn(company, { rep, customer });
    await company.as(rep).call("checkIns.create", undefined, checkInBody(company, another, { fix: null }));
    const documents = await stored("checkIns");
    expect(documents).toHaveLength(2);
    // `strict: "throw"` refuses a field that the schema does not know, and validate() what it lacks or is of another type.
    for (const document of documents) await expect(new CheckInModel(document).validate()).resolves.toBeUndefined();
  });

  it("gives a repeat its first answer, also when by now the rep no longer serves the customer", async () => {
    const body = checkInBody(company, customer);
    const send = () => company.as(rep).call("checkIns.create", undefined, body);
    const first = await send();
    await lookAt(() => CustomerModel.updateOne({ _id: customer.customerId }, { $set: { owners: [] } }));
    company.app.passRealTime({ seconds: 5 });
    expect(await send()).toEqual(first);
    await expect(givenCheckIn(company, { rep, customer })).rejects.toMatchObject({ code: "customer.unknown" });
  });

  it("names the field where the axes of a position were swapped", async () => {
    const { fix, ...body } = checkInBody(company, customer);
    const swapped = { latDeg: fix?.lngDeg ?? 113, lngDeg: fix?.latDeg ?? 23, accuracyM: 18, kind: "live" as const };
    await expect(company.as(rep).call("checkIns.create", undefined, { ...body, fix: swapped })).rejects.toMatchObject({
      status: 400,
      problem: { fields: [{ field: "fix.latDeg", code: "value.tooLarge" }] },
    });
  });

  it("cannot verify a position that claims to be exact to 0 m", async () => {
    const { fix, ...body } = checkInBody(company, customer);
    const exact = fix && { ...fix, accuracyM: 0 };
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, { ...body, fix: exact });
    expect(checkIn.verdict).toBe("unverified");
  });

  it("knows only customers that one serves", async () => {
    await expect(givenCheckIn(company, { rep, customer: others })).rejects.toMatchObject({
      status: 404,
      code: "customer.unknown",
    });
  });

  it("takes a tap of yesterday as yesterday's", async () => {
    const late = checkInBody(company, customer, { tappedAt: "2026-03-25T16:00:00+08:00" });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, late);
    expect(checkIn).toMatchObject({ on: "2026-03-25", verdict: "inside" });
  });

  it("takes a tap from tomorrow as now's, with doubt", async () => {
    const early = checkInBody(company, customer, { tappedAt: "2026-03-27T16:00:00+08:00" });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, early);
    expect(checkIn).toMatchObject({ on: "2026-03-26", verdict: "doubtful" });
  });
});
