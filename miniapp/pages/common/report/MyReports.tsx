import type { AnswerOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import type { QueryView } from "@/features/query/useApiQuery";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";

/** What I have reported before, and what has become of it. */
export function MyReports({ mine }: { mine: QueryView<AnswerOf<"reports.list">> }) {
  const { t, f } = usePageWords(reportsWords);
  const words = t.reports.form;
  const items = mine.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card id="my-reports" flush title={words.mine}>
      {items.map(({ reportId, text, saw, reference, reportedAt, closed }) => {
        const day = closed && f.day(businessDayOf(new Date(closed.at)));
        const state = closed && day ? words.closed({ by: closed.byName || t.reports.list.operator, day }) : words.open;
        return (
          <Row
            key={reportId}
            id={`my-report-${reportId}`}
            text={text ?? saw ?? reference ?? ""}
            note={
              <>
                <Words as="sub" tone="quiet">
                  {f.instant(new Date(reportedAt))}
                </Words>
                <Words as="sub" tone={closed ? "ok" : "quiet"}>
                  {state}
                </Words>
                {closed?.answer && <Words as="sub">{closed.answer}</Words>}
              </>
            }
          />
        );
      })}
    </Card>
  );
}
