import { pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import { givenReviewed } from "./givenReviewed";

const each = pharmaCompanyPerVisit.components.filter(({ code }) => code === "visit-allowance");
const travel = each.map((one) => ({ ...one, code: "travel", name: "交通补贴", nameEn: "Travel", amount: "6.81元" }));
const components = [...pharmaCompanyPerVisit.components, ...travel];
const stacking = [{ name: "合计", components: components.map(({ code }) => code), policy: "sum" as const }];
const { at, doubtful, recorded, decided } = givenReviewed({ ...pharmaCompanyPerVisit, stacking, components });

it("the message about a check-in that was not accepted says of which amounts the loss is made", async () => {
  const { company, rep } = at;
  const checkIn = await doubtful();
  await recorded(checkIn);
  await company.workAll();
  await decided(checkIn.checkInId, false);
  await company.workAll();
  const [told] = (await company.as(rep).call("notices.list", {})).items;
  expect(told?.rows.slice(0, 2)).toEqual([
    { name: "收入", value: "本月 −56.81 元" },
    { name: "其中", value: "外勤补贴 −50.00 交通补贴 −6.81" },
  ]);
});
