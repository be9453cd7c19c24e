import { mainLoop } from "../../server/dev/mainLoop/steps";
import { simulatorAt } from "../../server/dev/mainLoop/simulator";
import { story } from "../support/story";
import { startDemoCompany, type DemoCompany } from "../support/journeys/demoCompany";

/*
 * From footstep to fen over HTTP alone: the demo company with its worker and its jobs, WeCom beside it, and people who have
 * nothing but addresses. The steps are those of `npm start -- --check`.
 */

const toldSteps = [
  "小王 comes in by WeCom's page, 陈浩 by the mini-program",
  "小王 checks in at the nearest client, and the same tap counts once",
  "his record makes it an effective visit",
  "he records 10 万, and 陈浩 confirms it, twice with one result",
  "it takes him from 60 % to 75 % and pays 1,500.00, down to the check-in behind it",
  "he, his manager and the group read of it",
  "his team's sum moves, and 张三 is asked to help the lagging team 2",
];

let company: DemoCompany;
let steps: ReturnType<typeof mainLoop> = [];

beforeAll(async () => {
  company = await startDemoCompany();
  const { app } = company;
  steps = mainLoop({ productUrl: app.baseUrl, simulator: simulatorAt(app.wecom.baseUrl) });
}, 60_000);

afterAll(() => company.stop());

const play = (number: number) => async () => {
  await expect(steps.find((one) => one.number === number)?.play()).resolves.toEqual(expect.any(String));
};

story(
  "leads 小王 and 陈浩 from footstep to fen",
  Object.fromEntries(toldSteps.map((step, index) => [step, play(index + 1)])),
);

it("is told here with all of its steps", () => {
  expect(steps.map(({ number }) => number)).toEqual(toldSteps.map((_, index) => index + 1));
});
