import type { Deps } from "../../deps";
import { WecomError, type WecomUser } from "../../integrations/wecom";
import { type Directory, type Recorded, unlistedUnits } from "./directoryState";
import { departmentIdOf, isFollowed, memberIdOf, userIdOf } from "./memberIds";
import { judgeIdentities } from "./identityVerdict";

type ReadDeps = Pick<Deps, "wecom" | "logger" | "fieldKeys">;

/**
 * What WeCom's directory says now. Who or what is on no list is asked for by name, since absence says nothing: departments are
 * read one after the other while people are moved, and an app whose scope was narrowed sees less. Whoever WeCom neither
 * shows nor calls gone stays as they are, until an administrator has put that right; so does whose departments it does not say.
 * @throws WecomError where WeCom does not answer, or not to this app at all
 */
export async function readDirectory(deps: ReadDeps, recorded: Recorded): Promise<Directory> {
  const { wecom } = deps;
  const recordedIds = new Set(recorded.members.map(({ _id }) => _id));
  const unanswered = new Map<string, string>();
  const goneIds = new Set<string>();
  // The people first: whichever department one of them has been put into meanwhile is on the list that is read after.
  const users = await wecom.listUsers();
  const onList = new Set(users.map((user) => memberIdOf(user.memberId, recordedIds)));
  for (const { _id, state, decided } of recorded.members) {
    // Nobody asks for all who have ever left; for one of whom an administrator has said who has the userid now.
    if (onList.has(_id) || (state === "left" && !decided)) continue;
    // Whoever has the userid by now, this one has not: asked for by name, WeCom would show the other.
    const user = isFollowed(_id, recordedIds)
      ? null
      : await answerOf(_id, () => wecom.findUser(userIdOf(_id)), unanswered);
    if (user === null) goneIds.add(_id);
    else if (user) users.push(user);
  }
  // Of everybody whom WeCom shows, on a list or by name.
  const unsureIds = judgeIdentities(deps, recorded, users, { recordedIds, goneIds });
  const departments = await wecom.listDepartments();
  for (const { _id } of unlistedUnits(recorded, departments)) {
    const exists = await answerOf(_id, () => wecom.departmentExists(departmentIdOf(_id)), unanswered);
    if (exists === false) goneIds.add(_id);
  }
  if (unanswered.size > 0) tellUnanswered(deps, unanswered);
  const placed = withoutUnplaced(deps, recorded, users, recordedIds);
  const shownIds = new Set(users.map(({ memberId }) => memberIdOf(memberId, recordedIds)));
  return { departments, users: placed, recordedIds, goneIds, shownIds, unsureIds };
}

/**
 * A member whose departments WeCom does not say keeps the recorded place. Somebody new, or who comes back, has none to keep: they
 * are left out until it is said, as if they were on no list.
 */
function withoutUnplaced(
  { logger }: ReadDeps,
  recorded: Recorded,
  users: readonly WecomUser[],
  recordedIds: ReadonlySet<string>,
): WecomUser[] {
  const present = new Set(recorded.members.flatMap(({ _id, state }) => (state === "left" ? [] : [_id])));
  const unplaced = users.filter(
    ({ active, departmentIds, mainDepartmentId }) => active && departmentIds === null && mainDepartmentId === null,
  );
  if (unplaced.length === 0) return [...users];
  const isHere = (user: WecomUser) => present.has(memberIdOf(user.memberId, recordedIds));
  const leftOut = unplaced.filter((user) => !isHere(user));
  const idsOf = (some: readonly WecomUser[]) => some.slice(0, 50).map(({ memberId }) => memberId);
  logger.warn(
    {
      ...{ alarm: "directory.unplaced", count: unplaced.length },
      ...{ kept: idsOf(unplaced.filter(isHere)), leftOut: idsOf(leftOut) },
    },
    "WeCom does not say in which departments these members are: those who are here keep their place, and nobody new comes in " +
      "before it is said; look at them in WeCom's admin console, and at what this app may read there",
  );
  return users.filter((user) => !leftOut.includes(user));
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
