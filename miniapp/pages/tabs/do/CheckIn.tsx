import { useState } from "react";
import type { CheckInView } from "@shared/contracts";
import { takeTapped } from "@/features/checkIns/tappedElsewhere";
import { type TapResult, useCheckIn } from "@/features/checkIns/useCheckIn";
import { useTapResult } from "@/features/checkIns/useTapResult";
import { previewOf, type TapBrings, useTapBrings } from "@/features/checkIns/useTapBrings";
import { useCheckInPage } from "@/features/checkIns/useCheckInPage";
import type { Place } from "@/features/customers/places";
import { useReasonToGo } from "@/features/customers/useReasonToGo";
import { open, reveal, usePageShow } from "@/features/navigation";
import { usePhoto } from "@/features/photo/usePhoto";
import { useVisitWeek } from "@/features/visits/useVisitTarget";
import { VisitWeek } from "@/components/VisitWeek";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Page, Row, Words } from "@/ui";
import { AlsoThere } from "./AlsoThere";
import { DemoPanel } from "./DemoPanel";
import { FixStrip } from "./FixStrip";
import { PlaceList } from "./PlaceList";
import { PurposeCard } from "./PurposeCard";
import { Stays } from "./Stays";
import { TapPhoto } from "./TapPhoto";
import { TodayCheckIns } from "./TodayCheckIns";
import { VerdictSheet } from "./VerdictSheet";

/** More clients in one tower than that are found in the list. */
const askedMax = 4;

/** Am I close enough, and did it count? */
export function CheckIn({ title, front }: { title: string; front: boolean }) {
  const { t, f } = usePageWords(fieldWords, queueWords);
  const page = useCheckInPage();
  const { chosen, choose, consented, instead, asked } = page;
  // Without a consent a tap leads to it, and nowhere else.
  const asksFirst = consented === false;
  const [done, setDone] = useState<TapResult | null>(null);
  const checkIn = useCheckIn();
  const choice = usePhoto();
  const week = useVisitWeek();
  const result = useTapResult(done);
  usePageShow(() => {
    // What the page behind has made, if any.
    const tapped = takeTapped();
    if (tapped) page.checkedIn();
    setDone(tapped);
  });
  const reason = useReasonToGo(chosen?.customer);

  async function tap() {
    if (asksFirst) {
      open(routes.consent());
      return;
    }
    if (!chosen) return;
    if (!reason.check()) {
      reveal("ask-why");
      return;
    }
    reason.say();
    const tapped = await checkIn.tap(chosen, choice.photo);
    // It belongs to that tap, also where it waits for its person.
    choice.drop();
    if (tapped) page.checkedIn();
    setDone(tapped);
  }

  const hasPhoto = choice.photo !== null;
  const brings = useTapBrings(chosen, hasPhoto);
  const action = asksFirst ? t.field.consentFirst : chosen ? wordsOfTap(brings, chosen.name, t) : t.field.chooseFirst;
  const label =
    !asksFirst &&
    chosen &&
    t.field.checkInLabel({
      action,
      // Without a pin there is no distance either, wherever one stands.
      distance:
        chosen.distanceM !== null
          ? f.distance(chosen.distanceM)
          : t.field[chosen.preview === null ? "noFixList" : "unverifiedHint"],
      preview: t.common.preview[previewOf(chosen, hasPhoto)],
    });
  return (
    <Page
      id="page-do"
      title={title}
      tab={2}
      front={front}
      barNote={
        checkIn.failure ? (
          // Beside the button, since the way on may lie above what is seen.
          <Words as="sub" tone="warn" id="not-sent-note" live="assertive">
            {t.field.notSentNote}
          </Words>
        ) : (
          // That button opens the question alone.
          !asksFirst && t.field.onlyAtTap
        )
      }
      bar={
        <Button
          id="check-in"
          // Blue is what counts.
          kind={!asksFirst && (brings === "outside" || brings === "repeated") ? "plain" : "primary"}
          grow
          text={checkIn.busy ? t.field.checkingIn : action}
          {...(label && !checkIn.busy && { label })}
          disabled={(!chosen && !asksFirst) || checkIn.busy}
          onTap={() => void tap()}
        />
      }
      over={
        result && (
          <VerdictSheet
            checkIn={result.checkIn}
            waits={result.kept === "arrived" ? null : result.kept}
            isAgain={result.isAgain === true}
            hasCode={hasCode(page.places, result.checkIn)}
            onClose={() => setDone(null)}
            onAnother={() => {
              choose(null);
              setDone(null);
            }}
          />
        )
      }
    >
      {consented === false && (
        <Card tone="brand" flush>
          <Row
            id="read-consent"
            text={t.field.consentNeeded.text}
            label={t.field.consentNeeded.text}
            onTap={() => open(routes.consent())}
          />
        </Card>
      )}
      {consented && <FixStrip />}
      {checkIn.failure && (
        <Card id="not-sent">
          <ErrorBlock id="check-in-error" failure={checkIn.failure} />
          <Button id="see-queue" kind="plain" text={t.queue.open} onTap={() => open(routes.queue())} />
        </Card>
      )}
      <Stays />
      {chosen && instead && (
        <Card id="elsewhere" tone="warn">
          <Words live="polite">{t.field.elsewhere({ here: instead.name, chosen: chosen.name })}</Words>
          <Button
            id="check-in-here"
            kind="plain"
            text={t.field.chooseHere({ here: instead.name })}
            onTap={() => choose(instead)}
          />
        </Card>
      )}
      {asked.length > 0 && (
        <Card id="which" tone="brand">
          <Words live="polite">{t.field.which({ count: asked.length })}</Words>
          {asked.slice(0, askedMax).map((place) => (
            <Button
              key={place.key}
              id={`which-${place.customer.customerId}`}
              kind="plain"
              text={place.name}
              onTap={() => choose(place)}
            />
          ))}
        </Card>
      )}
      {chosen && <AlsoThere customer={chosen.customer} why={reason.why} />}
      <PlaceList page={page} />
      {chosen && consented && <TapPhoto place={chosen} choice={choice} busy={checkIn.busy} />}
      {chosen && consented && chosen.preview !== "inside" && chosen.site.codeMarks && (
        <Button id="scan-code" kind="plain" text={t.field.scan} onTap={() => open(routes.scanCode(idsOf(chosen)))} />
      )}
      {chosen && <PurposeCard key={chosen.customer.customerId} customerId={chosen.customer.customerId} />}
      <TodayCheckIns />
      {week.data && <VisitWeek week={week.data} />}
      {page.demo && <DemoPanel customers={page.served.data ?? []} />}
    </Page>
  );
}

const idsOf = ({ customer, site }: Place) => ({ id: customer.customerId, site: site.siteId });

/** Whether this phone knows of a code that hangs there. */
const hasCode = (places: readonly Place[], { customerId, siteId }: CheckInView): boolean =>
  places.some(({ customer, site }) => customer.customerId === customerId && site.siteId === siteId && site.codeMarks);

const wordsOfTap = (brings: TapBrings, name: string, t: TextsWith<typeof fieldWords>): string =>
  brings === "inside" ? t.field.checkInAt({ name }) : t.field.tapBrings[brings]({ name });
