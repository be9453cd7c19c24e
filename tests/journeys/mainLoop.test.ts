import { mainLoop } from "../../server/dev/mainLoop/steps";
import { simulatorAt } from "../../server/dev/mainLoop/simulator";
import { startDemoCompany, type DemoCompany } from "../support/journeys/demoCompany";

/*
 * From footstep to fen over HTTP alone: the demo company with its worker and its jobs, WeCom beside it, and people who have
 * nothing but addresses. The steps are those of `npm start -- --check`.
 */

let company: DemoCompany;
let steps: ReturnType<typeof mainLoop> = [];

beforeAll(async () => {
  company = await startDemoCompany();
  const { app } = company;
  steps = mainLoop({ productUrl: app.baseUrl, simulator: simulatorAt(app.wecom.baseUrl) });
}, 60_000);

afterAll(() => company.stop());

it.each([
  [1, "小王 comes in by WeCom's page, 陈浩 by the mini-program"],
  [2, "小王 checks in at the nearest client, and the same tap counts once"],
  [3, "his record makes it an effective visit"],
  [4, "he records 10 万, and 陈浩 confirms it, twice with one result"],
  [5, "it takes him from 60 % to 75 % and pays 1,500.00, down to the check-in behind it"],
  [6, "he, his manager and the group read of it"],
  [7, "his team's sum moves, and 张三 is asked to help the lagging team 2"],
])("step %i: %s", async (number) => {
  const step = steps.find((one) => one.number === number);
  await expect(step?.play()).resolves.toEqual(expect.any(String));
});

it("is played whole", () => {
  expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
