import type { VisitView } from "@shared/contracts";
import { clockTimeOf } from "@shared/domain/time";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { open } from "@/features/navigation";
import type { QueueEntry } from "@/features/queue/createQueue";
import { keptText } from "@/components/keptText";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Page, StatusMark, Words } from "@/ui";
import { Companions } from "./Companions";
import { VisitFacts } from "./VisitFacts";

/** A record that is on this phone and has not arrived. */
export function VisitKept({ visit, entry }: { visit: VisitView; entry: QueueEntry }) {
  const { t, f } = usePageWords(fieldWords, queueWords);
  const home = useHomeTab();
  const time = clockTimeOf(new Date(visit.recordedAt));
  return (
    <Page
      id="page-visit"
      title={t.field.visit.title}
      bar={
        <>
          <Button id="visit-to-today" text={t.field.visit.toToday({ home })} onTap={() => open(routes.today())} />
          <Button id="visit-queue" kind="primary" grow text={t.queue.open} onTap={() => open(routes.queue())} />
        </>
      }
    >
      <Card id="visit-kept" tone="warn">
        <StatusMark about="queue" is={entry.look} />
        <Words live="polite" id="visit-kept-words">
          {keptText(entry, t.queue.keptAt({ time }), { t, f })}
        </Words>
      </Card>
      <VisitFacts visit={visit} files={entry.files} isKept />
      <Companions visit={visit} companions={[]} />
    </Page>
  );
}
