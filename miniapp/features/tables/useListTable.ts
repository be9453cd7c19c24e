import type { ListQueryView } from "@/features/query/useApiListQuery";
import type { DataTableProps } from "@/ui/DataTable/types";
import { useOpenRow } from "./useOpenRow";
import { usePrintedBy } from "./usePrintedBy";
import type { Looked } from "./useTableLook";
import { useTableViews } from "./useTableViews";

type Shown<Row> = Pick<
  DataTableProps<Row>,
  "rows" | "state" | "failure" | "onRetry" | "more" | "look" | "onLook" | "views" | "openId" | "printedBy"
>;

/** What every table of a list of the server's shows alike. @param table its name, by which looks and views are kept */
export function useListTable<Row, Page>(
  table: string,
  { look, onLook }: Looked,
  list: ListQueryView<Row, Page>,
): { shown: Shown<Row>; opened: (rowId: string) => void } {
  const { openId, opened } = useOpenRow();
  const views = useTableViews(table, look, onLook);
  const printedBy = usePrintedBy();
  const { items: rows, state, failure, earlier: more } = list;
  const onRetry = () => void list.refresh();
  return { shown: { rows, state, failure, onRetry, more, look, onLook, views, openId, printedBy }, opened };
}
