import { mongo } from "mongoose";

class BrokenOff extends Error {}

/**
 * Does `work`, and `look` after each of its commits, as another process would look then. What `look` commits itself does not count.
 * @param breakAfter the commit after which the work comes no further, as where its process is ended
 * @returns how many commits there were
 */
export async function afterCommits(
  work: () => Promise<unknown>,
  look: (commits: number) => Promise<unknown>,
  breakAfter?: number,
): Promise<number> {
  const prototype = mongo.ClientSession.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its session below
  const commit = prototype.commitTransaction;
  let commits = 0;
  let looking = false;
  prototype.commitTransaction = async function (...args) {
    await commit.apply(this, args);
    if (looking) return;
    commits += 1;
    looking = true;
    await look(commits).finally(() => (looking = false));
    if (commits === breakAfter) throw new BrokenOff();
  };
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
  } finally {
    prototype.commitTransaction = commit;
  }
  return commits;
}
