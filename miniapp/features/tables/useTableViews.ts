import type { AnswerOf } from "@shared/contracts";
import { readTableViews, setTableViews } from "@/api/tableViews";
import { useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { useApiQuery } from "@/features/query/useApiQuery";
import type { TableLook, Views } from "@/ui/DataTable/types";

type Kept = AnswerOf<"tableViews.read">;
type KeptView = Kept["views"][number];

const key = ["tableViews"] as const;

/** The views of a table that I have kept; they are the same on every computer. @param look how it stands now */
export function useTableViews(table: string, look: TableLook, onLook: (look: TableLook) => void): Views {
  const { data } = useApiQuery<Kept>(key, readTableViews);
  const kept = useCommand(async (commandId, { views, revision }: Kept) => {
    const answer = await setTableViews({ commandId, revision, views });
    queryClient.setQueryData<Kept>(key, answer);
    return answer;
  });
  const views = data?.views ?? [];
  const mine = views.filter((view) => view.table === table);
  const now = JSON.stringify(viewOf(table, "", look));
  // Another computer may have kept more meanwhile: what is refused as old is asked for anew.
  const set = (next: KeptView[]) =>
    void kept.run({ views: next, revision: data?.revision ?? 0 }).then((answer) => {
      if (!answer) void queryClient.invalidateQueries({ queryKey: key });
    });
  const others = (name: string) => views.filter((view) => view.table !== table || view.name !== name);
  return {
    names: mine.map(({ name }) => name),
    present: mine.find((view) => JSON.stringify(viewOf(table, "", lookOf(view))) === now)?.name ?? null,
    busy: kept.busy || data === undefined,
    failure: kept.failure,
    choose: (name) => {
      const view = mine.find((one) => one.name === name);
      if (view) onLook(lookOf(view));
    },
    keep: (name) => set([...others(name), viewOf(table, name, look)]),
    remove: (name) => set(others(name)),
  };
}

/** In one order, so that two of the same look are the same text. */
const inOrder = <Value>(named: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1));

const viewOf = (table: string, name: string, { shown, sort, search, filters }: TableLook): KeptView => ({
  table,
  name,
  columns: inOrder(shown).map(([column, isShown]) => ({ column, isShown })),
  sort: sort && { by: sort.by, isDescending: sort.isDescending },
  search: search.trim() || null,
  filters: inOrder(filters).flatMap(([filter, value]) => (value === "" ? [] : [{ filter, value }])),
});

const lookOf = ({ columns, sort, search, filters }: KeptView): TableLook => ({
  shown: Object.fromEntries(columns.map(({ column, isShown }) => [column, isShown])),
  sort: sort && { by: sort.by, isDescending: sort.isDescending },
  search: search ?? "",
  filters: Object.fromEntries(filters.map(({ filter, value }) => [filter, value])),
});
