import type { ClientSession } from "mongoose";
import { actorNameOf } from "@shared/domain/actor";
import { customerStages } from "@shared/domain/customer";
import type { ImportState } from "@shared/domain/importing";
import type { TaskKindName } from "@shared/domain/task";
import { businessDayOf } from "@shared/domain/time";
import { templateOf } from "@shared/domain/tables/template";
import { AppError } from "@shared/errors";
import { recordRead } from "../../audit";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { findTable, tableLink } from "../../files";
import { allow, type Handlers, type MemberActor } from "../../http";
import { beginTask, presentTask, refuseManyTasks, taskIfAny } from "../../tasks";
import { requireFirstDay } from "../openings";
import { importers, tableGrades } from "./importers";
import { ImportModel, type ImportRecord, ImportRowModel, type ImportRowRecord } from "./importModel";
import { mayImport, mayImportAny } from "./policy";
import { presentImport, presentRow } from "./presentImport";
import { undoUntilOf } from "./undoImport";
import type { ImportChoices } from "./types";

const shownMax = 20;
const pageRows = 50;
/** As long as nothing is under way a table may be looked at and imported, also once more. */
const restingStates: readonly ImportState[] = ["looked", "done", "stopped", "refused", "undone"];

export const importsHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"imports"> => ({
  "imports.create": async ({ actor, body }) => {
    const { commandId, purpose, source, fileId, fileName } = body;
    allow(mayImport(actor, purpose), "for whoever looks after what it brings");
    if (purpose === "opening") await requireFirstDay();
    const importId = `${actor.id}:${commandId}`;
    const answer = await command({ actor, commandId, kind: "imports.create", body }, async () => {
      await refuseManyTasks(actor.id);
      const table = await findTable(deps, { memberId: actor.id, fileId, usedBy: `import:${importId}` });
      const at = deps.clock.now();
      return {
        answer: { importId, taskId: importId },
        audit: {
          action: "import.create",
          subject: `import:${importId}`,
          at,
          detail: { purpose, source, hash: table.hash },
        },
        write: async (session) => {
          await table.use(session);
          await insert(
            ImportModel,
            {
              ...{ _id: importId, purpose, source, memberId: actor.id, memberName: actor.name, fileId, fileName },
              ...{ fileHash: table.hash, state: "looking", choices: {}, found: null, refusal: null, counts: null },
              ...{
                sums: null,
                stated: null,
                typed: null,
                headings: null,
                taskId: importId,
                errorFileId: null,
                createdAt: at,
                ranAt: null,
                revision: 1,
              },
            },
            session,
          );
          await begin("imports.look", { importId, taskId: importId, actor, at }, session);
        },
      };
    });
    return begunOf(answer, actor);
  },

  "imports.template": ({ actor, params: { purpose } }) => {
    allow(mayImport(actor, purpose), "for whoever looks after what it brings");
    return Promise.resolve({
      columns: templateOf(importers[purpose].purpose, { grades: tableGrades, stages: customerStages }),
    });
  },

  "imports.mine": async ({ actor }) => {
    allow(mayImportAny(actor), "for whoever looks after what it brings");
    const found = await ImportModel.find({ memberId: actor.id })
      .sort({ memberId: 1, createdAt: -1 })
      .limit(shownMax)
      .lean<ImportRecord[]>();
    const theirs = found.filter(({ purpose }) => mayImport(actor, purpose));
    const today = businessDayOf(deps.clock.now());
    const views = theirs.map((record) => presentImport(record, actor, today));
    return { items: views.map(({ found: _found, choices: _choices, fields: _fields, ...view }) => view) };
  },

  "imports.read": async ({ actor, params }) => ({
    import: presentImport(await ownImport(actor, params.importId), actor, businessDayOf(deps.clock.now())),
  }),

  "imports.choose": async ({ actor, params: { importId }, body }) => {
    const { choices } = body;
    return next(deps, actor, importId, body, {
      kind: "imports.look",
      state: "looking",
      // What was counted by other choices says nothing of these: only what was looked at is imported.
      set: { choices, counts: null },
    });
  },

  "imports.run": ({ actor, params: { importId }, body }) =>
    next(deps, actor, importId, body, { kind: "imports.run", state: "running", set: { typed: body.typed ?? null } }),

  "imports.undo": ({ actor, params: { importId }, body }) =>
    next(deps, actor, importId, body, { kind: "imports.undo", state: "undoing", set: {} }),

  "imports.rows": async ({ actor, params: { importId }, query: { is, cursor } }) => {
    await ownImport(actor, importId);
    const after = cursor === undefined ? {} : { _id: { $gt: `${importId}:${cursor}` } };
    const records = await ImportRowModel.find({ importId, ...(is && { is }), ...after })
      .sort(is ? { importId: 1, is: 1, _id: 1 } : { importId: 1, _id: 1 })
      .limit(pageRows + 1)
      .lean<ImportRowRecord[]>();
    const last = records.length > pageRows ? records[pageRows - 1] : undefined;
    return {
      items: records.slice(0, pageRows).map((record) => presentRow(record, actor)),
      nextCursor: last ? last._id.slice(importId.length + 1) : null,
    };
  },

  "imports.errorFile": async ({ ctx, actor, params: { importId } }) => {
    const record = await ownImport(actor, importId);
    const { errorFileId, purpose } = record;
    const counts = record.counts as Record<string, number> | null;
    const link = errorFileId ? await tableLink(deps, errorFileId) : null;
    if (!link) throw new AppError("file.unknown", `no rows of ${importId} are kept`);
    const detail = { purpose, rows: counts?.heldBack ?? 0 };
    const opened = { action: "import.openErrors", subject: `import:${importId}`, at: deps.clock.now(), detail };
    await recordRead(deps, { ...opened, id: ctx.state.requestId, actor: actorNameOf(actor) });
    return { url: link.url, name: link.name };
  },
});

/** Has an own import looked at or carried out once more. @throws AppError "stale" */
async function next(
  { clock }: Pick<Deps, "clock">,
  actor: MemberActor,
  importId: string,
  body: { commandId: string; revision: number },
  {
    kind,
    state,
    set,
  }: {
    kind: TaskKindName;
    state: ImportState;
    set: Partial<Pick<ImportRecord, "counts" | "typed">> & { choices?: ImportChoices };
  },
) {
  const { commandId, revision } = body;
  const answer = await command({ actor, commandId, kind, body: { ...body, importId } }, async () => {
    const record = await ownImport(actor, importId);
    if (record.revision !== revision || !restingStates.includes(record.state)) {
      throw new AppError("stale", `import ${importId} has changed`, { revision: record.revision });
    }
    if (kind === "imports.run" && (record.counts ?? null) === null)
      throw new AppError("import.notLooked", `nobody has looked at ${importId} as it is chosen to be read`);
    if (kind === "imports.undo" && undoUntilOf(record, businessDayOf(clock.now())) === null)
      throw new AppError("import.undoOver", `nothing of ${importId} can be taken back`);
    if (kind === "imports.run") await importers[record.purpose].require?.({ ...record, ...set });
    await refuseManyTasks(actor.id);
    const taskId = `${actor.id}:${commandId}`;
    const at = clock.now();
    return {
      answer: { importId, taskId },
      audit: { action: kind.replace("imports", "import"), subject: `import:${importId}`, at },
      write: async (session) => {
        const changes = { state, taskId, ...set };
        await updateAtRevision(ImportModel, { id: importId, revision, set: changes, onStale: "refuse" }, session);
        await begin(kind, { importId, taskId, actor, at, state: record.state }, session);
      },
    };
  });
  return begunOf(answer, actor);
}

const begin = (
  kind: TaskKindName,
  {
    importId,
    taskId,
    actor,
    at,
    ...stands
  }: {
    importId: string;
    taskId: string;
    actor: MemberActor;
    at: Date;
    /** Before it: where it is stopped, what leaves no trace leaves it so. */
    state?: ImportState;
  },
  session: ClientSession,
): Promise<void> => beginTask({ taskId, kind, by: actor, input: { importId, ...stands }, at }, session);

async function begunOf({ importId, taskId }: { importId: string; taskId: string }, actor: MemberActor) {
  const record = await taskIfAny(taskId);
  if (!record) throw new AppError("task.unknown", `${taskId} is no longer kept`);
  return { importId, task: presentTask(record, actor) };
}

/**
 * Somebody else's is not there; one's own is shown as long as one imports such tables: its rows are those of others.
 * @throws AppError "import.unknown", "right.missing"
 */
async function ownImport(actor: MemberActor, importId: string): Promise<ImportRecord> {
  const record = await ImportModel.findOne({ _id: importId }).lean<ImportRecord | null>();
  if (record?.memberId !== actor.id) throw new AppError("import.unknown", `no import ${importId} of ${actor.id}`);
  allow(mayImport(actor, record.purpose), "for whoever looks after what it brings");
  return record;
}
