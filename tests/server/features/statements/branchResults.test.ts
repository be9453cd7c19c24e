import { canonicalJson, evaluate, type Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import {
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";

const sharesIn = (memberId: string): Plan => ({
  ...internetCompany,
  code: "branch-share",
  scope: { members: [memberId] },
  tables: [],
  stacking: [],
  inputs: [
    {
      name: "分公司业绩",
      nameEn: "branch sales",
      kind: "measure",
      code: "sales.confirmed",
      of: "branch",
      period: "month",
    },
  ],
  components: [
    {
      code: "share",
      name: "分公司分成",
      nameEn: "branch share",
      kind: "提成",
      grain: "period",
      period: "month",
      amount: "分公司业绩 × 1%",
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
  ],
  examples: [{ name: "100元", given: { 分公司业绩: "100元" }, expect: { share: "1元" } }],
});

const start = prepare(async (company) => {
  const [rep, colleague] = (await givenTeam(company, { reps: [{}, {}] })).reps;
  await givenPlan(company, sharesIn(rep.memberId));
  const customer = await givenCustomer(company, { owner: colleague });
  return { rep, colleague, customer };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
const newBranch = (departmentId: number) => {
  company.app.wecom.putDepartment({ id: departmentId, name: "华东", parentId: 1, leaders: [] });
  company.app.wecom.putDepartment({ id: 30, name: "华东一队", parentId: departmentId, leaders: [] });
};
const readOn = async (at: string) => {
  company.app.clock.set(at);
  await syncDirectory(company.app.deps);
  company.app.passRealTime({ seconds: 6 });
};
const moveToNewTeam = () => company.app.wecom.putMember({ userid: rep.memberId, department: [30] });
const shareOf = async (period: string) => {
  const { stored, assignments, book } = await readMonthState(rep.memberId, period);
  // What is stored is what a recomputation gives, whenever it was priced.
  expect(canonicalJson(stored)).toBe(canonicalJson(evaluate(assignments, book)));
  return stored?.lines.map(({ segment: { from, to }, amountFen }) => [from, to, amountFen]);
};

beforeEach(async () => {
  ({ company, rep, colleague, customer } = await start({ now: "2026-03-26T10:05:00+08:00" }));
});

it.each([9, 12])(
  "pays whoever has come to branch u%s by its results and not by those of u2, the old one",
  async (id) => {
    newBranch(id);
    moveToNewTeam();
    await readOn("2026-04-01T01:00:00+08:00");
    company.app.clock.set("2026-04-03T10:00:00+08:00");
    await company.as(rep).call("today.read");
    await company.workAll();

    await givenConfirmedSale(company, { rep: colleague, customer, amountFen: 10_000_000, signedOn: "2026-04-02" });
    await company.workAll();

    expect((await shareOf("2026-04"))?.at(-1)?.[2]).toBe(0);
  },
);

it("pays for the days in each branch by its results, where a team was hung under another one", async () => {
  newBranch(9);
  moveToNewTeam();
  await readOn("2026-03-30T01:00:00+08:00");
  company.app.wecom.putDepartment({ id: 30, name: "华东一队", parentId: 2, leaders: [] });
  await readOn("2026-04-10T01:00:00+08:00");
  await givenConfirmedSale(company, { rep: colleague, customer, amountFen: 10_000_000, signedOn: "2026-04-10" });
  await company.workAll();

  const [before, after] = (await shareOf("2026-04")) ?? [];
  expect([before?.[2], after?.[2]]).toEqual([0, 70_000]); // 21 of 30 days
});
