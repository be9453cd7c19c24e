import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import {
  type Company,
  type Customer,
  givenCustomer,
  givenPlan,
  payingForEach,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}, {}] });
  const [rep, colleague, stranger] = reps;
  await givenPlan(company, { scope: { orgUnits: [unitId] }, ...payingForEach("stage") });
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague], stage: "初步接触" });
  return { manager, rep, colleague, stranger, customer };
});

let company: Company;
let rep: Person;
let colleague: Person;
let stranger: Person;
let manager: Person;
let customer: Customer;
let began: string;
beforeEach(async () => {
  ({ company, rep, colleague, stranger, manager, customer } = await start({ now: "2026-03-26T09:00:00+08:00" }));
  began = await stage();
});

async function stage(): Promise<string> {
  const { customerId } = customer;
  return (await company.as(rep).call("customers.read", { customerId })).customer.stage;
}
const move = (
  to: BodyOf<"stages.move">["to"],
  { by = rep, ...more }: { by?: Person } & Partial<BodyOf<"stages.move">> = {},
) => {
  const body = { commandId: randomUUID(), from: began, to, reason: null, ...more };
  return company.as(by).call("stages.move", { customerId: customer.customerId }, body);
};
const undo = (stageChangeId: string, by = rep) =>
  company.as(by).call("stages.undo", { stageChangeId }, { commandId: randomUUID() });
const counted = async (): Promise<Record<string, number>> => {
  await company.workAll();
  const counts: Record<string, number> = {};
  for (const { memberId, sums } of await stored("memberSummaries"))
    counts[String(memberId)] = (sums as Record<string, number>)["stages.reached"] ?? 0;
  return counts;
};
const rows = async (by = rep) =>
  (await company.as(by).call("customers.timeline", { customerId: customer.customerId })).items.filter(
    ({ kind }) => kind === "stage",
  );

it("moves a client on, and leaves stages out", async () => {
  await move("方案提交");
  expect(await stage()).toBe("方案提交");
});

it("counts a step on for whoever has said so, and for the team", async () => {
  await move("方案提交", { by: colleague });
  expect(await counted()).toEqual({ [colleague.memberId]: 1 });
});

it("is one change, also when it arrives twice at once", async () => {
  const commandId = randomUUID();
  const [first, again] = await Promise.all([move("需求调研", { commandId }), move("需求调研", { commandId })]);
  expect(again).toEqual(first);
  expect(await rows()).toHaveLength(1);
});

it("goes back with a reason, which counts for nobody", async () => {
  await move("方案提交");
  await move("需求调研", { from: "方案提交", reason: "客户换了采购负责人，要重新谈" });
  expect(await stage()).toBe("需求调研");
  expect(await counted()).toEqual({ [rep.memberId]: 1 });
});

it("does not go back without a reason", async () => {
  await move("方案提交");
  await expect(move("需求调研", { from: "方案提交" })).rejects.toMatchObject({ status: 400, code: "input.invalid" });
  expect(await stage()).toBe("方案提交");
});

it("counts each stage of a client once, however often it goes back and on", async () => {
  await move("方案提交");
  await move("需求调研", { from: "方案提交", reason: "重新谈" });
  await move("方案提交", { from: "需求调研", by: colleague });
  expect(await counted()).toEqual({ [rep.memberId]: 1 });
});

it("leaves a client where a colleague has put it who was faster", async () => {
  await move("方案提交", { by: colleague });
  await expect(move("需求调研")).rejects.toMatchObject({ status: 409, code: "stage.changed" });
  expect([await stage(), (await rows()).length]).toEqual(["方案提交", 1]);
});

it("is said by one of two who say so at the same moment", async () => {
  const held = holdNextTransaction();
  const first = move("方案提交").then(
    () => "moved",
    ({ code }: { code: string }) => code,
  );
  await held.reached;
  await move("需求调研", { by: colleague });
  held.release();
  expect([await first, await stage()]).toEqual(["stage.changed", "需求调研"]);
});

it("is for those who serve the client", async () => {
  for (const by of [stranger, manager])
    await expect(move("方案提交", { by })).rejects.toMatchObject({ code: "customer.unknown" });
});

it("goes by the queue of a phone, at the time at which it was said there", async () => {
  const written = { at: "2026-03-25T17:00:00+08:00", timeKind: "anchored" };
  const body = { from: began, to: "方案提交", reason: null, written };
  const { customerId } = customer;
  const items = [{ commandId: randomUUID(), kind: "stages.move", lane: customerId, params: { customerId }, body }];
  await company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items });
  expect(await rows()).toMatchObject([{ at: "2026-03-25T09:00:00.000Z" }]);
});

it("stands in the client's stream with who has said it and why", async () => {
  await move("方案提交");
  company.app.clock.advance({ minutes: 1 });
  await move("需求调研", { from: "方案提交", reason: "重新谈" });
  expect(await rows(colleague)).toMatchObject([
    { byName: rep.name, text: "重新谈", stage: { from: "方案提交", to: "需求调研", isUndone: false, mayUndo: false } },
    { byName: rep.name, text: null, stage: { from: began, to: "方案提交" } },
  ]);
});

it("pays what a plan gives for a stage, and takes that back with it", async () => {
  const paid = async () => {
    const { lines } = await company.as(rep).call("statements.mine", { period: "2026-03" });
    return lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  };
  const { stageChangeId } = await move("方案提交");
  expect(await paid()).toBe(500);
  await undo(stageChangeId);
  expect(await paid()).toBe(0);
});

describe("a change that is taken back", () => {
  it("puts the client back and takes off what it has counted", async () => {
    const { stageChangeId } = await move("方案提交");
    await undo(stageChangeId);
    expect([await stage(), await counted()]).toEqual([began, { [rep.memberId]: 0 }]);
    expect(await rows()).toMatchObject([{ stage: { isUndone: true, mayUndo: false } }]);
  });

  it("counts again once the client has got there after all", async () => {
    await undo((await move("方案提交")).stageChangeId);
    await move("方案提交", { by: colleague });
    expect(await counted()).toEqual({ [rep.memberId]: 0, [colleague.memberId]: 1 });
  });

  it("is taken back once", async () => {
    const { stageChangeId } = await move("方案提交");
    await undo(stageChangeId);
    await move("需求调研");
    await undo(stageChangeId);
    expect(await stage()).toBe("需求调研");
  });

  it("is the newest one of the client", async () => {
    const { stageChangeId } = await move("方案提交");
    await move("需求调研", { from: "方案提交", reason: "重新谈" });
    await move("方案提交", { from: "需求调研" });
    await expect(undo(stageChangeId)).rejects.toMatchObject({ code: "stage.changed" });
  });

  it("is refused once the client has become another one, whose own stage it would be", async () => {
    const { stageChangeId } = await move("方案提交");
    const kept = await givenCustomer(company, {
      owner: rep,
      name: "悦联电气有限公司",
      shortName: "悦联",
      stage: "方案提交",
    });
    const [gone, stays] = await Promise.all(
      [customer, kept].map(async ({ customerId }) => company.as(rep).call("customers.read", { customerId })),
    );
    await company.as(manager).call(
      "customers.merge",
      { customerId: kept.customerId },
      {
        ...{ commandId: randomUUID(), otherId: customer.customerId, reason: "同一家" },
        ...{ revision: stays?.customer.revision ?? 0, otherRevision: gone?.customer.revision ?? 0 },
      },
    );
    await expect(undo(stageChangeId)).rejects.toMatchObject({ code: "stage.changed" });
    expect(await stage()).toBe("方案提交");
  });

  it("is one's own", async () => {
    const { stageChangeId } = await move("方案提交");
    await expect(undo(stageChangeId, colleague)).rejects.toMatchObject({ status: 404, code: "stage.unknown" });
  });

  it("is of a month that is not cut off", async () => {
    const { stageChangeId } = await move("方案提交");
    company.app.clock.set("2026-05-10T09:00:00+08:00");
    await expect(undo(stageChangeId)).rejects.toMatchObject({ status: 409, code: "stage.undoClosed" });
    expect(await stage()).toBe("方案提交");
  });
});

it("gives a rep what they have said of their clients' stages with what is kept of them", async () => {
  await move("方案提交");
  const kept = await company.as(rep).call("privacy.export", { period: "2026-03" });
  expect(kept.stages).toMatchObject([{ from: began, to: "方案提交", undoneAt: null }]);
});
