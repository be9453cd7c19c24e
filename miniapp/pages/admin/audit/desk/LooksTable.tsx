import { useMemo } from "react";
import { type AuditedLook, type LooksSought, useAllLooks } from "@/features/office/useAllLooks";
import { usePrintedBy } from "@/features/tables/usePrintedBy";
import { useTableLook } from "@/features/tables/useTableLook";
import { auditWords } from "@/texts/areas/audit";
import { usePageWords } from "@/texts/pageWords";
import { Page, Words } from "@/ui";
import { DataTable } from "@/ui/DataTable";
import type { Column } from "@/ui/DataTable/types";
import { lookText, whomText } from "../lookText";
import { SoughtCard } from "../SoughtCard";

const idOf = ({ lookId }: AuditedLook) => lookId;

/** The same on a monitor, one column for each thing that is known of a look. */
export default function LooksTable({ sought }: { sought: LooksSought }) {
  const { t, f } = usePageWords(auditWords);
  const words = t.audit;
  const list = useAllLooks(sought);
  const { look, onLook } = useTableLook("looks");
  const columns = useMemo<Column<AuditedLook>[]>(() => {
    const titles = words.columns;
    return [
      { id: "says", title: titles.says, kind: "text", value: (row) => lookText(row, { t, f }) },
      { id: "by", title: titles.by, kind: "text", value: ({ byName }) => byName },
      { id: "whom", title: titles.whom, kind: "text", value: (row) => whomText(row, { t, f }) },
      { id: "at", title: titles.at, kind: "day", value: ({ at }) => at, text: ({ at }) => f.instant(new Date(at)) },
      { id: "count", title: titles.count, kind: "number", value: ({ seenCount }) => seenCount },
      { id: "reason", title: titles.reason, kind: "text", value: ({ reason = null }) => reason },
      { id: "request", title: titles.request, kind: "text", value: ({ requestId }) => requestId },
    ];
  }, [t, f, words]);
  return (
    <Page id="page-audit" title={words.title} wide>
      <SoughtCard sought={sought} />
      <DataTable<AuditedLook>
        id="looks"
        caption={words.title}
        columns={columns}
        rows={list.items}
        rowId={idOf}
        state={list.state}
        failure={list.failure}
        onRetry={() => void list.refresh()}
        more={list.earlier}
        empty={{ text: words.empty, note: words.emptyNote }}
        look={look}
        onLook={onLook}
        order={{ by: "at", isDescending: true }}
        printedBy={usePrintedBy()}
      />
      <Words as="note" tone="quiet">
        {words.note}
      </Words>
    </Page>
  );
}
