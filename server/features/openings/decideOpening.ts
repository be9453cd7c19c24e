import type { BodyOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, StaleRead, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { beginTask } from "../../tasks";
import { openingsStandFrom } from "../plans";
import { readBook, writeBook } from "./book";
import { openingClosed } from "./events";
import { BalanceModel, OpeningModel } from "./openingModel";
import { openingApprovers } from "./policy";
import { postingTaskId } from "./postOpenings";
import { refused } from "./refuse";
import { openingIfAny } from "./openings";

/**
 * A second person puts opening balances into the accounts, or sends them back with a reason; whoever has prepared them takes them back. May
 * be repeated.
 * @throws AppError "import.unknown", "right.missing", "stale"; "opening.refused" where it waits no more, or the first paying day is another
 *   one by now; "input.invalid" for a return without a reason
 */
export function decideOpening(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, importId, body }: { actor: MemberActor; importId: string; body: BodyOf<"openings.decide"> },
): Promise<null> {
  const { commandId, revision, allowed, reason } = body;
  return command({ actor, commandId, kind: "openings.decide", body: { importId, ...body } }, async () => {
    const now = deps.clock.now();
    const record = await openingIfAny(importId);
    if (!record) throw new AppError("import.unknown", `no opening balances ${importId}`);
    const takesBack = record.preparedBy.id === actor.id && !allowed;
    const approvers = await openingApprovers(record, businessDayOf(now));
    allow(takesBack || approvers.includes(actor.id), "a second person who has no balance in it decides on it");
    if (record.state !== "waiting") throw refused("closed", `${importId} waits no more`);
    if (record.revision !== revision) throw new StaleRead(`${importId} has changed`, { revision: record.revision });
    if (!allowed && !takesBack && reason === null)
      throw new AppError("input.invalid", "why not", { fields: [{ field: "reason", code: "value.missing" }] });
    if (!allowed && (await BalanceModel.exists({ importId, number: { $gt: 0 } })))
      throw refused("begun", `some of ${importId} is in the accounts`);
    const [book, firstDay] = await Promise.all([readBook(), openingsStandFrom()]);
    if (allowed && firstDay.on !== record.payingOn)
      throw refused("dayMoved", `it was read as of ${record.payingOn}`, { before: record.payingOn, now: firstDay.on });
    const standsSome = allowed || (await BalanceModel.exists({ number: { $gt: 0 } })) !== null;
    const decision = { byId: actor.id, byName: actor.name, allowed, reason, at: now };
    const { id: memberId, name } = record.preparedBy;
    const payload = { importId, memberId, allowed, byId: actor.id, byName: actor.name, reason, at: now.toISOString() };
    return {
      answer: null,
      audit: {
        action: "opening.decide",
        subject: `opening:${importId}`,
        at: now,
        detail: { allowed, changes: record.changes, membersCount: record.membersCount },
      },
      write: async (session) => {
        const set = { state: allowed ? ("posting" as const) : ("returned" as const), decision };
        await updateAtRevision(OpeningModel, { id: importId, revision, set, onStale: "refuse" }, session);
        if (allowed) {
          await firstDay.keep(session);
          const task = { taskId: postingTaskId(importId, revision), by: { id: memberId, name }, input: { importId } };
          await beginTask({ ...task, kind: "openings.post", total: record.changes, at: now }, session);
        } else {
          await writeBook(book, { openId: null }, session);
          if (!standsSome) await firstDay.release(session);
        }
        const cause = `${importId}:${revision}:closed`;
        await emit(openingClosed.of({ payload, partition: `opening:${importId}`, cause }), session, deps.realNow());
      },
    };
  });
}
