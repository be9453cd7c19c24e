import { seedDemoCompany } from "../../../../server/dev/demoCompany/seed";
import { pharmaVisits } from "../../../../server/dev/demoCompany/pharma";
import { pharmaProducts } from "../../../../server/dev/demoCompany/visitTypes";
import { DemoClock } from "../../../../server/features/demo";
import { salesWithoutFootsteps } from "../../../support/demoFootsteps";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { lookAt, storedCounts } from "../../../support/testDatabase";

const now = "2026-03-26T09:00:00+08:00";
/** Set up once: none of the tests changes anything. */
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ people: false, now });
  await seed(app);
}, 60_000);
const seed = ({ deps }: TestApp) => lookAt(() => seedDemoCompany(deps, new DemoClock(deps.realNow), "pharma"));

it("has a visit that counts and its check-in behind each sale, of the same rep at the same client on a day before", async () => {
  expect(await salesWithoutFootsteps()).toEqual([]);
});

it("counts the company's own products where a type of visits asks for products", async () => {
  const { items } = await app.api.as("wangfang").call("visitTypes.mine");
  const offered = items.flatMap(({ steps }) => steps.filter(({ kind }) => kind === "products"));
  expect(offered.map(({ options }) => options)).toEqual([pharmaProducts, pharmaProducts]);
});

it("has an employee number and a day of joining for everybody, and a sales mode for whoever sells", async () => {
  const { items } = await app.api.as("zhoumin").call("members.list", {});
  const numbers = items.map(({ employeeNumber }) => employeeNumber);
  expect(new Set(numbers).size).toBe(items.length);
  expect(items.filter(({ employeeNumber, joinedOn }) => employeeNumber === null || joinedOn === null)).toEqual([]);
  expect(items.filter(({ byDirectory, salesMode }) => byDirectory.length > 0 !== (salesMode === "直销"))).toEqual([]);
});

it("begins a first visit to a client with what is asked in hospitals", async () => {
  expect((await app.api.as("wangfang").call("visitTypes.mine")).items[0]?.name).toBe("医院拜访");
});

it("has 王芳 paid by the visit, from the line of pay back to what the doctor said", async () => {
  const wangfang = app.api.as("wangfang");
  const { lines } = await wangfang.call("statements.mine", { period: "2026-03" });
  const allowances = lines.filter(({ name }) => name === "外勤补贴");
  expect(new Set(allowances.map(({ amountFen }) => amountFen))).toEqual(new Set([5_000]));
  // Hers of the small demo, at a client, is one more.
  expect(allowances.length).toBe(pharmaVisits().length + 1);

  // Sales 16 of 20 万, visits 35 of 44: 3,000 by 0.9 × 0.8 + 0.1 × 35 ÷ 44.
  expect(lines.find(({ name }) => name === "绩效奖金")?.amountFen).toBe(Math.round(300_000 * (0.72 + 3.5 / 44)));

  const line = allowances.find(({ customerName }) => customerName === "安济医院");
  const detail = await wangfang.call("statements.line", { period: "2026-03", lineId: line?.lineId ?? "" });
  const [visit] = detail.visits;
  expect(visit).toMatchObject({ allocatedFen: 5_000, answers: [{ label: "科室" }, { label: "医生的反馈" }] });
  const { visit: read } = await wangfang.call("visits.read", { visitId: visit?.visitId ?? "" });
  expect(read).toMatchObject({ effective: true, type: { name: "医院拜访" }, customerName: "安济医院" });
  expect((await wangfang.call("statements.ofVisit", { visitId: read.visitId })).lines[0]).toMatchObject({
    name: "外勤补贴",
    ofVisitFen: 5_000,
  });
  expect(await wangfang.call("visits.week")).toMatchObject({ done: 4, target: 10, isBehind: true });

  const before = await storedCounts();
  await seed(app);
  expect(await storedCounts()).toEqual(before);
});
