import type { BodyOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, StaleRead, update } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { exportClosed } from "./events";
import { ExportModel } from "./exportModel";
import { ownExport } from "./exports";

/**
 * Whoever has asked for a table of many rows wants it no more: nobody is asked about it any longer. May be repeated.
 * @throws AppError "export.unknown", "stale"; "export.closed" where it waits no more
 */
export function withdrawExport(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, exportId, body }: { actor: MemberActor; exportId: string; body: BodyOf<"exports.withdraw"> },
): Promise<null> {
  const { commandId, revision } = body;
  return command({ actor, commandId, kind: "exports.withdraw", body: { exportId, ...body } }, async () => {
    const at = deps.clock.now();
    const record = await ownExport(actor, exportId);
    if (record.state !== "waiting") throw new AppError("export.closed", `${exportId} waits no more`);
    if (record.revision !== revision) throw new StaleRead(`${exportId} has changed`, { revision: record.revision });
    const { memberId, what, rows } = record;
    const told = { exportId, memberId, what, byName: null, reason: null, at: at.toISOString() };
    const payload = { ...told, state: "withdrawn" } as const;
    return {
      answer: null,
      audit: { action: "export.withdraw", subject: `export:${exportId}`, at, detail: { what, rows } },
      write: async (session) => {
        const set = { state: "withdrawn", waitsSince: null, waitsUntil: null } as const;
        const filter = { _id: exportId, revision };
        await update(ExportModel, { filter, set, inc: { revision: 1 } }, session, (count) => {
          if (count === 0) throw new StaleRead(`${exportId} has changed`, { revision: null });
        });
        const event = exportClosed.of({
          payload,
          partition: `export:${exportId}`,
          cause: `${exportId}:${revision}`,
        });
        await emit(event, session, deps.realNow());
      },
    };
  });
}
