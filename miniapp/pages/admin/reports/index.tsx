import { useState } from "react";
import type { ReportView } from "@shared/contracts";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { useRefusals, useRefusedBody } from "@/features/reports/useRefusals";
import { useCloseReport, useReopenReport, useReports } from "@/features/reports/useReport";
import { meWords } from "@/texts/areas/main/me";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Empty, ErrorBlock, Loadable, Page, Words } from "@/ui";
import { CloseSheet } from "./CloseSheet";
import { RefusedSheet } from "./RefusedSheet";
import { Refusals } from "./Refusals";
import { ReportCard } from "./ReportCard";

type View = "open" | "done" | "refused";

/** What people have reported, for those who care for it. */
export default function Reports() {
  const { t } = usePageWords(meWords, reportsWords);
  const words = t.reports.list;
  usePageFrame({ title: t.me.titles.reports });
  const [view, setView] = useState<View>("open");
  const isRefused = view === "refused";
  const { data, state, failure, refresh } = useReports(isRefused ? "open" : view);
  const refusals = useRefusals(isRefused);
  const { shown, open, close: hide } = useRefusedBody();
  const [closing, setClosing] = useState<ReportView | null>(null);
  const close = useCloseReport();
  const reopen = useReopenReport();
  usePullDown(isRefused ? refusals.refresh : refresh);

  const leave = () => {
    close.forget();
    setClosing(null);
  };
  return (
    <Page
      id="page-reports"
      title={t.me.titles.reports}
      over={
        shown ? (
          <RefusedSheet shown={shown} onClose={hide} />
        ) : (
          closing && (
            <CloseSheet
              name={closing.byName}
              busy={close.busy}
              failure={close.failure}
              onClose={leave}
              onSend={(answer) => void close.run({ report: closing, answer }).then((done) => done && leave())}
            />
          )
        )
      }
    >
      <Card>
        <Choices<View>
          id="reports-view"
          kind="segments"
          label={words.which}
          value={view}
          options={[
            { value: "open", text: words.open },
            { value: "done", text: words.done },
            { value: "refused", text: t.reports.refused.tab },
          ]}
          onChoose={setView}
        />
      </Card>
      {isRefused ? (
        <Refusals refusals={refusals} onOpen={open} />
      ) : (
        <Loadable id="reports" state={state} failure={failure} onRetry={() => void refresh()}>
          {reopen.failure && <ErrorBlock id="reopen-error" failure={reopen.failure} />}
          {data?.items.length === 0 && (
            <Card>
              <Empty text={view === "open" ? words.noneOpen : words.noneDone} />
            </Card>
          )}
          {data?.items.map((report) => (
            <ReportCard
              key={report.reportId}
              report={report}
              busy={reopen.busy}
              onClose={() => setClosing(report)}
              onReopen={() => void reopen.run(report)}
            />
          ))}
          {data && !data.isWhole && (
            <Words as="note" tone="quiet">
              {words.more}
            </Words>
          )}
        </Loadable>
      )}
    </Page>
  );
}
