import type { ReportView } from "@shared/contracts";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Words } from "@/ui";

interface ReportCardProps {
  report: ReportView;
  onClose: () => void;
  onReopen: () => void;
  busy: boolean;
}

/** One problem: who, when, what they said and saw, and where to look it up. */
export function ReportCard({ report, onClose, onReopen, busy }: ReportCardProps) {
  const { t, f } = usePageWords(reportsWords);
  const words = t.reports.list;
  const { reportId, byName, text, saw, reference, screen, program, happenedAt, closed } = report;
  const where = [screen, program].filter(Boolean).join(" · ");
  return (
    <Card id={`report-${reportId}`} title={words.from({ name: byName, time: f.instant(new Date(happenedAt)) })}>
      {text && <Words as="body">{text}</Words>}
      {saw && (
        <Words as="sub" tone="quiet">
          {saw}
        </Words>
      )}
      {reference && <Words as="sub">{t.common.reference({ id: reference })}</Words>}
      <Words as="note" tone="quiet">
        {where}
      </Words>
      {closed ? (
        <>
          <Words as="sub" tone="ok">
            {closed.answer
              ? words.answered({ by: closed.byName || words.operator, answer: closed.answer })
              : words.from({ name: closed.byName || words.operator, time: f.instant(new Date(closed.at)) })}
          </Words>
          <Words as="note" tone="quiet">
            {words.reopenNote({ name: byName })}
          </Words>
          <Button
            id={`reopen-${reportId}`}
            small
            disabled={busy}
            text={words.reopen}
            label={f.said(words.reopen, byName, text ?? saw)}
            onTap={onReopen}
          />
        </>
      ) : (
        <Button
          id={`close-${reportId}`}
          text={words.close}
          label={f.said(words.close, byName, text ?? saw)}
          onTap={onClose}
        />
      )}
    </Card>
  );
}
