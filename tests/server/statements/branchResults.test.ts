import { canonicalJson, evaluate, type Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import { readMonthState } from "../../../server/features/statements";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";

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

let world: DemoWorld;
const newBranch = (departmentId: number) => {
  world.app.wecom.putDepartment({ id: departmentId, name: "华东", parentId: 1, leaders: [] });
  world.app.wecom.putDepartment({ id: 30, name: "华东一队", parentId: departmentId, leaders: [] });
};
const readOn = async (at: string) => {
  world.app.clock.set(at);
  await syncDirectory(world.app.deps);
  world.app.passRealTime({ seconds: 6 });
};
const moveToNewTeam = () => world.app.wecom.putMember({ userid: "xiaoli", department: [30] });
const shareOf = async (period: string) => {
  const { stored, assignments, book } = await readMonthState("xiaoli", period);
  // What is stored is what a recomputation gives, whenever it was priced.
  expect(canonicalJson(stored)).toBe(canonicalJson(evaluate(assignments, book)));
  return stored?.lines.map(({ segment: { from, to }, amountFen }) => [from, to, amountFen]);
};

beforeEach(async () => {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  await world.publishPlan(sharesIn("xiaoli"));
});

it.each([9, 12])(
  "pays whoever has come to branch u%s by its results and not by those of u2, the old one",
  async (id) => {
    newBranch(id);
    moveToNewTeam();
    await readOn("2026-04-01T01:00:00+08:00");
    world.app.clock.set("2026-04-03T10:00:00+08:00");
    await world.as("xiaoli").call("today.read");
    await world.workAll();

    await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-04-02");
    await world.workAll();

    expect((await shareOf("2026-04"))?.at(-1)?.[2]).toBe(0);
  },
);

it("pays for the days in each branch by its results, where a team was hung under another one", async () => {
  newBranch(9);
  moveToNewTeam();
  await readOn("2026-03-30T01:00:00+08:00");
  world.app.wecom.putDepartment({ id: 30, name: "华东一队", parentId: 2, leaders: [] });
  await readOn("2026-04-10T01:00:00+08:00");
  await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-04-10");
  await world.workAll();

  const [before, after] = (await shareOf("2026-04")) ?? [];
  expect([before?.[2], after?.[2]]).toEqual([0, 70_000]); // 21 of 30 days
});
