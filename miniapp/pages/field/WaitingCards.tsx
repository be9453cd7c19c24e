import { open } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import { keptText } from "@/components/keptText";
import { routes } from "@/routes";
import { known } from "@/texts";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, StatusMark, Words } from "@/ui";

/** What has been said of this visit or check-in and is still on this phone: the page shows it as it was before. */
export function WaitingCards({ about }: { about: { visitId: string } | { checkInId: string } }) {
  const { t, f } = usePageWords(queueWords);
  const waiting = useQueue().filter(({ params }) => Object.entries(about).some(([name, id]) => params?.[name] === id));
  return waiting.map((entry) => (
    <Card
      key={entry.commandId}
      id={`waiting-${entry.commandId}`}
      tone="warn"
      title={known(t.queue.kinds, entry.kind) ?? ""}
    >
      <StatusMark about="queue" is={entry.look} />
      <Words live="polite">{keptText(entry, t.queue.keptFor, { t, f })}</Words>
      <Button id={`waiting-queue-${entry.commandId}`} text={t.queue.open} onTap={() => open(routes.queue())} />
    </Card>
  ));
}
