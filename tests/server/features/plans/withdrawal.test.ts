import { stored } from "../../../support/testDatabase";
import type { Company } from "../../../support/given";
import { flat, type PlanCompany, planDesk, planId, startPlanCompany } from "./givenPlans";

let company: Company;
let team: PlanCompany["team"];
beforeEach(async () => {
  ({ company, team } = await startPlanCompany());
});
const { draft, move, submitBecause, stateOf } = planDesk(() => company);

/** 150 % in place of 1.5 %. */
const tooMuch = {
  ...flat,
  components: flat.components.map((component) => ({ ...component, amount: "个人业绩 × 150%" })),
  examples: [{ name: "10万", given: { 个人业绩: "100000元" }, expect: { commission: "150000元" } }],
};

describe("a plan that pays more than is sold", () => {
  it("does not go to review before its writer has said why", async () => {
    await draft(company.hr, tooMuch);
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.faulty",
      problem: {
        faults: [
          {
            path: "components.commission.amount",
            code: "doubt.paysMuch",
            message: expect.stringContaining("卖 100,000.00 元就发 150,000.00 元") as string,
          },
        ],
      },
    });
  });

  it("goes to review with the reason, which its reviewer and the audit read", async () => {
    await draft(company.hr, tooMuch);
    await submitBecause(company.hr, 1, "清库存，老板已定");
    const { plan } = await company.as(company.finance).call("plans.read", { planId });
    expect(plan.steps.at(-1)).toMatchObject({ action: "submit", name: company.hr.name, reason: "清库存，老板已定" });
    const [entry] = await stored("auditEntries", { action: "plans.submit", subject: `plan:${planId}` });
    expect(entry?.detail).toEqual({ reason: "清库存，老板已定" });
  });
});

describe("a plan with a finding that is hardly ever meant", () => {
  it("does not go to review before its writer has said why", async () => {
    const twice = flat.components.map((component) => ({ ...component, when: "个人业绩 > 2万元 且 个人业绩 < 1万元" }));
    const examples = [{ name: "10万", given: { 个人业绩: "100000元" }, expect: { commission: "0元" } }];
    await draft(company.hr, { ...flat, components: twice, examples });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      problem: {
        faults: [
          {
            path: "components.commission.amount",
            code: "doubt.neverPays",
            message: expect.stringMatching(/种情况都不发钱.*带上 reason/u) as string,
          },
        ],
      },
    });
    await submitBecause(company.hr, 1, "先占着，下月再改条件");
    expect((await stateOf())[0]).toBe("inReview");
  });
});

describe("a plan in review", () => {
  beforeEach(async () => {
    await draft();
    await move("submit", company.hr, 1);
    await company.workAll();
  });

  it("is taken back by who submitted it", async () => {
    await move("withdraw", company.hr, 2);
    expect((await stateOf()).slice(0, 2)).toEqual(["draft", 3]);
    await draft(company.hr, { ...flat, name: "改过的方案" }, 3);
    expect(await stored("auditEntries", { action: "plans.withdraw", subject: `plan:${planId}` })).toHaveLength(1);
  });

  it("that was taken back leaves nothing to do for whoever was asked about it", async () => {
    const asked = async () =>
      (await stored("notices", { kind: "approval_ask" })).map(({ handledAt }) => (handledAt ? "done" : "open"));
    expect(await asked()).toEqual(["open"]);
    await move("withdraw", company.hr, 2);
    await company.workAll();
    expect(await asked()).toEqual(["done"]);
  });

  it("is taken back by nobody who neither wrote nor submitted it", async () => {
    await expect(move("withdraw", company.finance, 2)).rejects.toMatchObject({ code: "right.missing" });
    await expect(move("withdraw", team.manager, 2)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("that is put in force is told once to who wrote it", async () => {
    await move("publish", company.finance, 2);
    await company.workAll();
    const told = company.toldTo(company.hr).filter((sentence) => sentence.includes("发布了这一版"));
    expect(told).toEqual([`${company.finance.name}发布了这一版，4月1日起按它算收入。`]);
    expect(await stored("notices", { kind: "plan_published" })).toMatchObject([{ receiverId: company.hr.memberId }]);
  });

  it("is taken back no more once it is in force", async () => {
    await move("publish", company.finance, 2);
    await expect(move("withdraw", company.hr, 3)).rejects.toMatchObject({ code: "plan.published" });
  });
});
