import { useState } from "react";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { reveal, usePageParams, usePullDown } from "@/features/navigation";
import { reportLengths, useReport, useReports } from "@/features/reports/useReport";
import { DraftNote } from "@/components/DraftNote";
import { fieldWords } from "@/texts/areas/main/field";
import { meWords } from "@/texts/areas/main/me";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Page, TextArea, Words } from "@/ui";
import { AboutWhat } from "./AboutWhat";
import { MyReports } from "./MyReports";
import { WhatIsSent } from "./WhatIsSent";

/** Something does not work: tell those who can do something about it. */
export default function ReportPage() {
  const { t, f } = usePageWords(fieldWords, meWords, reportsWords);
  const words = t.reports.form;
  usePageFrame({ title: t.me.titles.report });
  const { seen } = usePageParams();
  const { draft, command, choices, chosen, choose } = useReport(seen);
  const mine = useReports("mine");
  usePullDown(mine.refresh);
  const { form, change, savedAt, refused, drop } = draft;
  const [tried, setTried] = useState(false);
  const [heardBy, setHeardBy] = useState<readonly string[] | null>(null);
  const isEmpty = form.text.trim() === "" && form.saw === "";
  const isLong = lengthSeen(form.text.trim()) > reportLengths.text;

  async function submit() {
    setTried(true);
    if (isEmpty || isLong) return reveal("report-text");
    const answer = await command.run(form);
    if (!answer) return;
    drop();
    setTried(false);
    setHeardBy(answer.heardByNames);
  }

  if (heardBy)
    return (
      <Page
        id="page-report"
        title={t.me.titles.report}
        bar={<Button id="report-again" text={words.again} grow onTap={() => setHeardBy(null)} />}
      >
        <Card id="report-sent" tone="ok">
          <Words live="polite">{words.done({ names: f.names(heardBy) })}</Words>
          <Words as="sub" tone="quiet">
            {words.note}
          </Words>
        </Card>
        <MyReports mine={mine} />
      </Page>
    );
  const saved = refused ? t.common.draftRefused : savedAt && t.field.visit.draftSaved({ time: savedAt });
  return (
    <Page
      id="page-report"
      title={t.me.titles.report}
      bar={
        <Button
          id="report-send"
          kind="primary"
          grow
          text={command.busy ? words.sending : words.submit}
          disabled={command.busy}
          onTap={() => void submit()}
        />
      }
    >
      {command.failure && (
        <Card>
          <ErrorBlock id="report-error" failure={command.failure} onRetry={() => void submit()} mayReport={false} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <Card>
        <Words as="sub" tone="quiet">
          {words.note}
        </Words>
        <TextArea
          id="report-text"
          label={words.text}
          hint={words.hint}
          lengthMax={reportLengths.text}
          aside={t.field.visit.counter({ count: lengthSeen(form.text), max: reportLengths.text })}
          fault={isLong ? t.common.tooLong({ max: reportLengths.text }) : tried && isEmpty ? words.missing : null}
          value={form.text}
          onChange={(text) => change({ text: tidiedText(text) })}
        />
        {saved && (
          <Words as="note" tone="quiet" live="polite">
            {saved}
          </Words>
        )}
      </Card>
      <AboutWhat choices={choices} chosen={chosen} onChoose={choose} />
      <WhatIsSent form={form} />
      <MyReports mine={mine} />
    </Page>
  );
}
