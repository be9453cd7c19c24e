import { internetCompany } from "@shared/domain/pay/plans";
import { readOrganisationSnapshot } from "../../../../server/features/plans";
import { putStored, resetDatabase } from "../../../support/testDatabase";

it("takes the versions of a plan from the oldest to the newest, however they are stored", async () => {
  await resetDatabase();
  const inStore = [
    ["b", 1],
    ["a", 10],
    ["a", 2],
  ] as const;
  await putStored(
    "plans",
    inStore.map(([code, version]) => ({
      _id: `${code}@${version}`,
      ...{ schemaVersion: 1, state: "published", steps: [], publishedAt: new Date(0), revision: 1 },
      plan: { ...internetCompany, code, version },
    })),
  );
  const { plans } = await readOrganisationSnapshot();
  expect(plans.map(({ code, version }) => `${code}@${version}`)).toEqual(["a@2", "a@10", "b@1"]);
});
