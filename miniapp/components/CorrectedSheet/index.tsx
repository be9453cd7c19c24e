import type { EarlierRecordView } from "@shared/contracts";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Sheet, Words } from "@/ui";

interface CorrectedSheetProps {
  customerName: string;
  /** As it reads now. */
  record: string;
  /** As it read before, newest first. */
  earlier: readonly EarlierRecordView[];
  onClose: () => void;
}

/** A record that was corrected, as it reads now and as it read before. */
export function CorrectedSheet({ customerName, record, earlier, onClose }: CorrectedSheetProps) {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.visit.versions;
  return (
    <Sheet id="corrected-sheet" title={words.ofCustomer({ name: customerName })} onClose={onClose}>
      <Words as="sub" tone="quiet">
        {words.now}
      </Words>
      <Words>{record}</Words>
      {earlier.map(({ record: before, writtenAt }) => (
        <Before key={writtenAt} time={f.instant(new Date(writtenAt))} record={before} />
      ))}
    </Sheet>
  );
}

function Before({ time, record }: { time: string; record: string }) {
  const { t } = usePageWords(fieldWords);
  return (
    <>
      <Words as="sub" tone="quiet">
        {t.field.visit.versions.before({ time })}
      </Words>
      <Words>{record}</Words>
    </>
  );
}
