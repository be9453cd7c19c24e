import { databaseAnswers } from "./db";
import { fieldKeysFit } from "./db/encryptedFields";
import type { Deps } from "./deps";
import { databaseFitsVersion } from "./migrations/prepareDatabase";

/**
 * What must be true before requests are sent to a process. A newer version, or a key that this process was not given, may
 * come while it runs: then it says here that it is of no use any more.
 */
export const readyChecks = (deps: Pick<Deps, "fieldKeys">): Record<string, () => Promise<boolean>> => ({
  database: databaseAnswers,
  version: databaseFitsVersion,
  fieldKeys: () => fieldKeysFit(deps.fieldKeys),
});
