import type { CheckInView } from "@shared/contracts";
import { needsAcceptance } from "@shared/domain/checkIn";
import { clockTimeOf } from "@shared/domain/time";
import { decidersText } from "@/components/decidersText";
import { checkInPage } from "@/features/checkIns/checkInPage";
import { leaderWait, standingNow } from "@/features/checkIns/dayStanding";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { open } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import type { Formats, Texts } from "@/texts";
import type { review as reviewTexts } from "@/texts/zhCN/review";
import { fieldWords } from "@/texts/areas/main/field";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Card, Row, StatusMark, type StatusMarks, Words } from "@/ui";

/** As many as the server lists of one day. */
const listedMax = 100;

/** What was tapped today, and what each still needs. */
export function TodayCheckIns() {
  const { t, f } = usePageWords(fieldWords, reviewWords);
  const { data } = useCheckIns();
  const items = data?.items ?? [];
  const entries = useQueue();
  // The tap itself, or its record.
  const queuedOf = ({ checkInId, visitId }: CheckInView) =>
    entries.find(({ owner, commandId }) => [checkInId, visitId].includes(`${owner}:${commandId}`))?.look ?? null;
  if (items.length === 0) return null;
  return (
    <Card id="today-check-ins" flush title={t.field.today}>
      {items.map((item) => {
        const time = clockTimeOf(new Date(item.checkedInAt));
        const wait = leaderWait(item);
        const note = [
          time,
          item.distanceM !== null && f.distance(item.distanceM),
          wait && waitText(item, wait, { t, f }),
        ]
          .filter(Boolean)
          .join(" · ");
        return (
          <Row
            key={item.checkInId}
            id={`check-in-${item.checkInId}`}
            text={item.customerName}
            note={
              <Words as="sub" tone="quiet">
                {note}
              </Words>
            }
            value={<Mark checkIn={item} queued={queuedOf(item)} />}
            label={f.said(item.customerName, note, wordOf(item, queuedOf(item), t))}
            onTap={() => open(checkInPage(item))}
          />
        );
      })}
      {items.length >= listedMax && (
        <Row
          text={
            <Words as="sub" tone="quiet">
              {t.field.todayLimit({ count: listedMax })}
            </Words>
          }
        />
      )}
    </Card>
  );
}

function waitText(
  { review, verdict }: CheckInView,
  wait: keyof (typeof reviewTexts)["waits"],
  words: WordsOf,
): string | null {
  if (!review) return null;
  const who = decidersText(review.deciderNames, "leader", words);
  const counts = !needsAcceptance(verdict);
  return words.t.review.waits[wait]({ who, until: words.f.instant(new Date(review.decideUntil)), counts });
}

type WordsOf = { t: TextsWith<typeof fieldWords | typeof reviewWords>; f: Formats };
type Queued = keyof StatusMarks["queue"] | null;

function Mark({ checkIn, queued }: { checkIn: CheckInView; queued: Queued }) {
  if (queued) return <StatusMark about="queue" is={queued} />;
  return <StatusMark about="visit" is={standingNow(checkIn)} />;
}

const wordOf = (checkIn: CheckInView, queued: Queued, t: Texts): string =>
  queued ? t.status.queue[queued] : t.status.visit[standingNow(checkIn)];
