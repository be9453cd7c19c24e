import { program, type ReportForm } from "@/features/reports/useReport";
import { serverNow } from "@/features/time";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";

/** All that goes with the text: nobody sends what they have not seen. */
export function WhatIsSent({ form }: { form: ReportForm }) {
  const { t, f } = usePageWords(reportsWords);
  const words = t.reports.form;
  const rows = [
    { id: "saw", name: words.saw, value: form.saw },
    { id: "reference", name: words.reference, value: form.reference },
    { id: "screen", name: words.screen, value: shortOf(form.screen) },
    { id: "program", name: words.program, value: program },
    { id: "time", name: words.time, value: f.instant(form.happenedAt ? new Date(form.happenedAt) : serverNow()) },
  ].filter(({ value }) => value !== "");
  return (
    <Card id="report-what" flush title={words.sent}>
      {rows.map(({ id, name, value }) => (
        <Row key={id} id={`report-${id}`} text={name} value={<Words as="sub">{value}</Words>} />
      ))}
      <Row text={<Words as="sub">{words.personal}</Words>} />
    </Card>
  );
}

/** `/pages/field/visit/index` is field/visit to a person. */
const shortOf = (screen: string): string => screen.replace(/^\/pages\/(.*)\/index$/, "$1");
