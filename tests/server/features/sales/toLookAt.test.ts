import {
  type Company,
  confirm,
  givenCustomer,
  givenSale,
  givenTeam,
  type Person,
  prepare,
  saleBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  return { manager, rep, customer: await givenCustomer(company, { owner: rep }) };
});

const toLookAt = async (company: Company, by: Person, saleId: string) =>
  (await company.as(by).call("sales.read", { saleId })).toLookAt;

describe("a sale above the company's limit", () => {
  const given = async () => {
    const { company, manager, rep, customer } = await start();
    const limitFen = company.app.deps.settings.SALE_LIMIT_YUAN * 100;
    const body = saleBody(company, customer, { amountFen: limitFen + 1, largeAmountSeen: true });
    const { sale } = await company.as(rep).call("sales.submit", undefined, body);
    return { company, manager, rep, sale, limitFen };
  };

  it("tells the limit to whoever confirms", async () => {
    const { company, manager, rep, sale, limitFen } = await given();
    expect(await toLookAt(company, manager, sale.saleId)).toEqual({ limitFen, equal: null, sentBack: null });
    expect(await toLookAt(company, rep, sale.saleId)).toBeNull();
  });

  it("is confirmed only by somebody who was asked about it", async () => {
    const { company, manager, sale } = await given();
    const { saleId, revision } = sale;
    await expect(confirm(company, sale, manager)).rejects.toMatchObject({ status: 422, code: "sale.confirmLarge" });
    const body = { commandId: company.newId(), revision, largeAmountSeen: true };
    const answer = await company.as(manager).call("sales.confirm", { saleId }, body);
    expect(answer.sale.state).toBe("confirmed");
  });
});

describe("a sale that may be an earlier one", () => {
  const given = async () => {
    const { company, manager, rep, customer } = await start();
    const first = await givenSale(company, { rep, customer });
    const second = await givenSale(company, { rep, customer });
    const equalOf = async (saleId: string) => (await toLookAt(company, manager, saleId))?.equal;
    return { company, manager, rep, customer, first, second, equalOf };
  };

  it("names it, and that its rep says they are two", async () => {
    const { company, manager, first, second, equalOf } = await given();
    const { confirmedAt: since } = await confirm(company, first, manager);
    const equal = { saleId: first.saleId, state: "confirmed", since, isDenied: true };
    expect(await equalOf(second.saleId)).toEqual(equal);
  });

  it("says of the earlier one, whose rep was not asked, only that there is another", async () => {
    const { first, second, equalOf } = await given();
    expect(await equalOf(first.saleId)).toMatchObject({ saleId: second.saleId, state: "submitted", isDenied: false });
  });

  it("says of no other one that its rep was asked about it", async () => {
    const { company, manager, rep, customer, second, equalOf } = await given();
    const third = await givenSale(company, { rep, customer, amountFen: 12_300_000 });
    const { saleId, revision, customerId, signedOn } = second;
    const params = { saleId };
    const reason = { commandId: company.newId(), revision, reason: "金额和合同不一致" };
    await company.as(manager).call("sales.return", params, reason);
    const draft = { customerId, amountFen: third.amountFen, signedOn, contractNo: null };
    const again = { commandId: company.newId(), revision: revision + 1, ...draft };
    await company.as(rep).call("sales.resubmit", params, again);
    expect(await equalOf(saleId)).toMatchObject({ saleId: third.saleId, isDenied: false });
  });

  it("says nothing any more once the other was taken back", async () => {
    const { company, rep, first, second, equalOf } = await given();
    const { saleId, revision } = first;
    await company.as(rep).call("sales.withdraw", { saleId }, { commandId: company.newId(), revision });
    expect(await equalOf(second.saleId)).toBeNull();
  });
});

describe("a sale that comes again after a return", () => {
  const given = async (change: { amountFen?: number; contractNo?: string }) => {
    const { company, manager, rep, customer } = await start();
    const { saleId, revision, amountFen, signedOn } = await givenSale(company, { rep, customer });
    const body = { commandId: company.newId(), revision, reason: "金额和合同不一致" };
    await company.as(manager).call("sales.return", { saleId }, body);
    const { customerId } = customer;
    const draft = { customerId, amountFen, signedOn, contractNo: null, ...change };
    const again = { commandId: company.newId(), revision: revision + 1, ...draft };
    await company.as(rep).call("sales.resubmit", { saleId }, again);
    return { company, manager, rep, saleId };
  };
  const sentBackOf = async (change: Parameters<typeof given>[0]) => {
    const { company, manager, saleId } = await given(change);
    return (await toLookAt(company, manager, saleId))?.sentBack;
  };

  it("says why it was returned, and what it said then", async () => {
    const was = { amountFen: 10_000_000, contractNo: null };
    const sentBack = await sentBackOf({ amountFen: 9_800_000, contractNo: "HY-1" });
    expect(sentBack).toEqual({ reason: "金额和合同不一致", was });
  });

  it("says where nothing has changed", async () => {
    expect(await sentBackOf({})).toEqual({ reason: "金额和合同不一致", was: {} });
  });

  it("is among what its rep takes along, with what it said then", async () => {
    const { company, rep } = await given({ amountFen: 9_800_000 });
    const { sales } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    const sentBack = { reason: "金额和合同不一致", amountFen: 10_000_000, contractNo: null };
    expect(sales).toMatchObject([{ amountFen: 9_800_000, sentBack }]);
  });
});
