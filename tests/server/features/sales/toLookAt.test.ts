import {
  type Company,
  confirm,
  givenConfirmedSale,
  givenCustomer,
  givenSale,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  saleBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  return { manager, rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

const toLookAt = async (company: Company, by: Person, saleId: string) =>
  (await company.as(by).call("sales.read", { saleId })).toLookAt;

const confirmUnasked = (company: Company, by: Person, { saleId, revision }: { saleId: string; revision: number }) =>
  company.as(by).call("sales.confirm", { saleId }, { commandId: company.newId(), revision });

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
    expect(await toLookAt(company, manager, sale.saleId)).toMatchObject({ large: { than: "limit", fen: limitFen } });
    expect(await toLookAt(company, rep, sale.saleId)).toBeNull();
  });

  it("is confirmed only by somebody who was asked about it", async () => {
    const { company, manager, sale } = await given();
    const refused = { status: 422, code: "sale.confirmLarge" };
    await expect(confirmUnasked(company, manager, sale)).rejects.toMatchObject(refused);
    expect((await confirm(company, sale, manager)).state).toBe("confirmed");
  });
});

describe("a sale far above what its rep usually sells", () => {
  const sellsFen = 18_000_000;
  const given = async (usual: { soldFen?: number; targetFen?: number; signedOn?: string }) => {
    const { company, manager, rep, customer } = await start();
    const { soldFen: amountFen, targetFen, signedOn } = usual;
    if (targetFen) await givenTargets(company, [[rep, targetFen]]);
    if (amountFen) await givenConfirmedSale(company, { rep, customer, amountFen, ...(signedOn && { signedOn }) });
    const submit = (fen: number, largeAmountSeen = false) => {
      const body = saleBody(company, customer, { amountFen: fen, largeAmountSeen });
      return company.as(rep).call("sales.submit", undefined, body);
    };
    return { company, manager, rep, submit };
  };
  const asked = (large: object) => ({ status: 422, code: "sale.amountLarge", problem: { large } });

  it("is asked about by their largest one, and taken once it is meant", async () => {
    const { submit } = await given({ soldFen: sellsFen });
    await expect(submit(sellsFen * 10 + 1)).rejects.toMatchObject(asked({ than: "largest", fen: sellsFen }));
    expect((await submit(sellsFen * 10 + 1, true)).sale.state).toBe("submitted");
  });

  it("is asked about again by whoever confirms it", async () => {
    const { company, manager, submit } = await given({ soldFen: sellsFen });
    const { sale } = await submit(sellsFen * 10 + 1, true);
    const large = { than: "largest", fen: sellsFen };
    expect(await toLookAt(company, manager, sale.saleId)).toMatchObject({ large });
    const refused = { code: "sale.confirmLarge", problem: { large } };
    await expect(confirmUnasked(company, manager, sale)).rejects.toMatchObject(refused);
    expect((await confirm(company, sale, manager)).state).toBe("confirmed");
  });

  it("is none of a fen less than ten times it", async () => {
    const { company, manager, submit } = await given({ soldFen: sellsFen });
    const { sale } = await submit(sellsFen * 10 - 1);
    expect(await toLookAt(company, manager, sale.saleId)).toMatchObject({ large: null });
    expect((await confirmUnasked(company, manager, sale)).sale.state).toBe("confirmed");
  });

  it("is asked about by their target where they have sold nothing", async () => {
    const { submit } = await given({ targetFen: 60_000_000 });
    await expect(submit(600_000_000)).rejects.toMatchObject(asked({ than: "target", fen: 60_000_000 }));
  });

  it("is asked about by neither where a sale is of more than a year ago", async () => {
    const { submit } = await given({ soldFen: sellsFen, signedOn: "2025-03-25" });
    expect((await submit(sellsFen * 10)).sale.state).toBe("submitted");
  });

  it("is asked about anew where a returned one comes back with a zero more", async () => {
    const { company, manager, rep, submit } = await given({ soldFen: sellsFen });
    const { sale } = await submit(sellsFen);
    const params = { saleId: sale.saleId };
    const reason = { commandId: company.newId(), revision: sale.revision, reason: "金额和合同不一致" };
    await company.as(manager).call("sales.return", params, reason);
    const { customerId, signedOn, contractNo } = sale;
    const draft = { customerId, signedOn, contractNo, amountFen: sellsFen * 11 };
    const again = { commandId: company.newId(), revision: sale.revision + 1, ...draft };
    await expect(company.as(rep).call("sales.resubmit", params, again)).rejects.toMatchObject(
      asked({ than: "largest", fen: sellsFen }),
    );
  });
});

describe("a sale to a client that may be another one", () => {
  const given = async () => {
    const { company, manager, rep, colleague } = await start();
    const name = { name: "德盛装备有限公司", shortName: "德盛装备" };
    const known = await givenCustomer(company, { owner: colleague, ...name });
    const twin = await givenCustomer(company, { owner: rep, ...name, isNewSeen: true });
    await company.workAll();
    const sale = await givenSale(company, { rep, customer: twin });
    return { company, manager, colleague, known, sale };
  };
  const one = ({ known, colleague }: Awaited<ReturnType<typeof given>>) => ({
    customerId: known.customerId,
    ...{ shortName: "德盛装备", ownerNames: [colleague.name], sameBy: ["name"] },
  });

  it("names it with whose it is to whoever leads both, who makes them one", async () => {
    const all = await given();
    const sameClients = { shown: [one(all)], hiddenCount: 0, mayMerge: true };
    expect(await toLookAt(all.company, all.manager, all.sale.saleId)).toMatchObject({ sameClients });
  });

  it("says no more than that there is one to finance, who sees no clients", async () => {
    const { company, sale } = await given();
    const sameClients = { shown: [], hiddenCount: 1, mayMerge: false };
    expect(await toLookAt(company, company.finance, sale.saleId)).toMatchObject({ sameClients });
  });

  it("says nothing of it once somebody has said that they are two", async () => {
    const { company, manager, sale } = await given();
    const [pair] = (await company.as(manager).call("duplicates.list", {})).items;
    const params = { pairId: pair?.pairId ?? "" };
    const body = { commandId: company.newId(), revision: pair?.revision ?? 0, isDifferent: true };
    await company.as(manager).call("duplicates.decide", params, body);
    const sameClients = { shown: [], hiddenCount: 0, mayMerge: false };
    expect(await toLookAt(company, manager, sale.saleId)).toMatchObject({ sameClients });
  });
});

it("is said to be a client's first order until one is confirmed", async () => {
  const { company, manager, rep, customer } = await start();
  const first = await givenSale(company, { rep, customer });
  const second = await givenSale(company, { rep, customer });
  const isFirstOrder = async () => (await toLookAt(company, manager, second.saleId))?.isFirstOrder;
  expect(await isFirstOrder()).toBe(true);
  await confirm(company, first, manager);
  expect(await isFirstOrder()).toBe(false);
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
