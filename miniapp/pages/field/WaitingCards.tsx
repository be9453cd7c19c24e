import { open } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import { routes } from "@/routes";
import { known, useWords } from "@/texts";
import { Button, Card, StatusMark, Words } from "@/ui";

/** What has been said of this visit or check-in and is still on this phone: the page shows it as it was before. */
export function WaitingCards({ about }: { about: { visitId: string } | { checkInId: string } }) {
  const { t } = useWords();
  const waiting = useQueue().filter(({ params }) => Object.entries(about).some(([name, id]) => params?.[name] === id));
  return waiting.map(({ commandId, kind, look, isKept }) => (
    <Card key={commandId} id={`waiting-${commandId}`} tone="warn" title={known(t.queue.kinds, kind) ?? ""}>
      <StatusMark about="queue" is={look} />
      <Words live="polite">{isKept ? t.queue.keptFor : t.queue.keptInMemory}</Words>
      <Button id={`waiting-queue-${commandId}`} text={t.queue.open} onTap={() => open(routes.queue())} />
    </Card>
  ));
}
