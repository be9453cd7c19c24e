import { randomUUID } from "node:crypto";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
  const body = { commandId: randomUUID(), role: "auditor", unitId: null, lastOn: null } as const;
  await world.as("zhoumin").call("roles.grant", { memberId: "lisi" }, body);
});
const looks = (action: string) => stored("auditEntries", { action });
const auditor = { kind: "member", id: "lisi" };

describe("an auditor", () => {
  it("reads anybody's customer, and that is noted", async () => {
    const { customer } = await world.as("lisi").call("customers.read", { customerId: "c-haiyue" });
    expect(customer.owners.map(({ memberId }) => memberId)).toEqual(["xiaowang"]);
    expect(await looks("customer.read")).toMatchObject([{ actor: auditor, subject: "customer:c-haiyue" }]);
  });

  it("reads anybody's sale with the visits behind it, and that is noted with the visits", async () => {
    await world.consent("xiaowang");
    const { visitId } = await world.visit("xiaowang", "c-haiyue");
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 1_000_000);
    const { footsteps } = await world.as("lisi").call("sales.read", { saleId });
    expect(footsteps.map((step) => step.visitId)).toEqual([visitId]);
    expect(await looks("checkIn.read")).toMatchObject([
      { actor: auditor, subject: "member:xiaowang", detail: { saleId, visitIds: [visitId] } },
    ]);
  });

  it("reads a sale without visits, which is noted as well", async () => {
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 1_000_000);
    await world.as("lisi").call("sales.read", { saleId });
    expect(await looks("sale.read")).toMatchObject([{ actor: auditor, detail: { saleId } }]);
  });

  it("leaves no note where the owner or a leader reads", async () => {
    for (const memberId of ["xiaowang", "chenhao"])
      await world.as(memberId).call("customers.read", { customerId: "c-haiyue" });
    expect(await looks("customer.read")).toEqual([]);
  });
});
