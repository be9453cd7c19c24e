import { useState } from "react";
import type { PinProposalView } from "@shared/contracts";
import { directionTo } from "@shared/domain/geo";
import { mapOf, usePins } from "@/features/customers/usePins";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { PinSketch } from "@/components/PinSketch";
import { ReasonSheet } from "@/components/ReasonSheet";
import { givingWords } from "@/texts/areas/giving";
import { pinsWords } from "@/texts/areas/pins";
import { decidingWords } from "@/texts/areas/deciding";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Earlier, Empty, ErrorBlock, Loadable, Page, Words } from "@/ui";

/** Where are the clients' places that my people have been to? Decided many at a time. */
export default function Pins() {
  const { t, f } = usePageWords(givingWords, pinsWords, decidingWords);
  const words = t.pins;
  usePageFrame({ title: words.title });
  const pins = usePins();
  const { items, chosen, decision, missed, done, earlier, state, failure, refresh } = pins;
  const [rejecting, setRejecting] = useState(false);
  usePullDown(refresh);
  const count = chosen.length;
  return (
    <Page
      id="page-pins"
      title={words.title}
      {...(items.length > 0 && {
        bar: (
          <>
            <Button
              id="pins-reject"
              text={words.reject}
              disabled={count === 0 || decision.busy}
              onTap={() => setRejecting(true)}
            />
            <Button
              id="pins-accept"
              kind="primary"
              grow
              text={count === 0 ? words.chooseFirst : words.accept({ count })}
              disabled={count === 0 || decision.busy}
              onTap={() => void decision.run({ accepted: true, reason: null })}
            />
          </>
        ),
      })}
      over={
        rejecting && (
          <ReasonSheet
            id="pins"
            title={words.rejectTitle}
            note={words.reasonNote}
            reasons={Object.values(words.reasons)}
            hint={words.reasonHint}
            missing={t.deciding.reasonMissing}
            send={words.reject}
            busy={decision.busy}
            failure={decision.failure}
            onClose={() => setRejecting(false)}
            onSend={(reason) =>
              void decision.run({ accepted: false, reason }).then((answer) => answer && setRejecting(false))
            }
          />
        )
      }
    >
      {decision.failure && !rejecting && (
        <Card>
          <ErrorBlock
            id="pins-error"
            failure={decision.failure}
            onRetry={() => void decision.run({ accepted: true, reason: null })}
          />
        </Card>
      )}
      {done && (
        <Words as="sub" id="pins-done" live="polite">
          {t.giving.pinsDone({
            accepted: done.accepted,
            places: f.names(done.pins.map(({ customerName, siteName }) => f.said(customerName, siteName))),
          })}
        </Words>
      )}
      {missed > 0 && (
        <Words as="sub" tone="warn" id="pins-missed" live="polite">
          {words.missed({ count: missed })}
        </Words>
      )}
      <Loadable id="pins" state={state} failure={failure} onRetry={() => void refresh()}>
        {items.length === 0 && !earlier ? (
          <Card>
            <Empty text={words.none} />
          </Card>
        ) : (
          <>
            {items.length > 0 && (
              <Words as="note" tone="quiet">
                {words.looked}
              </Words>
            )}
            {items.length > 1 && <Button id="pins-all" kind="plain" text={words.all} onTap={pins.chooseAll} />}
            {items.map((pin) => (
              <PinCard
                key={pin.proposalId}
                pin={pin}
                isChosen={chosen.includes(pin)}
                onToggle={() => pins.toggle(pin.proposalId)}
              />
            ))}
            <Earlier id="pins-more" earlier={earlier} />
          </>
        )}
      </Loadable>
    </Page>
  );
}

function PinCard({ pin, isChosen, onToggle }: { pin: PinProposalView; isChosen: boolean; onToggle: () => void }) {
  const { t, f } = usePageWords(pinsWords);
  const words = t.pins;
  const { proposalId, customerName, siteName, address, byName, source, note, from, to, movedM, accuracyM, takenAt } =
    pin;
  const { stoodAt } = pin;
  const place = f.said(customerName, siteName);
  const onMap = mapOf(pin);
  const facts = [
    words.by({ name: byName, day: f.instant(new Date(pin.askedAt)) }),
    ...(source === "typed" ? [words.typed] : source === "taken" ? [words.taken] : movedM === null ? [words.first] : []),
    ...(movedM === null ? [] : [movedText(movedM)]),
    ...(stoodAt
      ? [
          words.stoodAt({
            count: stoodAt.count,
            nearest: f.distance(stoodAt.nearestM),
            middle: f.distance(stoodAt.middleM),
          }),
        ]
      : []),
    ...(onMap ? [] : [words.at({ latDeg: to.latDeg.toFixed(6), lngDeg: to.lngDeg.toFixed(6) })]),
    ...(takenAt ? [words.takenAt({ time: f.instant(new Date(takenAt)) })] : []),
    words.accuracy({
      accuracy: accuracyM === null ? null : f.distance(accuracyM),
      radius: f.distance(pin.radiusM),
    }),
  ];
  function movedText(meters: number): string {
    const distance = f.distance(meters);
    const direction = from && directionTo(from, to);
    if (!from) return words.moved({ distance });
    return direction
      ? words.sketch.say({ direction: words.sketch.directions[direction], distance })
      : words.sketch.same;
  }

  return (
    <Card id={`pin-${proposalId}`} {...(isChosen && { tone: "brand" })} title={place}>
      <Words as="sub">{address}</Words>
      {facts.map((fact) => (
        <Words key={fact} as="sub" tone="quiet">
          {fact}
        </Words>
      ))}
      {from && (
        <>
          <PinSketch from={from} to={to} radiusM={pin.radiusM} />
          <Words as="note" tone="quiet">
            {words.sketch.legend}
          </Words>
        </>
      )}
      {note !== null && <Words>{words.says({ note })}</Words>}
      {onMap && (
        <>
          <Button id={`map-to-${proposalId}`} kind="quiet" small text={words.mapTo} onTap={() => onMap(to)} />
          {from && (
            <Button id={`map-from-${proposalId}`} kind="quiet" small text={words.mapFrom} onTap={() => onMap(from)} />
          )}
        </>
      )}
      <Button
        id={`choose-${proposalId}`}
        kind="plain"
        text={isChosen ? words.chosen : words.choose}
        label={f.said(isChosen ? words.chosen : words.choose, place)}
        onTap={onToggle}
      />
    </Card>
  );
}
