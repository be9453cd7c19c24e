import { View } from "@tarojs/components";
import type { CheckInView } from "@shared/contracts";
import { isInDoubt, needsAcceptance } from "@shared/domain/checkIn";
import { clockTimeOf } from "@shared/domain/time";
import { needsRecord } from "@shared/domain/visit";
import { mayExplainFar } from "@/features/checkIns/checkInPage";
import { mendedOf, standingOfTap } from "@/features/checkIns/dayStanding";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { doubtWay } from "@/features/location/doubtWay";
import { decidersText } from "@/components/decidersText";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { type Formats, known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { queueWords } from "@/texts/areas/main/queue";
import { reviewWords } from "@/texts/areas/main/review";
import { verdictWords } from "@/texts/areas/main/verdict";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, ShapeMark, Sheet, statusMarks, toneOf, Words } from "@/ui";
import "./index.scss";

interface VerdictSheetProps {
  checkIn: CheckInView;
  /** It waits on this phone, or in memory alone; null: the server has judged it. */
  waits?: "phone" | "memory" | "needsYou" | null;
  /** It was there before: the last tap has made none. */
  isAgain?: boolean;
  /** A code hangs there that could be scanned. */
  hasCode?: boolean;
  onClose: () => void;
  onAnother: () => void;
}

/** Did it count? The server's verdict with its numbers, and the one thing to do next. */
export function VerdictSheet(props: VerdictSheetProps) {
  const { checkIn, waits = null, isAgain = false, hasCode = false, onClose, onAnother } = props;
  const words = usePageWords(fieldWords, queueWords, reviewWords, verdictWords);
  const { t, f } = words;
  const title = `${checkIn.customerName}  ${clockTimeOf(new Date(checkIn.checkedInAt))}`;
  // That a record is due is said below: the head says what the tap itself is good for.
  const is = standingOfTap(checkIn);
  const word = is === "effective" ? t.common.preview.inside : t.status.visit[is];
  const ofDay = useCheckIns(checkIn.on);
  const items = ofDay.data?.items ?? [];
  const [mended] = mendedOf(checkIn, items);
  // Who decides is told where the day is read.
  const listed = items.find(({ checkInId }) => checkInId === checkIn.checkInId);
  const shape = statusMarks.visit[is];
  // What counts for nothing until it is explained needs its record as well.
  const mayExplain = mayExplainFar(checkIn);
  const write = () => open(routes.visit({ checkInId: checkIn.checkInId, on: checkIn.on }));
  return (
    <Sheet
      id="verdict"
      title={title}
      onClose={onClose}
      foot={<Foot {...{ checkIn, mayExplain, onClose, onAnother, write }} />}
    >
      <View className="verdict">
        <View className={`verdict-badge mark-${toneOf[shape]} verdict-${toneOf[shape]}`}>
          <ShapeMark shape={shape} />
        </View>
        <View className="verdict-said">
          <Words as="title" id="verdict-mark">
            {waits ? f.said(t.status.queue.waiting, word) : word}
          </Words>
          {isAgain && (
            <Words id="verdict-again" tone="warn" live="polite">
              {t.verdict.again({ time: clockTimeOf(new Date(checkIn.checkedInAt)) })}
            </Words>
          )}
          <Words id="verdict-words" live="polite">
            {mended
              ? mendsWords(checkIn, mended, t)
              : wordsOfVerdict(checkIn, decidedText(listed?.review ?? checkIn.review, words), words)}
          </Words>
          {!mended &&
            (checkIn.review?.doubts ?? []).flatMap((doubt) =>
              // Two sentences, each on its own line.
              [known(t.review.doubts, doubt), doubtWay(doubt, t)].map((said, n) => (
                <Words key={`${doubt}-${n}`} as="sub">
                  {said}
                </Words>
              )),
            )}
          {!mended && !checkIn.repeatedOnDay && isInDoubt(checkIn.verdict) && !checkIn.review?.doubts.length && (
            <Words as="sub">{t.verdict.againHelps}</Words>
          )}
          {checkIn.wifiFinding === "known" && (
            <Words as="sub" id="verdict-wifi">
              {`${t.review.wifi}${t.common.colon}${t.review.wifis.known}`}
            </Words>
          )}
          {checkIn.qrFinding && (
            <Words as="sub" id="verdict-code">
              {`${t.review.code}${t.common.colon}${known(t.review.codes, checkIn.qrFinding) ?? t.common.newer}`}
            </Words>
          )}
          {checkIn.hasPhoto && (
            <Words as="sub" tone="quiet" id="verdict-photo">
              {f.sentences([t.review.photoSent, t.review[checkIn.review ? "photoSeen" : "photoMine"]])}
            </Words>
          )}
          {waits && (
            <>
              <Words as="sub" tone="quiet">
                {t.queue.foreseen}
              </Words>
              <Words id="kept-words" tone="warn" live="polite">
                {waits === "needsYou"
                  ? t.common.stripNeedsYou({ count: 1 })
                  : waits === "memory"
                    ? t.queue.keptInMemory
                    : t.queue.keptAt({ time: clockTimeOf(new Date(checkIn.checkedInAt)) })}
              </Words>
            </>
          )}
          {(needsRecord(checkIn) || mayExplain) && (
            <Words as="sub" tone="quiet" id="verdict-record">
              {t.verdict[is === "waits" || mayExplain ? "recordWithinWaits" : "recordWithin"]}
            </Words>
          )}
        </View>
      </View>
      {hasCode && checkIn.qrFinding !== "here" && needsAcceptance(checkIn.verdict) && !checkIn.repeatedOnDay && (
        <Button
          id="verdict-scan"
          text={t.field.scan}
          onTap={() => open(routes.scanCode({ id: checkIn.customerId, site: checkIn.siteId }))}
        />
      )}
      {mayExplain && (
        <Button
          id="verdict-far"
          text={t.verdict.explain}
          onTap={() => open(routes.doubt({ id: checkIn.checkInId, on: checkIn.on }))}
        />
      )}
      {checkIn.verdict === "outside" && (
        <Button
          id="verdict-pin"
          text={t.verdict.pin}
          onTap={() => open(routes.customerPin({ id: checkIn.customerId, site: checkIn.siteId }))}
        />
      )}
    </Sheet>
  );
}

interface FootProps extends VerdictSheetProps {
  mayExplain: boolean;
  write: () => void;
}

function Foot({ checkIn, mayExplain, onClose, onAnother, write }: FootProps) {
  const { t } = usePageWords(verdictWords);
  if (checkIn.repeatedOnDay)
    return <Button id="verdict-done" kind="primary" grow text={t.verdict.done} onTap={onClose} />;
  if (needsRecord(checkIn))
    return (
      <>
        {checkIn.review && (
          <Button
            id="explain-doubt"
            text={t.verdict.explain}
            onTap={() => open(routes.doubt({ id: checkIn.checkInId, on: checkIn.on }))}
          />
        )}
        <Button id="write-visit" kind="primary" grow text={t.verdict.write} onTap={write} />
      </>
    );
  if (checkIn.visitId !== null)
    return <Button id="verdict-done" kind="primary" grow text={t.verdict.done} onTap={onClose} />;
  if (mayExplain)
    return (
      <>
        <Button id="verdict-another" grow text={t.verdict.another} onTap={onAnother} />
        <Button id="write-visit" kind="primary" grow text={t.verdict.write} onTap={write} />
      </>
    );
  return (
    <>
      <Button id="verdict-done" grow text={t.verdict.done} onTap={onClose} />
      <Button id="verdict-another" kind="primary" grow text={t.verdict.another} onTap={onAnother} />
    </>
  );
}

/** What better evidence is good for. */
function mendsWords({ visitId }: CheckInView, { checkedInAt }: CheckInView, t: TextsWith<typeof verdictWords>): string {
  const time = clockTimeOf(new Date(checkedInAt));
  return visitId === null ? t.verdict.mends({ time }) : t.verdict.mendsRecorded({ time });
}

/** Who decides until when, as far as this phone knows. */
function decidedText(review: CheckInView["review"], words: { t: TextsWith<typeof verdictWords>; f: Formats }): string {
  const { decidedBy, decidedWithin } = words.t.verdict;
  if (!review) return decidedWithin;
  const who = decidersText(review.deciderNames, "leader", words);
  return decidedBy({ who, until: words.f.instant(new Date(review.decideUntil)) });
}

function wordsOfVerdict(
  checkIn: CheckInView,
  decided: string,
  { t, f }: { t: TextsWith<typeof reviewWords | typeof verdictWords>; f: Formats },
): string {
  const words = t.verdict;
  const { verdict, distanceM, accuracyM, radiusM } = checkIn;
  if (checkIn.repeatedOnDay) return words.repeatedToday;
  if (verdict === "unverified" || (checkIn.review && needsAcceptance(verdict))) return words.unverified({ decided });
  if (verdict === "doubtful" && checkIn.qrFinding === "here") return t.review.scanned({ decided });
  if (distanceM === null || accuracyM === null) return words.doubtfulWithoutFix({ decided });
  const far = { distance: f.distance(distanceM), radius: f.distance(radiusM) };
  const numbers = { ...far, accuracy: f.distance(accuracyM), decided };
  return (
    known<"inside" | "doubtful" | "outside", (p: typeof numbers) => string>(words, verdict)?.(numbers) ?? t.common.newer
  );
}
