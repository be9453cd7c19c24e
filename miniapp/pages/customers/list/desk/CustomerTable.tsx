import { givenAtOnceMax } from "@shared/domain/customer";
import { exportChosenMax } from "@shared/domain/exports";
import { useMemo, useState } from "react";
import {
  grades,
  type ListedCustomer,
  narrowed,
  pins,
  useListedCustomers,
  wordsIn,
} from "@/features/customers/useListedCustomers";
import { useSeesDuplicates } from "@/features/customers/useDuplicates";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useListTable } from "@/features/tables/useListTable";
import { useTableLook } from "@/features/tables/useTableLook";
import { stageText } from "@/components/stageText";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { useTableWords } from "@/texts/tableWords";
import { Card, Page, Row } from "@/ui";
import { DataTable } from "@/ui/DataTable";
import { GiveManySheet } from "./GiveManySheet";
import type { Column, Filter, OnSelected } from "@/ui/DataTable/types";

/** As the server lists them. */
const byName = { by: "name", isDescending: false };
const idOf = ({ customerId }: ListedCustomer) => customerId;

/** Which clients are there, whose are they, and who has not been visited for long? */
export default function CustomerTable() {
  const { t, f } = useWords();
  const table = useTableWords();
  const words = table.lists.customers;
  usePageFrame({ title: words.title });
  const { look, onLook } = useTableLook("customers");
  const { grade = "", pin = "" } = look.filters;
  const list = useListedCustomers(look.search, { grade, pin });
  const { shown, opened } = useListTable("customers", { look, onLook }, list);
  const seesDuplicates = useSeesDuplicates();
  const columns = useMemo(() => {
    const pinOf = (pin: ListedCustomer["pin"]) => words.pins[pin ?? "none"];
    const all: Column<ListedCustomer>[] = [
      { id: "name", title: words.name, kind: "text", value: ({ name }) => name },
      { id: "owner", title: words.owner, kind: "text", value: ({ ownerNames }) => f.names(ownerNames) || null },
      {
        id: "stage",
        title: words.stage,
        kind: "text",
        value: ({ stage }) => stage,
        text: ({ stage }) => stageText(stage, t),
      },
      { id: "grade", title: words.grade, kind: "text", value: ({ grade }) => grade },
      {
        id: "lastVisit",
        title: words.lastVisit,
        kind: "day",
        value: ({ lastVisitOn }) => lastVisitOn,
        text: ({ lastVisitOn }) => (lastVisitOn === null ? words.neverVisited : f.day(lastVisitOn)),
      },
      {
        id: "pin",
        title: words.pin,
        kind: "status",
        value: ({ pin }) => pins.indexOf(pin ?? "none"),
        text: ({ pin }) => pinOf(pin),
      },
      { id: "address", title: words.address, kind: "text", value: ({ address }) => address, isExtra: true },
      { id: "shortName", title: words.shortName, kind: "text", value: ({ shortName }) => shortName, isExtra: true },
    ];
    return all;
  }, [t, f, words]);
  const filters: Filter<ListedCustomer>[] = [
    {
      id: "grade",
      label: words.grade,
      options: grades.map((value) => ({ value, text: words.ofGrade({ grade: value }) })),
    },
    {
      id: "pin",
      label: words.pin,
      options: pins.map((value) => ({ value, text: words.pins[value] })),
    },
  ];
  const total = list.data?.total;
  const can = useCan();
  const [mayExport, mayGive] = [can("exports.create") === true, can("customers.giveMany") === true];
  const [giving, setGiving] = useState<readonly ListedCustomer[] | null>(null);
  const searched = wordsIn(look.search);
  const exported = {
    what: "customers",
    view: "seen",
    ...(searched !== "" && { words: searched }),
    ...narrowed({ grade, pin }),
  };
  const onSelected: OnSelected<ListedCustomer>[] = [
    ...(mayGive ? [{ id: "give", text: words.giveSelected, run: setGiving }] : []),
    ...(mayExport
      ? [
          {
            ...{ id: "export", isExport: true, text: table.exportSelected },
            run: (rows: readonly ListedCustomer[]) =>
              open(routes.exports({ what: "customers", view: "seen", chosen: rows.map(idOf).join(",") })),
          },
        ]
      : []),
  ];
  const isFiltered = grade !== "" || pin !== "";
  return (
    <Page
      id="page-customers"
      title={words.title}
      wide
      over={giving && <GiveManySheet clients={giving} onClose={() => setGiving(null)} />}
    >
      {seesDuplicates && (
        <Card id="twice" flush>
          <Row
            id="duplicates"
            text={words.duplicates}
            label={words.duplicates}
            onTap={() => open(routes.duplicates())}
          />
        </Card>
      )}
      <DataTable<ListedCustomer>
        {...shown}
        id="customers"
        caption={words.title}
        columns={columns}
        rowId={idOf}
        known={total ? { ...total, sums: {} } : null}
        empty={
          isFiltered
            ? { text: words.emptyFiltered }
            : look.search === ""
              ? { text: words.empty }
              : { text: words.none, note: words.noneNote }
        }
        filters={filters}
        isSearchedByServer
        order={byName}
        onOpen={({ customerId }) => {
          opened(customerId);
          open(routes.customer({ id: customerId }));
        }}
        {...(mayExport && {
          onExport: () => open(routes.exports(exported)),
        })}
        onSelected={onSelected}
        selectedMax={Math.min(exportChosenMax, givenAtOnceMax)}
      />
    </Page>
  );
}
