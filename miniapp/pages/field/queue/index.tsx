import { useState } from "react";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueuePage } from "@/features/queue/useQueuePage";
import { useWords } from "@/texts";
import { Button, Card, Empty, Page, Sheet, Words } from "@/ui";
import { QueueCard } from "./QueueCard";

/** What waits on this phone, and what can I do about it? */
export default function QueuePage() {
  const { t } = useWords();
  const words = t.queue;
  const front = usePageFrame({ title: words.title });
  const { entries, isKnown, failureOf, room, sendNow, busy, retry, drop } = useQueuePage();
  const [dropping, setDropping] = useState<QueueEntry | null>(null);
  return (
    <Page
      id="page-queue"
      title={words.title}
      front={front}
      withoutQueue
      bar={
        entries.length > 0 && (
          <Button
            id="queue-send"
            kind="primary"
            grow
            text={busy ? words.sending : words.sendNow}
            disabled={busy}
            onTap={sendNow}
          />
        )
      }
      over={
        dropping && (
          <Sheet
            id="queue-drop"
            title={words.dropTitle}
            onClose={() => setDropping(null)}
            foot={
              <>
                <Button id="drop-keep" text={words.dropKeep} onTap={() => setDropping(null)} />
                <Button
                  id="drop-sure"
                  kind="danger"
                  grow
                  text={words.dropSure}
                  onTap={() => {
                    drop(dropping);
                    setDropping(null);
                  }}
                />
              </>
            }
          >
            <Words>{words.dropText}</Words>
          </Sheet>
        )
      }
    >
      {room !== "enough" && (
        <Card tone="warn" id="queue-room">
          <Words live="polite">{room === "little" ? words.little : words.full}</Words>
        </Card>
      )}
      {entries.length === 0 ? (
        <Card>{isKnown && <Empty text={words.empty} />}</Card>
      ) : (
        <Words as="note" tone="quiet">
          {words.note}
        </Words>
      )}
      {entries.map((entry) => (
        <QueueCard
          key={entry.commandId}
          entry={entry}
          failure={failureOf(entry)}
          onRetry={() => retry(entry)}
          onOpen={() => open(entry.opens)}
          onDrop={() => setDropping(entry)}
        />
      ))}
    </Page>
  );
}
