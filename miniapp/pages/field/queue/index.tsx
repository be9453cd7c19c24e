import { useHomeTab } from "@/features/frame/useHomeTab";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { useQueuePage } from "@/features/queue/useQueuePage";
import { useMe } from "@/features/session/useMe";
import { known } from "@/texts";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, Page, Sheet, Words } from "@/ui";
import { QueueCard } from "./QueueCard";

/** What waits on this phone, and what can I do about it? */
export default function QueuePage() {
  const { t, f } = usePageWords(queueWords);
  const words = t.queue;
  const home = useHomeTab();
  const front = usePageFrame({ title: words.title });
  const queue = useQueuePage();
  // Nothing of anybody is told before it is known who reads.
  const me = useMe();
  const { entries, isKnown, room, busy, dropping, hanging, dropped, draftAt } = queue;
  const hasDraft = dropping !== null && queue.hasDraft(dropping);
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
            onTap={queue.sendNow}
          />
        )
      }
      over={
        dropping && (
          <Sheet
            id="queue-drop"
            title={words.dropTitle}
            onClose={() => queue.askDrop(null)}
            foot={
              <>
                <Button id="drop-keep" text={words.dropKeep} onTap={() => queue.askDrop(null)} />
                <Button
                  id="drop-sure"
                  kind="danger"
                  grow
                  text={words[hasDraft ? "dropSureDraft" : "dropSure"]}
                  onTap={queue.drop}
                />
              </>
            }
          >
            <Words>
              {dropping.isUnsure ? words.dropTextUnsure({ home }) : words[hasDraft ? "dropTextDraft" : "dropText"]}
            </Words>
            {hanging.length > 0 && (
              <Words id="drop-hanging" tone="warn">
                {words.dropHanging({
                  count: hanging.length,
                  what: f.names([...new Set(hanging.map(({ kind }) => known(words.kinds, kind) ?? t.common.newer))]),
                })}
              </Words>
            )}
            {hasDraft && <Words id="drop-draft">{words.dropDraft}</Words>}
          </Sheet>
        )
      }
    >
      {dropped && dropped !== "dropped" && (
        <Card tone="warn" id="queue-dropped">
          <Words live="polite">{words.dropped[dropped]({ home })}</Words>
        </Card>
      )}
      {draftAt !== null && (
        <Card id="queue-draft" tone="brand">
          <Words live="polite">{words.isDraft}</Words>
          <Button id="queue-draft-open" kind="quiet" small text={words.look} onTap={() => open(draftAt)} />
        </Card>
      )}
      {room !== "enough" && (
        <Card tone="warn" id="queue-room">
          <Words live="polite">{room === "little" ? words.little : words.full}</Words>
        </Card>
      )}
      {entries.length === 0 ? (
        <Card>
          {isKnown ? (
            <Empty text={words.empty} />
          ) : (
            <Loadable id="queue" state={me.state} failure={me.failure} onRetry={() => void me.refresh()}>
              {null}
            </Loadable>
          )}
        </Card>
      ) : (
        <Words as="note" tone="quiet">
          {words.note}
        </Words>
      )}
      {entries.map((entry) => (
        <QueueCard
          key={entry.commandId}
          entry={entry}
          failure={queue.failureOf(entry)}
          onRetry={() => queue.retry(entry)}
          onWithoutFiles={queue.withoutFiles(entry)}
          onUpdate={queue.update}
          onOpen={open}
          onDrop={() => queue.askDrop(entry)}
        />
      ))}
    </Page>
  );
}
