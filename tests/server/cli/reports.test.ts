import { randomUUID } from "node:crypto";
import { reportsCommand } from "../../../server/cli/reports";
import { type Company, givenRep, type Person, prepare } from "../../support/given";
import { operate } from "../../support/operator";

const start = prepare(async (company) => ({ rep: await givenRep(company, { name: "小李" }) }));

let company: Company;
let rep: Person;
beforeEach(async () => {
  ({ company, rep } = await start());
});

const reports = (...args: string[]) => operate(company.app, reportsCommand, args);

const reported = () =>
  company.as(rep).call("reports.send", undefined, {
    commandId: randomUUID(),
    text: "一直转圈",
    saw: null,
    reference: "7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f",
    screen: "/pages/field/visit/index",
    program: "h5 0.1.0",
    happenedAt: "2026-03-26T08:59:00+08:00",
  });

it("lists a reported problem with its request number for whoever runs the server", async () => {
  await reported();
  expect((await reports()).said).toMatch(
    /小李.*request 7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f, \/pages\/field\/visit\/index, h5 0\.1\.0\n {2}一直转圈/,
  );
});

it("marks a reported problem as done for whoever runs the server", async () => {
  const { reportId } = await reported();
  expect(await reports("done", reportId, "修好了")).toMatchObject({
    code: 0,
    said: `${reportId} is done; 小李 is told.\n`,
  });
  await company.workAll();
  expect(company.toldTo(rep)).toEqual(["管服务器的人：修好了"]);
  expect((await reports()).said).toBe("Nothing waits for you.\n");
});

it("names whoever runs the server in the language of who reported it", async () => {
  const { reportId } = await reported();
  const { revision } = (await company.app.me(rep.memberId)).member;
  const language = { commandId: randomUUID(), revision, language: "en" as const };
  await company.as(rep).call("me.setLanguage", undefined, language);
  await reports("done", reportId, "Fixed");
  await company.workAll();
  expect(company.toldTo(rep)).toEqual(["Whoever runs the server: Fixed"]);
});
