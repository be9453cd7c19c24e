import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { verify } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { startDemoWorld, type DemoWorld } from "../../../support/demoWorld";

let world: DemoWorld;
let saleId: string;
let visitId: string;

beforeAll(async () => {
  world = await startDemoWorld();
  // A plan for two people, which each of them receives with every amount.
  const forTwo = {
    ...internetCompany,
    code: "for-two",
    scope: { members: ["lisi", "xiaowang"] },
    validFrom: "2026-01-01",
    needs: [{ who: "lisi", atLeast: "5000元" }],
  };
  await world.publishPlan(forTwo);
  await world.consent("xiaowang");
  visitId = (await world.visit("xiaowang", "c-haiyue")).visitId;
  saleId = (await world.sale("xiaowang", "c-haiyue", 10_000_000)).saleId;
  await world.workAll();
});

const readable = (Object.keys(operations) as OperationId[]).filter(
  (id) => operations[id].method === "GET" && contracts[id].session === "member",
);

/** Where another's id is part of what the reader asks for, and why. */
const needed: Partial<Record<OperationId, string>> = {
  "targets.history": "who set or changed my target is mine to know",
  "targets.list": "who set or changed my target is mine to know",
};

it.each(readable.filter((id) => needed[id] === undefined))("%s gives a rep nobody else's id", async (id) => {
  const contract: Contract = contracts[id];
  const [line] = (await world.statement("xiaowang")).lines.filter((one) => one.saleId === saleId);
  const known: Record<string, string> = { saleId, visitId, lineId: line?.lineId ?? "", unitId: "u3" };
  const params = Object.fromEntries(
    Object.entries(contract.example.params ?? {}).map(([name, value]) => [name, known[name] ?? value]),
  );
  const answer = await world.as("xiaowang").send(id, { ...contract.example, params });
  // A problem's type holds the product's name, which is somebody's as well.
  const text = JSON.stringify({ ...(answer.body as object), type: undefined });
  const others = world.app.wecom.world.members.map(({ userid }) => userid).filter((userid) => userid !== "xiaowang");
  const named = others.filter((userid) => new RegExp(`(?<![a-z])${userid}(?![a-z])`).test(text));
  expect(named).toEqual([]);
});

it("and the receipt under a plan for two people is still computed to the fen on the phone", async () => {
  const { receipt } = await world.as("xiaowang").call("statements.receipt", { period: "2026-03" });
  expect(receipt.assignments.map(({ versions }) => versions[0]?.code)).toContain("for-two");
  expect(receipt.statement.totals.earnedFen).toBeGreaterThan(0);
  expect(verify(receipt)).toEqual({ agrees: true, intact: true, differences: [] });
});
