import type { mongo } from "mongoose";
import { jobActor } from "@shared/domain/actor";
import { ProcessCaches } from "../../../server/lib/perProcess";
import { freshWorld, type World } from "../../../server/dev/wecom";
import { grantRole, syncDirectory } from "../../../server/features/members";
import { startTestApp, type TestAppOptions } from "../startTestApp";
import { forget, putAllStored, stored, storedCounts } from "../testDatabase";
import { Company, type Counts, emptyCompany, rolesAtFirst } from "./company";

/** Long before any test: who and what is set up without a date has been there since. */
export const longAgo = "2025-01-01T09:00:00+08:00";

interface Kept<Cast> {
  cast: Cast;
  counts: Counts;
  world: World;
  documents: [collection: string, documents: mongo.Document[]][];
}

// Of whoever sets up: nothing of it is a test's business, and nobody stays signed in.
const onTheWay = ["auditEntries", "commands", "eventLog", "events", "leases", "partitions", "sessions"];

/**
 * A company that the tests of a file begin with. It is set up by the product's own commands when the first test needs it; every
 * test then starts an app of its own on the same documents, so that none sees what another has done.
 * @param setUp people, customers, plans, targets: what has been so for long. What happens, such as a sale, belongs in the test
 * @returns starts the next test's app, with what `setUp` has returned
 */
export function prepare<Cast extends object>(
  setUp: (company: Company) => Promise<Cast>,
): (options?: TestAppOptions) => Promise<Cast & { company: Company }> {
  let kept: Kept<Cast> | null = null;
  return async (options = {}) => {
    kept ??= await keep(setUp);
    const { world, documents, counts, cast } = structuredClone(kept);
    const ofTest = (trustedDomains: string[]) => ({
      ...world,
      agents: world.agents.map((agent) => ({ ...agent, trustedDomains })),
    });
    const app = await startTestApp({ world: ofTest, ...options, people: false });
    await putAllStored(documents);
    return { ...cast, company: new Company(app, counts) };
  };
}

/** A company without sales people, for a test that sets up everything itself. */
export async function givenCompany(options: TestAppOptions = {}): Promise<Company> {
  const world = (trustedDomains: string[]) => emptyCompany(freshWorld(trustedDomains));
  const app = await startTestApp({ world, ...options, people: false });
  const then = atTime(app.deps, longAgo);
  await syncDirectory(then);
  for (const [{ memberId }, role] of rolesAtFirst) {
    const body = { commandId: `given:${memberId}:${role}`, role, unitId: null, lastOn: null };
    await grantRole(then, { actor: jobActor("setup"), memberId, body });
  }
  return new Company(app, {});
}

/** The same parts at another business time, with caches of their own: the app keeps nothing that was made with this clock. */
export const atTime = <Parts extends object>(deps: Parts, at: string) => ({
  ...deps,
  clock: { now: () => new Date(at) },
  caches: new ProcessCaches(),
});

async function keep<Cast extends object>(setUp: (company: Company) => Promise<Cast>): Promise<Kept<Cast>> {
  const company = await givenCompany();
  const cast = await setUp(company);
  await forget(...onTheWay);
  const names = Object.entries(await storedCounts()).flatMap(([name, count]) => (count > 0 ? [name] : []));
  const documents: Kept<Cast>["documents"] = [];
  for (const name of names) documents.push([name, await stored(name)]);
  return { cast, counts: company.counts, world: structuredClone(company.app.wecom.world), documents };
}
