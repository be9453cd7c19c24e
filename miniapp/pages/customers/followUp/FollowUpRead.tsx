import { clockTimeOf } from "@shared/domain/time";
import { followUpOf } from "@/features/followUps/queuedFollowUps";
import { type FollowUpPage, useFollowUp } from "@/features/followUps/useFollowUp";
import { open } from "@/features/navigation";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueue, useQueued } from "@/features/queue/useQueue";
import { serverNow, useTick } from "@/features/time";
import { keptText } from "@/components/keptText";
import { routes } from "@/routes";
import { followUpWords } from "@/texts/areas/followUp";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Loadable, Page, StatusMark, Words } from "@/ui";
import { FollowUpFacts } from "./FollowUpFacts";

/** A follow-up as it was written, here or on the server. */
export function FollowUpRead({ followUpId }: { followUpId: string }) {
  const queued = useQueued(followUpId);
  return queued ? <Kept entry={queued} /> : <Arrived followUpId={followUpId} />;
}

function Kept({ entry }: { entry: QueueEntry }) {
  const { t, f } = usePageWords(followUpWords, queueWords);
  const words = t.followUp;
  const followUp = followUpOf(entry);
  if (!followUp) return null;
  const at = new Date(followUp.at);
  return (
    <Page
      id="page-follow-up"
      title={words.title}
      bar={<Button id="follow-up-queue" kind="primary" grow text={t.queue.open} onTap={() => open(routes.queue())} />}
    >
      <Card id="follow-up-kept" tone="warn">
        <StatusMark about="queue" is={entry.look} />
        <Words live="polite">{keptText(entry, t.queue.keptAt({ time: clockTimeOf(at) }), { t, f })}</Words>
      </Card>
      <FollowUpFacts
        id="follow-up"
        title={followUp.customerName}
        said={followUp}
        times={[words.contactedAt({ time: f.instant(at) })]}
      />
    </Page>
  );
}

function Arrived({ followUpId }: { followUpId: string }) {
  const { t } = usePageWords(followUpWords);
  const { data, state, failure, refresh } = useFollowUp(followUpId);
  if (data) return <Read page={data} />;
  return (
    <Page id="page-follow-up" title={t.followUp.title}>
      <Card>
        <Loadable id="follow-up" state={state} failure={failure} onRetry={() => void refresh()}>
          {null}
        </Loadable>
      </Card>
    </Page>
  );
}

function Read({ page: { followUp, earlier, correctableUntil } }: { page: FollowUpPage }) {
  const { t, f } = usePageWords(followUpWords, queueWords);
  const words = t.followUp;
  const { followUpId, customerId } = followUp;
  const until = useOpenUntil(correctableUntil);
  const corrections = useQueue().filter(({ params }) => params?.followUpId === followUpId);
  const timeOf = (at: string) => f.instant(new Date(at));
  return (
    <Page
      id="page-follow-up"
      title={words.title}
      bar={
        <>
          {until !== null && (
            <Button
              id="follow-up-correct"
              text={words.correct}
              onTap={() => open(routes.followUp({ followUpId, correct: "1" }))}
            />
          )}
          <Button
            id="follow-up-customer"
            kind="primary"
            grow
            text={words.toCustomer}
            onTap={() => open(routes.customer({ id: customerId }))}
          />
        </>
      }
    >
      {corrections.map((entry) => (
        <Card key={entry.commandId} id={`waiting-${entry.commandId}`} tone="warn" title={words.correctTitle}>
          <StatusMark about="queue" is={entry.look} />
          <Words live="polite">{keptText(entry, t.queue.keptFor, { t, f })}</Words>
          <Button id={`waiting-queue-${entry.commandId}`} text={t.queue.open} onTap={() => open(routes.queue())} />
        </Card>
      ))}
      <FollowUpFacts
        id="follow-up"
        title={followUp.customerName}
        said={followUp}
        times={[
          words.contactedAt({ time: timeOf(followUp.at) }),
          ...(followUp.correctedAt === null ? [] : [words.correctedAt({ time: timeOf(followUp.correctedAt) })]),
        ]}
      />
      {earlier.map((one) => (
        <FollowUpFacts
          key={one.version}
          id={`follow-up-version-${one.version}`}
          title={words.earlier}
          said={one}
          times={[timeOf(one.writtenAt)]}
        />
      ))}
      <Words as="note" tone="quiet" id="follow-up-until">
        {until === null ? words.closed : words.until({ time: f.instant(until) })}
      </Words>
    </Page>
  );
}

/** Until when it may be corrected; null once that is over, also while the page is open. */
export function useOpenUntil(correctableUntil: string | null): Date | null {
  useTick(30_000);
  const until = correctableUntil === null ? null : new Date(correctableUntil);
  return until !== null && serverNow() < until ? until : null;
}
