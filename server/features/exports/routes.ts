import type { AnswerOf, ExportView } from "@shared/contracts";
import { actorNameOf } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { tableLink } from "../../files";
import { allow, type Handlers, type MemberActor } from "../../http";
import { presentTask, taskIfAny } from "../../tasks";
import { type Deciders, readDeciders } from "../absences";
import { createExport } from "./createExport";
import { decideExport, isDecider } from "./decideExport";
import { type ExportRecord, fileIdOf } from "./exportModel";
import { exportIfAny, exportsOf, ownExport, whoDecidesExport } from "./exports";
import { mayTakeAway } from "./policy";
import { withdrawExport } from "./withdrawExport";

const shownMax = 20;

type RouteDeps = Pick<Deps, "clock" | "realNow">;

export const exportsHandlers = (deps: RouteDeps): Handlers<"exports"> => ({
  "exports.create": async ({ actor, body }) => {
    const view = await viewOf(deps, actor, await ownExport(actor, await createExport(deps, { actor, body })));
    if (!view.task) throw new AppError("task.unknown", `no task of ${view.exportId}`);
    return { export: view, task: view.task };
  },

  "exports.mine": async ({ actor }) => {
    const found = await exportsOf(actor.id, shownMax);
    return { items: await Promise.all(found.map((one) => viewOf(deps, actor, one))) };
  },

  "exports.read": async ({ actor, params: { exportId } }) => ({
    export: await viewOf(deps, actor, await exportToRead(deps, actor, exportId)),
  }),

  "exports.decide": async ({ actor, params: { exportId }, body }) => {
    await decideExport(deps, { actor, exportId, body });
    const record = await exportIfAny(exportId);
    if (!record) throw new AppError("export.unknown", `no export ${exportId}`);
    return { export: await viewOf(deps, actor, record) };
  },

  "exports.withdraw": async ({ actor, params: { exportId }, body }) => {
    await withdrawExport(deps, { actor, exportId, body });
    return { export: await viewOf(deps, actor, await ownExport(actor, exportId)) };
  },

  "exports.link": ({ ctx, actor, params: { exportId } }) => linkOf(deps, actor, exportId, ctx.state.requestId),
});

async function linkOf(
  deps: RouteDeps,
  actor: MemberActor,
  exportId: string,
  requestId: string,
): Promise<AnswerOf<"exports.link">> {
  const record = await ownExport(actor, exportId);
  allow(mayTakeAway(actor, record), "what showed them these rows does so no more");
  const link = await tableLink(deps, fileIdOf(record));
  if (!link) throw new AppError("file.unknown", `no file of ${exportId}`);
  const { what, rows } = record;
  const opened = { action: "export.open", subject: `export:${exportId}`, at: deps.clock.now(), detail: { what, rows } };
  await recordRead(deps, { ...opened, id: requestId, actor: actorNameOf(actor) });
  return { ...link, keptUntil: link.keptUntil.toISOString() };
}

/** Whoever has decided on it reads on what. */
async function exportToRead(deps: RouteDeps, actor: MemberActor, exportId: string): Promise<ExportRecord> {
  const record = await exportIfAny(exportId);
  const isTheirs = record && (record.memberId === actor.id || record.decision?.byId === actor.id);
  const isAsked = record?.state === "waiting" && (await isDecider(actor, record, deps.clock.now()));
  if (!record || !(isTheirs || isAsked)) throw new AppError("export.unknown", `no export ${exportId} for ${actor.id}`);
  return record;
}

async function viewOf(deps: RouteDeps, reader: MemberActor, record: ExportRecord): Promise<ExportView> {
  const isOwn = record.memberId === reader.id;
  const waits = record.state === "waiting";
  const [task, link, deciders] = await Promise.all([
    isOwn ? taskIfAny(record.taskId) : null,
    isOwn && !waits && mayTakeAway(reader, record) ? tableLink(deps, fileIdOf(record)) : null,
    waits ? readDeciders(businessDayOf(deps.clock.now())) : null,
  ]);
  const { view, words, grade, pin, state, period, customerIds } = record.filter;
  const { decision } = record;
  return {
    ...{ exportId: record._id, what: record.what, format: record.format, reason: record.reason },
    filter: {
      view,
      ...(words && { words }),
      ...(grade && { grade }),
      ...(pin && { pin }),
      ...(state && { state: state as "confirmed" }), // as its contract took it
      ...(period && { period }),
      ...(customerIds && { chosen: customerIds.length }),
    },
    ...{ by: { memberId: record.memberId, name: record.memberName }, state: record.state, rows: record.rows ?? null },
    ...{ askedAt: record.askedAt.toISOString(), waitsUntil: record.waitsUntil?.toISOString() ?? null },
    ...(await decidersOf(deciders, record, reader)),
    decision: decision
      ? {
          byName: decision.byName,
          allowed: decision.allowed,
          reason: decision.reason ?? null,
          at: decision.at.toISOString(),
        }
      : null,
    task: task && presentTask(task, reader),
    file: link && { name: link.name, bytes: link.bytes, keptUntil: link.keptUntil.toISOString() },
    revision: record.revision,
  };
}

async function decidersOf(deciders: Deciders | null, record: ExportRecord, reader: MemberActor) {
  if (!deciders) return { deciderNames: [], mayDecide: false };
  const asked = whoDecidesExport(record);
  const [approvers, deciderNames] = await Promise.all([deciders.of(asked), deciders.namesOf(asked, reader.language)]);
  return { deciderNames, mayDecide: approvers.some(({ memberId }) => memberId === reader.id) };
}
