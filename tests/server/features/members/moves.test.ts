import { canonicalJson, evaluate } from "@shared/domain/pay";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import { readMonthState } from "../../../../server/features/statements";
import { givenCompany, givenConfirmedSale, givenPlan, givenTeam, move } from "../../../support/given";

it("prices the month of somebody who has moved to another team again, by itself", async () => {
  const company = await givenCompany();
  const { unitId, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  const other = await givenTeam(company);
  await givenPlan(company, { scope: { orgUnits: [unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  await givenConfirmedSale(company, { rep });
  await company.workAll();
  const before = await readMonthState(rep.memberId, "2026-03");

  company.app.clock.set("2026-03-27T01:00:00+08:00");
  await move(company, rep, other);
  await company.workAll();

  const after = await readMonthState(rep.memberId, "2026-03");
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(canonicalJson(after.stored)).toBe(canonicalJson(evaluate(after.assignments, after.book)));
  expect(canonicalJson(after.stored)).not.toBe(canonicalJson(before.stored));
});
