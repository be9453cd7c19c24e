import type { AnswerOf } from "@shared/contracts";
import { keepsMessagesBack, wecomAnswerKeptMs, wecomFaultOf, type WecomFault } from "@shared/domain/wecomAccess";
import { isDuplicateKey } from "../../db";
import type { Deps } from "../../deps";
import { WecomError } from "../../integrations/wecom";
import { DirectoryTooSmall, syncDirectory } from "../members";
import { theWecom, WecomStateModel, type WecomStateRecord, wecomStates } from "./wecomStateModel";

type AskDeps = Pick<Deps, "clock" | "realNow" | "logger" | "wecom" | "fieldKeys" | "newId">;

/** How this installation stands with WeCom, for whoever asks; nothing in it is a secret. */
export async function readWecomState({
  realNow,
}: Pick<Deps, "realNow">): Promise<Omit<AnswerOf<"setup.ready">, "knowsPeople">> {
  const record = await wecomStates.get(theWecom);
  const failure = record?.failure ?? null;
  const isAsked = isFresh(record?.askedAt, realNow());
  const known = failure ? "failing" : "answers";
  return {
    wecom: isFresh(record?.checkedAt, realNow()) ? known : !isAsked ? "unwatched" : failure ? "failing" : "asking",
    fault: failure?.fault ?? null,
    errcode: failure?.errcode ?? null,
    address: failure?.address ?? null,
    checkedAt: record?.checkedAt?.toISOString() ?? null,
    since: failure?.sinceAt.toISOString() ?? null,
    directoryReadAt: record?.directoryReadAt?.toISOString() ?? null,
  };
}

/**
 * Since when no message goes out, as far as is known; null: they do. `follow`: they are tried for a day; else each is given up with WeCom's
 * refusal, and an administrator sends it again.
 */
export async function messagesHeld(deps: Pick<Deps, "realNow">): Promise<{ since: string; follow: boolean } | null> {
  const { wecom, fault, since } = await readWecomState(deps);
  if (wecom !== "failing" || fault === null || since === null || !keepsMessagesBack(fault)) return null;
  return { since, follow: fault === "unreachable" };
}

const isFresh = (at: Date | null | undefined, now: Date): boolean =>
  at instanceof Date && now.getTime() - at.getTime() < wecomAnswerKeptMs;

/** Reads the directory and notes how that went, for everybody who waits for it. @param runId see `syncDirectory` */
export async function readDirectoryNow(deps: AskDeps, runId?: string): Promise<{ people: number; units: number }> {
  return noted(deps, { readsDirectory: true }, () => syncDirectory(deps, runId));
}

/**
 * Asks WeCom how it is: for the whole directory where that has never been read, or where the last answer was a failure, so that
 * what was missed is caught up with at once; else for what costs least.
 * @returns whether WeCom has answered
 */
export async function askWecom(deps: AskDeps): Promise<boolean> {
  const record = await wecomStates.get(theWecom);
  // Until it has answered, or nobody has for some seconds, nobody shall read that there is nobody who asks.
  if (!isFresh(record?.checkedAt, deps.realNow())) await write({ askedAt: deps.realNow() });
  try {
    if (!record?.directoryReadAt || record.failure) await readDirectoryNow(deps, `watch:${deps.newId()}`);
    else await noted(deps, { readsDirectory: false }, () => reach(deps));
    return true;
  } catch (error) {
    if (faultOf(error) === null) throw error;
    deps.logger.warn({ error }, "WeCom does not answer as it should; it is asked again");
    return false;
  }
}

/** Whoever looks how WeCom is waits so long for its answer; what comes later is noted all the same. */
const lookedAtMs = 3_000;
/** What somebody was answered so lately is not asked again. */
const isNewMs = 10_000;

/** Asks WeCom for somebody who looks how it is now, unless that has just been asked. */
export async function lookAtWecom(deps: AskDeps): Promise<void> {
  const checkedAt = (await wecomStates.get(theWecom))?.checkedAt;
  if (checkedAt && deps.realNow().getTime() - checkedAt.getTime() < isNewMs) return;
  let timer: NodeJS.Timeout | undefined;
  const asked = askWecom(deps).catch((error: unknown) => deps.logger.error({ error }, "WeCom could not be asked"));
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, lookedAtMs);
  });
  await Promise.race([asked, late]);
  clearTimeout(timer);
}

/** Its own department says that WeCom can be reached, and takes this app's secret; that it is out of sight is an answer, too. */
async function reach({ wecom }: AskDeps): Promise<void> {
  try {
    await wecom.departmentExists(1);
  } catch (error) {
    if (!(error instanceof WecomError) || wecomFaultOf(error.errcode) !== "scope") throw error;
  }
}

async function noted<T>(
  deps: AskDeps,
  { readsDirectory }: { readsDirectory: boolean },
  ask: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await ask();
    const checkedAt = deps.realNow();
    await write({ checkedAt, failure: null, ...(readsDirectory && { directoryReadAt: checkedAt }) });
    return answer;
  } catch (error) {
    const found = faultOf(error);
    if (found) {
      const checkedAt = deps.realNow();
      const sinceAt = (await wecomStates.get(theWecom))?.failure?.sinceAt ?? checkedAt;
      await write({ checkedAt, failure: { ...found, sinceAt } });
    }
    throw error;
  }
}

/** Null for what is no failure of WeCom's. */
function faultOf(error: unknown): { fault: WecomFault; errcode: number | null; address: string | null } | null {
  if (error instanceof WecomError)
    return { fault: wecomFaultOf(error.errcode), errcode: error.errcode, address: error.fromIp };
  return error instanceof DirectoryTooSmall ? { fault: "scope", errcode: null, address: null } : null;
}

/** What was noted last counts: nobody decides by it, and it is said again within minutes. */
async function write(set: Partial<WecomStateRecord>): Promise<void> {
  const put = () => WecomStateModel.updateOne({ _id: theWecom }, { $set: set }, { upsert: true });
  // Another worker may be the first one at the same moment.
  await put().catch(async (error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
    await put();
  });
}
