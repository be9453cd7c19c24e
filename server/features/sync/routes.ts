import type { AnswerOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { type AppContext, type Handlers, problemOfThrown } from "../../http";
import { someAtOnce } from "../../lib/someAtOnce";
import { keepRefused } from "../refusals";
import { doSyncItem, type SyncedHandlers, type SyncItem } from "./syncItem";

export const syncBytesMax = 200 * 1024;
/** So many lanes are worked on at the same time: taps of different clients are inserted together, and others want the database as well. */
const lanesAtOnce = 16;

type ItemAnswer = AnswerOf<"sync.send">["items"][number];

export const syncHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "fieldKeys" | "logger">,
  handlers: SyncedHandlers,
): Handlers<"sync"> => ({
  "sync.send": async ({ ctx, actor, body }) => {
    if (body.memberId !== actor.id) throw new AppError("session.otherMember", "these commands are somebody else's");
    refuseTooLarge(ctx);
    const answers = new Map<SyncItem, ItemAnswer>();
    await someAtOnce(lanesOf(body.items), lanesAtOnce, async (lane) => {
      let isHeldUp = false;
      for (const item of lane) {
        const { commandId } = item;
        try {
          // What comes after waits with what cannot be done now, so that the order of a lane is kept.
          if (isHeldUp) throw new AppError("server.unavailable", "an earlier one of its lane could not be done");
          answers.set(item, { commandId, status: 200, body: await doSyncItem(handlers, { ctx, actor }, item) });
        } catch (thrown) {
          const problem = problemOfThrown(deps.logger, ctx, thrown);
          answers.set(item, { commandId, status: problem.status, body: { ...problem } });
          isHeldUp ||= isForNow(problem);
          await keepRefused(deps, { actor, item, problem });
        }
      }
    });
    return { items: body.items.flatMap((item) => answers.get(item) ?? []) };
  },
});

/** The same command may do in a moment. */
const isForNow = ({ status, code }: { status: number; code: string }): boolean =>
  status >= 500 || status === 429 || code === "conflict.busy";

function lanesOf(items: readonly SyncItem[]): SyncItem[][] {
  const lanes = new Map<string, SyncItem[]>();
  for (const item of items) {
    const key = item.lane ?? "";
    const lane = lanes.get(key);
    if (lane) lane.push(item);
    else lanes.set(key, [item]);
  }
  return [...lanes.values()];
}

function refuseTooLarge(ctx: AppContext): void {
  // Unpacked: what it was sent as may be smaller.
  const bytes = Buffer.byteLength(JSON.stringify(ctx.request.body));
  if (bytes > syncBytesMax) throw new AppError("body.tooLarge", `at most ${syncBytesMax / 1024} KB of commands`);
}
