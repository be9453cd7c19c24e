import { useMemo } from "react";
import type { SaleView } from "@shared/contracts";
import { monthOf, monthsLater } from "@shared/domain/time";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { saleStates, useSeenSales } from "@/features/sales/useSeenSales";
import { useCan, useMe } from "@/features/session/useMe";
import { useListTable } from "@/features/tables/useListTable";
import type { Looked } from "@/features/tables/useTableLook";
import { usePresentMonth } from "@/features/time";
import { routes } from "@/routes";
import { useWords, type Words } from "@/texts";
import { useTableWords } from "@/texts/tableWords";
import { Button, Page, StatusMark } from "@/ui";
import { DataTable } from "@/ui/DataTable";
import type { Column } from "@/ui/DataTable/types";

/** So many months can be chosen. */
const monthsShown = 24;

/** Which sales are there, how do they stand, and what do they come to? */
export default function SaleTable({ looked: { look, onLook } }: { looked: Looked }) {
  const { t, f } = useWords();
  const words = useTableWords().lists.sales;
  usePageFrame({ title: words.title });
  const { state = "", period = "" } = look.filters;
  const isOldestFirst = look.sort?.by === "recordedAt" && !look.sort.isDescending;
  const sales = useSeenSales({ state, period, isOldestFirst });
  const { shown, opened } = useListTable("sales", { look, onLook }, sales);
  const sellsHere = useMe().data?.member.roles.some((role) => role === "rep" || role === "manager") ?? false;
  // What was found among the rows the server does not know: a table of all of them would not be what is shown.
  const mayExport = useCan()("exports.create") === true && look.search.trim() === "";
  const present = usePresentMonth();
  const columns = useMemo(() => columnsOf({ t, f, words }), [t, f, words]);
  const total = sales.data?.total;
  const isFiltered = state !== "" || period !== "";
  return (
    <Page
      id="page-sales"
      title={words.title}
      wide
      bar={
        sellsHere && (
          <Button
            id="record-sale"
            kind="primary"
            grow
            text={t.sales.record.title}
            onTap={() => open(routes.recordSale())}
          />
        )
      }
    >
      <DataTable<SaleView>
        {...shown}
        id="sales"
        caption={words.title}
        columns={columns}
        rowId={({ saleId }) => saleId}
        known={total ? { ...total, sums: { amount: total.amountFen } } : null}
        empty={
          isFiltered
            ? { text: words.emptyFiltered }
            : { text: words.empty, ...(sellsHere && { note: words.emptyNote }) }
        }
        serverSorts={["recordedAt"]}
        filters={[
          {
            id: "state",
            label: words.state,
            options: saleStates.map((value) => ({ value, text: t.status.sale[value] })),
          },
          {
            id: "period",
            label: words.period,
            options: monthsBefore(present, period).map((value) => ({ value, text: f.month(value) })),
          },
        ]}
        onOpen={({ saleId, mayDecide }) => {
          opened(saleId);
          open(mayDecide ? routes.confirmSale({ id: saleId }) : routes.sale({ id: saleId }));
        }}
        {...(mayExport && {
          onExport: () =>
            open(
              routes.exports({
                ...{ what: "sales", view: "seen" },
                ...(state !== "" && { state }),
                ...(period !== "" && { period }),
              }),
            ),
        })}
      />
    </Page>
  );
}

/** @param chosen also where a view has kept one that is longer ago */
function monthsBefore(present: string, chosen: string): string[] {
  if (present === "") return [];
  const months = Array.from({ length: monthsShown }, (_, back) => monthOf(monthsLater(`${present}-01`, -back)));
  return chosen === "" || months.includes(chosen) ? months : [...months, chosen];
}

type SaleWords = ReturnType<typeof useTableWords>["lists"]["sales"];

function columnsOf({ t, f, words }: Pick<Words, "t" | "f"> & { words: SaleWords }): Column<SaleView>[] {
  const instant = (at: string | null) => (at === null ? "—" : f.instant(new Date(at)));
  return [
    { id: "customer", title: words.customer, kind: "text", value: ({ customerName }) => customerName },
    {
      id: "state",
      title: words.state,
      kind: "status",
      value: ({ state }) => saleStates.indexOf(state),
      text: ({ state }) => t.status.sale[state],
      show: ({ state }) => <StatusMark about="sale" is={state} />,
    },
    { id: "amount", title: words.amount, kind: "amount", value: ({ amountFen }) => amountFen, isSummed: true },
    {
      id: "signedOn",
      title: words.signedOn,
      kind: "day",
      value: ({ signedOn }) => signedOn,
      text: ({ signedOn }) => f.day(signedOn),
    },
    { id: "rep", title: words.rep, kind: "text", value: ({ rep }) => rep.name },
    { id: "contractNo", title: words.contractNo, kind: "text", value: ({ contractNo }) => contractNo },
    {
      id: "recordedAt",
      title: words.recordedAt,
      kind: "day",
      value: ({ submittedAt }) => submittedAt,
      text: ({ submittedAt }) => instant(submittedAt),
    },
    {
      id: "confirmedAt",
      title: words.confirmedAt,
      kind: "day",
      value: ({ confirmedAt }) => confirmedAt,
      text: ({ confirmedAt }) => instant(confirmedAt),
      isExtra: true,
    },
    {
      id: "confirmedBy",
      title: words.confirmedBy,
      kind: "text",
      value: ({ confirmedByName }) => confirmedByName,
      isExtra: true,
    },
  ];
}
