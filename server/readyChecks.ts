import { databaseAnswers } from "./db";
import { fieldKeysFit } from "./db/encryptedFields";
import type { Deps } from "./deps";
import { readWecomState } from "./features/setup";
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

/**
 * How WeCom is does not decide whether a process is ready: whoever is signed in goes on working without it, and who comes reads on the
 * login page what is missing. A load balancer that took processes out for it would take them all.
 */
export const readyAround = async (deps: Pick<Deps, "realNow">): Promise<Record<string, unknown>> => {
  const { wecom, fault, errcode, directoryReadAt } = await readWecomState(deps);
  return { wecom: fault === null ? { state: wecom } : { state: wecom, fault, errcode }, directoryReadAt };
};
