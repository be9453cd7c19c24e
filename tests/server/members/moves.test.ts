import { canonicalJson, evaluate } from "@shared/domain/pay";
import { syncDirectory } from "../../../server/features/members";
import { readMonthState } from "../../../server/features/statements";
import { startDemoWorld } from "../../support/demoWorld";

const wan = 1_000_000;

it("prices the month of somebody who has moved to another team again, by itself", async () => {
  const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  const { app } = world;
  await world.sale("xiaoli", "c-nanyue", 5 * wan);
  await world.workAll();
  const before = await readMonthState("xiaoli", "2026-03");

  app.wecom.putMember({ userid: "xiaoli", department: [4] });
  app.clock.set("2026-03-27T01:00:00+08:00");
  await syncDirectory(app.deps);
  await world.workAll();

  const after = await readMonthState("xiaoli", "2026-03");
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(canonicalJson(after.stored)).toBe(canonicalJson(evaluate(after.assignments, after.book)));
  expect(canonicalJson(after.stored)).not.toBe(canonicalJson(before.stored));
});
