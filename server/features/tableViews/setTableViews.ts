import type { AnswerOf, BodyOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { TableViewsModel, type TableViewsRecord } from "./tableViewsModel";

type Kept = AnswerOf<"tableViews.read">;

/** How a member has set up tables; nothing yet is revision 0. */
export async function tableViewsOf(memberId: string): Promise<Kept> {
  const kept = await TableViewsModel.findOne({ _id: memberId }).lean<TableViewsRecord | null>();
  return { views: kept?.views.map(presentView) ?? [], revision: kept?.revision ?? 0 };
}

const presentView = ({ table, name, columns, sort, search, filters }: TableViewsRecord["views"][number]) => ({
  ...{ table, name, search: search ?? null },
  columns: columns.map(({ column, isShown }) => ({ column, isShown })),
  sort: sort ? { by: sort.by, isDescending: sort.isDescending } : null,
  filters: filters.map(({ filter, value }) => ({ filter, value })),
});

/** Keeps all of somebody's views in the place of those before. May be repeated. @throws AppError "stale" */
export function setTableViews(
  deps: Pick<Deps, "clock">,
  { actor, body }: { actor: MemberActor; body: BodyOf<"tableViews.set"> },
): Promise<Kept> {
  const { commandId, revision, views } = body;
  return command({ actor, commandId, kind: "tableViews.set", body: { revision, views } }, async () => {
    const { revision: present } = await tableViewsOf(actor.id);
    if (present !== revision) throw new AppError("stale", "it was changed meanwhile", { revision: present });
    const detail = { count: views.length };
    return {
      answer: { views, revision: revision + 1 },
      audit: { action: "tableViews.set", subject: `member:${actor.id}`, at: deps.clock.now(), detail },
      write: async (session) => {
        if (revision === 0) await insert(TableViewsModel, { _id: actor.id, views, revision: 1 }, session);
        else await updateAtRevision(TableViewsModel, { id: actor.id, revision, set: { views } }, session);
      },
    };
  });
}
