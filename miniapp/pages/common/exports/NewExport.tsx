import { useState } from "react";
import type { ExportView } from "@shared/contracts";
import { exportChosenMax, exportKinds, type ExportKind } from "@shared/domain/exports";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { lastMonths, opensCsv, useCreateExport } from "@/features/exports/useExports";
import { narrowed } from "@/features/customers/useListedCustomers";
import { reveal, usePageParams } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { exportsWords } from "@/texts/areas/exports";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { narrowingText } from "./exportText";
import { Button, Card, Choices, ErrorBlock, TextArea, Words } from "@/ui";

type View = ExportView["filter"]["view"];
type State = NonNullable<ExportView["filter"]["state"]>;

const reasonMax = 200;
const all = "all";

const saleStates: readonly State[] = ["submitted", "returned", "confirmed", "cancelled"];

const idsIn = (chosen: string | undefined): string[] => (chosen ? chosen.split(",").slice(0, exportChosenMax) : []);

/** A new one, of the list that somebody comes from, as it was narrowed there. */
export function NewExport() {
  const { t, f } = usePageWords(exportsWords, fieldWords);
  const words = t.exports;
  const given = usePageParams();
  const lately = lastMonths();
  const [what, setWhat] = useState<ExportKind>(exportKinds.find((one) => one === given.what) ?? "customers");
  const me = useMe().data?.member;
  // Whoever sells nothing has none of their own.
  const [said, setView] = useState<View | null>(given.view === "seen" ? "seen" : null);
  const view = said ?? (me && !me.roles.includes("rep") ? "seen" : "mine");
  const [period, setPeriod] = useState(given.period ?? (given.what === "sales" ? all : (lately[0] ?? all)));
  const [format, setFormat] = useState<"csv" | "xlsx">("xlsx");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const create = useCreateExport();
  const isOfGiven = what === given.what;
  const state = isOfGiven && what === "sales" ? saleStates.find((one) => one === given.state) : undefined;
  const isOfClients = isOfGiven && what === "customers";
  const searched = isOfClients ? given.words : undefined;
  const narrowing = isOfClients ? narrowed({ grade: given.grade ?? "", pin: given.pin ?? "" }) : {};
  const customerIds = isOfClients ? idsIn(given.chosen) : [];
  const isEmpty = reason.trim() === "";
  const isLong = lengthSeen(reason.trim()) > reasonMax;
  const months = isOfGiven && given.period && !lately.includes(given.period) ? [...lately, given.period] : lately;
  const offered = what === "visits" ? months : [all, ...months];
  const shownPeriod = offered.includes(period) ? period : (offered[0] ?? all);

  async function begin() {
    setTried(true);
    if (isEmpty || isLong) return reveal("export-reason");
    const filter = {
      view: searched ? ("seen" as const) : view,
      ...(searched && { words: searched }),
      ...narrowing,
      ...(customerIds.length > 0 && { customerIds }),
      ...(state && { state }),
      ...(what !== "customers" && shownPeriod !== all && { period: shownPeriod }),
    };
    const done = await create.run({ what, format, filter, reason: reason.trim() });
    if (!done) return;
    setReason("");
    setTried(false);
  }

  return (
    <Card id="export-new" title={words.newTitle}>
      <Choices<ExportKind>
        id="export-what"
        kind="segments"
        label={words.what}
        value={what}
        options={exportKinds.map((value) => ({ value, text: words.whats[value] }))}
        onChoose={setWhat}
      />
      {customerIds.length > 0 ? (
        <Words as="sub">{words.chosen({ count: customerIds.length })}</Words>
      ) : searched ? (
        <Words as="sub">{words.found({ words: searched })}</Words>
      ) : (
        <Choices<View>
          id="export-view"
          field={{}}
          label={words.view}
          value={view}
          options={(["mine", "seen"] as const).map((value) => ({ value, text: words.views[value] }))}
          onChoose={setView}
        />
      )}
      {what !== "customers" && (
        <Choices
          id="export-period"
          field={{}}
          label={words.period}
          value={shownPeriod}
          options={offered.map((value) => ({ value, text: value === all ? words.allMonths : f.month(value) }))}
          onChoose={setPeriod}
        />
      )}
      {Object.keys(narrowing).length > 0 && (
        <Words as="sub">{words.only({ what: narrowingText(narrowing, { t, f }) })}</Words>
      )}
      {state && <Words as="sub">{words.inState({ state: words.states[state] })}</Words>}
      <Choices<"csv" | "xlsx">
        id="export-format"
        field={{}}
        label={words.format}
        value={format}
        options={(["xlsx", "csv"] as const).map((value) => ({ value, text: words.formats[value] }))}
        onChoose={setFormat}
      />
      {format === "csv" && !opensCsv && (
        <Words as="note" tone="quiet">
          {words.onComputer}
        </Words>
      )}
      <TextArea
        id="export-reason"
        required
        label={words.reason}
        hint={words.reasonHint}
        lengthMax={reasonMax}
        aside={t.field.visit.counter({ count: lengthSeen(reason), max: reasonMax })}
        fault={isLong ? t.common.tooLong({ max: reasonMax }) : tried && isEmpty ? words.reasonMissing : null}
        value={reason}
        onChange={(text) => setReason(tidiedText(text))}
      />
      <Words as="note" tone="quiet">
        {words.note}
      </Words>
      <Button id="export-begin" kind="primary" text={words.begin} disabled={create.busy} onTap={() => void begin()} />
      {create.failure && <ErrorBlock id="export-error" failure={create.failure} />}
    </Card>
  );
}
