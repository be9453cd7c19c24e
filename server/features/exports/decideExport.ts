import type { BodyOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, StaleRead, update } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { beginTask } from "../../tasks";
import { readDeciders } from "../absences";
import { exportClosed } from "./events";
import { ExportModel, type ExportRecord } from "./exportModel";
import { exportIfAny, whoDecidesExport } from "./exports";

/**
 * A second person says whether a table of many rows may be made. May be repeated.
 * @throws AppError "export.unknown", "right.missing", "stale"; "export.closed" where it waits no more; "input.invalid" for a refusal without a
 *   reason
 */
export function decideExport(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, exportId, body }: { actor: MemberActor; exportId: string; body: BodyOf<"exports.decide"> },
): Promise<null> {
  const { commandId, revision, allowed, reason } = body;
  return command({ actor, commandId, kind: "exports.decide", body: { exportId, ...body } }, async () => {
    const now = deps.clock.now();
    const record = await exportIfAny(exportId);
    if (!record) throw new AppError("export.unknown", `no export ${exportId}`);
    allow(await isDecider(actor, record, now), "a second person above whoever asks decides on it");
    if (record.state !== "waiting" || isOver(record, now))
      throw new AppError("export.closed", `${exportId} waits no more`);
    if (record.revision !== revision) throw new StaleRead(`${exportId} has changed`, { revision: record.revision });
    if (!allowed && reason === null)
      throw new AppError("input.invalid", "why not", { fields: [{ field: "reason", code: "value.missing" }] });
    const state = allowed ? "allowed" : "refused";
    const taskId = allowed ? `${exportId}:allowed:${revision}` : record.taskId;
    const decision = { byId: actor.id, byName: actor.name, allowed, reason, at: now };
    const { memberId, memberName, what, rows } = record;
    const payload = { exportId, memberId, what, state, byName: actor.name, reason, at: now.toISOString() } as const;
    return {
      answer: null,
      audit: { action: "export.decide", subject: `export:${exportId}`, at: now, detail: { allowed, what, rows } },
      write: async (session) => {
        const set = { state, decision, waitsSince: null, waitsUntil: null, taskId } as const;
        const filter = { _id: exportId, revision };
        await update(ExportModel, { filter, set, inc: { revision: 1 } }, session, (count) => {
          if (count === 0) throw new StaleRead(`${exportId} has changed`, { revision: null });
        });
        const by = { id: memberId, name: memberName };
        if (allowed)
          await beginTask(
            { taskId, kind: "exports.make", by, input: { exportId }, total: rows ?? null, at: now },
            session,
          );
        await emit(
          exportClosed.of({ payload, partition: `export:${exportId}`, cause: `${exportId}:${revision}` }),
          session,
          deps.realNow(),
        );
      },
    };
  });
}

const isOver = ({ waitsUntil }: ExportRecord, now: Date): boolean =>
  waitsUntil !== null && waitsUntil !== undefined && waitsUntil <= now;

/** Whether this very person is asked by now. */
export async function isDecider(actor: MemberActor, record: ExportRecord, now: Date): Promise<boolean> {
  if (record.memberId === actor.id) return false;
  const deciders = await readDeciders(businessDayOf(now));
  return (await deciders.of(whoDecidesExport(record))).some(({ memberId }) => memberId === actor.id);
}
