import type { Refusal, useRefusals } from "@/features/reports/useRefusals";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Card, Empty, Loadable, Words } from "@/ui";
import { RefusalCard } from "./RefusalCard";

interface RefusalsProps {
  refusals: ReturnType<typeof useRefusals>;
  onOpen: (refusal: Refusal) => void;
}

/** What phones had kept and the server has not done. */
export function Refusals({ refusals, onOpen }: RefusalsProps) {
  const { t } = usePageWords(reportsWords);
  const { data, state, failure, refresh } = refusals;
  return (
    <Loadable id="refusals" state={state} failure={failure} onRetry={() => void refresh()}>
      <Words as="note" tone="quiet">
        {t.reports.refused.note}
      </Words>
      {data?.items.length === 0 && (
        <Card>
          <Empty text={t.reports.refused.none} />
        </Card>
      )}
      {data?.items.map((refusal) => (
        <RefusalCard key={refusal.refusalId} refusal={refusal} onOpen={() => onOpen(refusal)} />
      ))}
      {data && !data.isWhole && (
        <Words as="note" tone="quiet">
          {t.reports.refused.more}
        </Words>
      )}
    </Loadable>
  );
}
