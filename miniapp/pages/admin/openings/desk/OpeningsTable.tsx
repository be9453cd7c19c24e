import { useMemo } from "react";
import { openingKinds } from "@shared/domain/opening";
import { open } from "@/features/navigation";
import type { OpeningsAsked, OpeningView } from "@/features/openings/useOpenings";
import { useOpenRow } from "@/features/tables/useOpenRow";
import { usePrintedBy } from "@/features/tables/usePrintedBy";
import { useTableLook } from "@/features/tables/useTableLook";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Page } from "@/ui";
import { DataTable } from "@/ui/DataTable";
import type { Column } from "@/ui/DataTable/types";
import { Standing } from "../Standing";
import { stateText } from "../stateText";

const idOf = ({ importId }: OpeningView) => importId;

/** The same on a monitor: each table with what it adds up to. */
export default function OpeningsTable({ asked }: { asked: OpeningsAsked }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const { look, onLook } = useTableLook("openings");
  const { openId, opened } = useOpenRow();
  const printedBy = usePrintedBy();
  const columns = useMemo<Column<OpeningView>[]>(() => {
    const titles = words.columns;
    return [
      { id: "file", title: titles.file, kind: "text", value: ({ fileName }) => fileName },
      { id: "state", title: titles.state, kind: "status", value: (one) => stateText(one, words) },
      { id: "by", title: titles.by, kind: "text", value: ({ preparedByName }) => preparedByName },
      {
        id: "at",
        title: titles.at,
        kind: "day",
        value: ({ preparedAt }) => preparedAt,
        text: ({ preparedAt }) => f.instant(new Date(preparedAt)),
      },
      { id: "rows", title: words.rows, kind: "number", value: ({ rows }) => rows },
      ...openingKinds.map((kind): Column<OpeningView> => ({
        ...{ id: kind, title: words.kinds[kind], kind: "amount", value: ({ sums }) => sums[kind] },
      })),
    ];
  }, [f, words]);
  return (
    <Page id="page-openings" title={words.title} wide>
      {asked.data && <Standing view={asked.data} />}
      {(asked.state !== "ready" || (asked.data && asked.data.items.length > 0)) && (
        <DataTable<OpeningView>
          id="openings"
          caption={words.tables}
          columns={columns}
          rows={asked.data?.items ?? []}
          rowId={idOf}
          state={asked.state}
          failure={asked.failure}
          onRetry={() => void asked.refresh()}
          empty={{ text: words.nothing }}
          look={look}
          onLook={onLook}
          order={{ by: "at", isDescending: true }}
          openId={openId}
          onOpen={({ importId }) => {
            opened(importId);
            open(routes.opening({ id: importId }));
          }}
          printedBy={printedBy}
        />
      )}
    </Page>
  );
}
