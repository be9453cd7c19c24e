import type { Deps } from "../../deps";
import { WecomError } from "../../integrations/wecom";
import { type Directory, type Recorded, unlistedUnits } from "./directoryState";
import { departmentIdOf, memberIdOf, userIdOf } from "./memberIds";
import { tellApart } from "./tellApart";

type ReadDeps = Pick<Deps, "wecom" | "logger" | "fieldKeys">;

/**
 * What WeCom's directory says now. Who or what is on no list is asked for by name, since absence says nothing: departments are
 * read one after the other while people are moved, and an app whose scope was narrowed sees less. Whoever WeCom neither
 * shows nor calls gone stays as they are, until an administrator has put that right.
 * @throws WecomError where WeCom does not answer, or not to this app at all
 */
export async function readDirectory(deps: ReadDeps, recorded: Recorded): Promise<Directory> {
  const { wecom } = deps;
  const recordedIds = new Set(recorded.members.map(({ _id }) => _id));
  const unanswered = new Map<string, string>();
  const goneIds = new Set<string>();
  // The people first: whichever department one of them has been put into meanwhile is on the list that is read after.
  const users = await wecom.listUsers();
  const unsureIds = tellApart(deps, recorded, users, { recordedIds, goneIds });
  const onList = new Set(users.map((user) => memberIdOf(user.memberId, recordedIds)));
  for (const { _id, state } of recorded.members) {
    if (state === "left" || onList.has(_id) || goneIds.has(_id)) continue;
    const user = await answerOf(_id, () => wecom.findUser(userIdOf(_id)), unanswered);
    if (user === null) goneIds.add(_id);
    else if (user) users.push(user);
  }
  const departments = await wecom.listDepartments();
  for (const { _id } of unlistedUnits(recorded, departments)) {
    const exists = await answerOf(_id, () => wecom.departmentExists(departmentIdOf(_id)), unanswered);
    if (exists === false) goneIds.add(_id);
  }
  if (unanswered.size > 0) tellUnanswered(deps, unanswered);
  return { departments, users, recordedIds, goneIds, unsureIds };
}

/** What WeCom answers about one person or department; undefined where it gives no answer for this one. */
async function answerOf<T>(id: string, ask: () => Promise<T>, unanswered: Map<string, string>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isAboutThisOne(error)) throw error;
    unanswered.set(id, error.message);
    return undefined;
  }
}

/** Not that WeCom is away, busy, or takes neither this app's secret nor its token: then nobody would get an answer. */
const isAboutThisOne = (error: unknown): error is WecomError =>
  error instanceof WecomError && error.errcode !== null && error.retry === "never" && error.api !== "gettoken";

function tellUnanswered({ logger }: ReadDeps, unanswered: ReadonlyMap<string, string>): void {
  const [[, example] = []] = unanswered;
  logger.error(
    { alarm: "directory.unanswered", ids: [...unanswered.keys()].slice(0, 50), count: unanswered.size, example },
    "WeCom neither shows these members and departments nor says that they are gone, so they stay as they are: " +
      "put them back into the app's visible range in WeCom's admin console, or delete there who has left",
  );
}
