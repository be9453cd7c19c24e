import { open } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import { routes } from "@/routes";
import { known, useWords } from "@/texts";
import { Button, Card, StatusMark, Words } from "@/ui";

const kinds = ["visits.correct", "visits.settleNextStep"];

/** What has been said of this visit and is still on this phone: the page shows it as it was before. */
export function VisitWaiting({ visitId }: { visitId: string }) {
  const { t } = useWords();
  const waiting = useQueue().filter(({ kind, params }) => kinds.includes(kind) && params?.visitId === visitId);
  return waiting.map(({ commandId, kind, look, isKept }) => (
    <Card key={commandId} id={`visit-waiting-${commandId}`} tone="warn" title={known(t.queue.kinds, kind) ?? ""}>
      <StatusMark about="queue" is={look} />
      <Words live="polite">{isKept ? t.queue.keptFor : t.queue.keptInMemory}</Words>
      <Button id={`visit-queue-${commandId}`} text={t.queue.open} onTap={() => open(routes.queue())} />
    </Card>
  ));
}
