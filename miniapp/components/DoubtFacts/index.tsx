import { Fragment } from "react";
import type { CheckInView } from "@shared/contracts";
import { known } from "@/texts";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Card, Line, Row, Words } from "@/ui";

type Doubts = readonly NonNullable<CheckInView["review"]>["doubts"][number][];

interface DoubtFactsProps {
  siteName: string;
  checkedInAt: string;
  distanceM: number | null;
  accuracyM: number | null;
  radiusM: number;
  /** Of the client's code that was scanned; null without one. */
  qrFinding?: CheckInView["qrFinding"];
  /** Of the network at the tap; null where nothing was found of one. */
  wifiFinding?: CheckInView["wifiFinding"];
  doubts: Doubts;
  /** To its rep, as long as something helps: to check in again on the same day, or to say something about it. */
  way?: { again: (doubt: Doubts[number]) => string | undefined } | "explain" | null;
}

/** What is known of a check-in in doubt: when, how far, how exact, and in words why it is in doubt. */
export function DoubtFacts({
  siteName,
  checkedInAt,
  distanceM,
  accuracyM,
  radiusM,
  qrFinding = null,
  wifiFinding = null,
  doubts,
  way = null,
}: DoubtFactsProps) {
  const { t, f } = usePageWords(reviewWords);
  const words = t.review;
  const far = (meters: number | null) => (meters === null ? words.unknown : f.distance(meters));
  return (
    <>
      {/* One that is inside is asked about for what else was found. */}
      {doubts.length > 0 && (
        <Card id="doubts" title={doubts.includes("outside") ? t.status.visit.outside : words.why}>
          {doubts.map((doubt) => (
            <Fragment key={doubt}>
              <Words>{known(words.doubts, doubt) ?? t.common.newer}</Words>
              {way && way !== "explain" && (
                <Words as="sub" tone="quiet">
                  {way.again(doubt)}
                </Words>
              )}
            </Fragment>
          ))}
          {way === "explain" && (
            <Words as="sub" tone="quiet">
              {words.explainWay}
            </Words>
          )}
        </Card>
      )}
      <Card flush>
        <Row text={words.at} value={<Words as="body">{f.instant(new Date(checkedInAt))}</Words>} />
        <Line />
        <Row text={words.site} value={<Words as="body">{siteName}</Words>} />
        <Line />
        <Row text={words.distance} value={<Words as="body">{far(distanceM)}</Words>} />
        <Line />
        <Row text={words.radius} value={<Words as="body">{far(radiusM)}</Words>} />
        <Line />
        <Row text={words.accuracy} value={<Words as="body">{far(accuracyM)}</Words>} />
        {wifiFinding && (
          <>
            <Line />
            <Row
              id="wifi"
              text={words.wifi}
              value={<Words as="body">{known(words.wifis, wifiFinding) ?? t.common.newer}</Words>}
            />
          </>
        )}
        {qrFinding && (
          <>
            <Line />
            <Row
              id="scanned"
              text={words.code}
              value={<Words as="body">{known(words.codes, qrFinding) ?? t.common.newer}</Words>}
            />
          </>
        )}
      </Card>
    </>
  );
}
