import type { Refusal } from "@/features/reports/useRefusals";
import { known } from "@/texts";
import { queueWords } from "@/texts/areas/main/queue";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Words } from "@/ui";

/** One command that was not done: whose, when, which, and why. */
export function RefusalCard({ refusal, onOpen }: { refusal: Refusal; onOpen: () => void }) {
  const { t, f } = usePageWords(queueWords, reportsWords);
  const words = t.reports.refused;
  const { refusalId, byName, kind, code, faults, reference, at, hasBody } = refusal;
  const what = known(t.queue.kinds, kind) ?? kind;
  return (
    <Card
      id={`refusal-${refusalId}`}
      title={t.reports.list.from({ name: `${byName} · ${what}`, time: f.instant(new Date(at)) })}
    >
      <Words as="body">{known(t.errors, code) ?? code}</Words>
      {faults.map((fault) => (
        <Words as="sub" tone="quiet" key={`${fault.field} ${fault.code}`}>
          {`${fault.field}: ${fault.code}`}
        </Words>
      ))}
      <Words as="sub">{t.common.reference({ id: reference })}</Words>
      {hasBody ? (
        <Button id={`open-${refusalId}`} text={words.open} label={f.said(words.open, byName, what)} onTap={onOpen} />
      ) : (
        <Words as="note" tone="quiet">
          {words.noBody}
        </Words>
      )}
    </Card>
  );
}
