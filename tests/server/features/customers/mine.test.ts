import { CustomerModel } from "../../../../server/features/customers/customerModel";
import {
  givenCheckIn,
  givenCompany,
  givenConsent,
  givenCustomer,
  givenRep,
  givenVisit,
  visitBody,
} from "../../../support/given";

it("pages through every customer that one serves, co-served ones too, each once", async () => {
  const company = await givenCompany();
  const rep = await givenRep(company);
  await givenCustomer(company, { owner: rep });
  await CustomerModel.insertMany(
    Array.from({ length: 450 }, (_, index) => {
      const id = `c-${String(index).padStart(4, "0")}`;
      return {
        _id: id,
        sortKey: `c:${id}`,
        name: id,
        shortName: id,
        grade: "C",
        stage: "初步接触",
        owners: [],
        servedByIds: index % 2 === 0 ? [rep.memberId] : ["aaa", rep.memberId],
        sites: [],
        revision: 1,
      };
    }),
  );
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await company.as(rep).call("customers.mine", cursor ? { cursor } : {});
    ids.push(...page.items.map((customer) => customer.customerId));
    cursor = page.nextCursor;
  } while (cursor);
  expect(ids).toHaveLength(451);
  expect(new Set(ids).size).toBe(451);
});

it("begins anew for a phone that goes on from a version without an order of names", async () => {
  const company = await givenCompany();
  const rep = await givenRep(company);
  const { customerId } = await givenCustomer(company, { owner: rep, name: "安然食品有限公司" });
  const idsOf = ({ items }: { items: { customerId: string }[] }) => items.map((one) => one.customerId);
  const cursor = "ffffffff-0000-4000-8000-000000000001";
  expect(idsOf(await company.as(rep).call("customers.mine", { cursor }))).toEqual([customerId]);
  expect(idsOf(await company.as(rep).call("customers.list", { cursor }))).toEqual([customerId]);
});

it("says of which type the last visit there was, for the next one to begin with", async () => {
  const company = await givenCompany();
  const rep = await givenRep(company);
  const [seen] = [await givenCustomer(company, { owner: rep }), await givenCustomer(company, { owner: rep })];
  await givenConsent(company, rep);
  const typeAt = async () =>
    (await company.as(rep).call("customers.mine", {})).items.map(({ customerId, lastTypeId }) => [
      customerId === seen.customerId,
      lastTypeId,
    ]);
  await givenVisit(company, { rep, customer: seen });
  company.app.clock.advance({ days: 1 });
  const checkIn = await givenCheckIn(company, { rep, customer: seen });
  const body = visitBody(company, checkIn, {
    type: { typeId: "hospital", version: 1 },
    answers: [{ stepId: "feedback", value: "愿意试用" }],
  });
  await company.as(rep).call("visits.record", undefined, body);
  expect(new Map((await typeAt()) as [boolean, string | null][])).toEqual(
    new Map([
      [true, "hospital"],
      [false, null],
    ]),
  );
});
