import { givenTeam, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";
import { givenManySales, made } from "./givenExports";

// As many as a workbook may have take a minute to be stored here.
jest.mock("@shared/domain/exports", () => ({
  ...jest.requireActual<object>("@shared/domain/exports"),
  workbookRowsMax: 120,
}));

const start = prepare(async (company) => {
  const { unitId, reps } = await givenTeam(company, { reps: [{}] });
  return { unitId, rep: reps[0] };
});

describe("a workbook", () => {
  it.each([
    [120, "done"],
    [121, "failed"],
  ])("of %i rows, where it may have 120, is %s", async (count, state) => {
    const { company, unitId, rep } = await start();
    await givenManySales({ rep, teamId: unitId, count });
    const one = await made(company, rep, { what: "sales", format: "xlsx", filter: { view: "mine" } });
    expect(one.task?.state).toBe(state);
    expect(await stored("files")).toHaveLength(state === "done" ? 1 : 0);
  });

  it("that has too many rows says so, and that CSV takes them", async () => {
    const { company, unitId, rep } = await start();
    await givenManySales({ rep, teamId: unitId, count: 121 });
    const one = await made(company, rep, { what: "sales", format: "xlsx", filter: { view: "mine" } });
    expect(one.task?.error?.code).toBe("export.tooLarge");
    expect(one.task?.error?.sentence).toContain("改用 CSV");
  });
});
