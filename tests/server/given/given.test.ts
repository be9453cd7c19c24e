import { givenCompany, givenConfirmedSale, givenCustomer, givenTeam, prepare } from "../../support/given";

it("a confirmed sale stands in an otherwise empty company, with all that it needs", async () => {
  const company = await givenCompany();
  const { rep, amountFen } = await givenConfirmedSale(company);
  expect((await company.as(rep.memberId).call("today.read")).mine).toMatchObject({
    doneFen: amountFen,
    ordersCount: 1,
  });
});

describe("a company that is prepared once", () => {
  const start = prepare(async (company) => {
    const [rep] = (await givenTeam(company, { reps: [{}] })).reps;
    return { rep, customer: await givenCustomer(company, { owner: rep }) };
  });
  const doneFen = async ({ company, rep }: Awaited<ReturnType<typeof start>>) =>
    (await company.as(rep).call("today.read")).mine?.doneFen ?? 0;

  it("begins each test the same, whatever another has done", async () => {
    const first = await start();
    const { saleId, amountFen } = await givenConfirmedSale(first.company, first);
    expect(await doneFen(first)).toBe(amountFen);

    const next = await start();
    expect(await doneFen(next)).toBe(0);
    expect((await givenConfirmedSale(next.company, next)).saleId).toBe(saleId);
  });

  it("has people who sign in by WeCom", async () => {
    const { company, rep } = await start();
    const code = company.app.wecom.issueLoginCode(rep.memberId);
    expect((await company.app.api.call("auth.loginWeapp", {}, { code })).token).toHaveLength(43);
  });
});
