import { randomUUID } from "node:crypto";
import { remindApprovers } from "../../../../server/features/approvals";
import { givenCustomer, givenSale, givenTeam, prepare } from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const other = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  return { manager: team.manager, deputy: other.manager, rep, customer: await givenCustomer(company, { owner: rep }) };
});
it.each(["2026-03-26", "2026-03-27"])("probe %s", async (from) => {
  const { company, manager, deputy, rep, customer } = await start();
  await givenSale(company, { rep, customer });
  await givenSale(company, { rep, customer, amountFen: 7_000_000 });
  await company.workAll();
  const body = { commandId: randomUUID(), revision: 0, absence: { from, to: "2026-03-27", deputyId: deputy.memberId } };
  await company.as(manager).call("absences.set", undefined, body);
  await company.workAll();
  const remind = async () => {
    await remindApprovers({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
    await company.workAll();
  };
  await remind();
  company.app.clock.set("2026-03-27T08:10:00+08:00");
  company.app.passRealTime({ hours: 22 });
  await remind();
  company.app.clock.set("2026-03-27T16:10:00+08:00");
  company.app.passRealTime({ hours: 8 });
  await remind();
  company.app.clock.set("2026-03-28T08:10:00+08:00");
  company.app.passRealTime({ hours: 16 });
  await remind();
  console.log(from, company.toldTo(deputy), company.toldTo(manager));
});
