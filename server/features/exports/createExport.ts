import { withoutLongNumbers } from "@shared/domain/tables/masked";
import type { BodyOf } from "@shared/contracts";
import { AppError, type FieldFault } from "@shared/errors";
import { command, commandIdOf, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { beginTask, refuseManyTasks } from "../../tasks";
import { ExportModel } from "./exportModel";
import { mayExport } from "./policy";

type Body = BodyOf<"exports.create">;

/**
 * Begins to make a table of a list. May be repeated.
 * @returns its id
 * @throws AppError "right.missing", "task.tooMany"; "input.invalid" where the list is not narrowed so
 */
export function createExport(
  deps: Pick<Deps, "clock">,
  { actor, body }: { actor: MemberActor; body: Body },
): Promise<string> {
  const { commandId, what, format, filter, reason } = body;
  const exportId = commandIdOf({ actor, commandId });
  return command({ actor, commandId, kind: "exports.create", body, queue: `tasks:${actor.id}` }, async () => {
    refuseFilter(body);
    allow(mayExport(actor), "whoever has such a list takes it away");
    await refuseManyTasks(actor.id);
    const now = deps.clock.now();
    const { id: memberId, name: memberName } = actor;
    const { view, words, grade, pin, state, period, customerIds } = filter;
    const stored = { view, words, grade, pin, state, period, customerIds: customerIds ?? null };
    return {
      answer: exportId,
      audit: {
        action: "export.ask",
        subject: `export:${exportId}`,
        at: now,
        // Nobody's number stands in the audit log.
        detail: { what, format, ...filter, ...(words && { words: withoutLongNumbers(words) }), reason },
      },
      write: async (session) => {
        await insert(
          ExportModel,
          {
            ...{ _id: exportId, memberId, memberName, unitId: actor.teamId ?? actor.leads[0] ?? "none" },
            ...{ what, format, filter: stored, reason, state: "begun", askedAt: now, taskId: exportId, revision: 1 },
          },
          session,
        );
        await beginTask({ taskId: exportId, kind: "exports.make", by: actor, input: { exportId }, at: now }, session);
      },
    };
  });
}

function refuseFilter({ what, filter }: Body): void {
  const fields: FieldFault[] = [
    ...(["words", "grade", "pin", "customerIds"] as const).flatMap((name) =>
      what !== "customers" && filter[name] !== undefined ? [{ field: `filter.${name}`, code: "field.unknown" }] : [],
    ),
    ...(what !== "sales" && filter.state !== undefined ? [{ field: "filter.state", code: "field.unknown" }] : []),
    ...(what === "customers" && filter.period !== undefined ? [{ field: "filter.period", code: "field.unknown" }] : []),
    ...(what === "visits" && filter.period === undefined ? [{ field: "filter.period", code: "value.missing" }] : []),
  ];
  if (fields.length > 0) throw new AppError("input.invalid", "the list is not narrowed so", { fields });
}
