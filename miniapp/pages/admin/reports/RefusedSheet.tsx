import type { RefusedBody } from "@/features/reports/useRefusals";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { ErrorBlock, Sheet, Words } from "@/ui";

/** What was sent, to somebody whose look at it has been noted. */
export function RefusedSheet({ shown, onClose }: { shown: RefusedBody; onClose: () => void }) {
  const { t } = usePageWords(reportsWords);
  const words = t.reports.refused;
  const { refusal, body, failure } = shown;
  return (
    <Sheet id="refused-sheet" title={words.title({ name: refusal.byName })} onClose={onClose}>
      <Words as="sub" tone="quiet">
        {words.noted({ name: refusal.byName })}
      </Words>
      {failure && <ErrorBlock id="refused-error" failure={failure} />}
      {body?.split("\n").map((line, n) => (
        // Lines of one text have no other name.
        <Words as="sub" key={`${n} ${line}`}>
          {line}
        </Words>
      ))}
    </Sheet>
  );
}
