import { migrations } from "../../server/migrations";
import { putStored } from "./testDatabase";

/** Marks the test's database as one of this version, as its first server does: an operator's command refuses an older one. */
export async function markUpToDate(): Promise<void> {
  const at = new Date();
  const stampOf = (number: number, name: string) => ({
    _id: number,
    name,
    startedAt: at,
    finishedAt: at,
    schemaVersion: 1,
  });
  const stamps = migrations.map(({ number, name }) => stampOf(number, name));
  await putStored("migrations", stamps);
}
