import { CustomerModel } from "../../../../server/features/customers/customerModel";
import { givenCompany, givenCustomer, givenRep } from "../../../support/given";

it("pages through every customer that one serves, co-served ones too, each once", async () => {
  const company = await givenCompany();
  const rep = await givenRep(company);
  await givenCustomer(company, { owner: rep });
  await CustomerModel.insertMany(
    Array.from({ length: 450 }, (_, index) => {
      const id = `c-${String(index).padStart(4, "0")}`;
      return {
        _id: id,
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
