import type { CheckInView } from "@shared/contracts";
import type { ReviewState } from "@shared/domain/checkIn";
import { monthOf } from "@shared/domain/time";
import { reviewedBy } from "@shared/domain/visit";
import { explainUntilOf, mayExplain } from "@shared/domain/checkInReview";
import { decidedBy } from "@shared/domain/deciderName";
import { isCountedElsewhere, mayExplainFar, unrecorded } from "@/features/checkIns/checkInPage";
import { useStatement } from "@/features/earnings/useEarnings";
import { standingNow } from "@/features/checkIns/dayStanding";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { doubtWay } from "@/features/location/doubtWay";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back, open } from "@/features/navigation";
import { decidersText } from "@/components/decidersText";
import { doubtTitle } from "@/components/doubtTitle";
import { paidInText } from "@/components/paidInText";
import { outcomeOf } from "@/features/reviews/useReview";
import { serverNow, useBusinessDay } from "@/features/time";
import { DoubtFacts } from "@/components/DoubtFacts";
import { SignalFacts } from "@/components/SignalFacts";
import { routes } from "@/routes";
import { known } from "@/texts";
import { earningsWords } from "@/texts/areas/main/earnings";
import { fieldWords } from "@/texts/areas/main/field";
import { proofWords } from "@/texts/areas/main/proof";
import { reviewWords } from "@/texts/areas/main/review";
import { verdictWords } from "@/texts/areas/main/verdict";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, Page, StatusMark, Words } from "@/ui";
import { OwnPhotos } from "../OwnPhotos";
import { WaitingCards } from "../WaitingCards";
import { Appeal } from "./Appeal";
import { Explain } from "./Explain";

/** An own check-in in doubt: what comes of it and until when, why it is in doubt, and what I have to say. */
export default openedWith({ id: "id", on: "day" }, Doubt);

function Doubt({ id, on }: { id: string; on: string }) {
  const { t } = usePageWords(proofWords, reviewWords);
  const words = t.review;
  const { data, state, failure, refresh } = useCheckIns(on);
  const found = data?.items.find(({ checkInId }) => checkInId === id);
  const checkIn = found && byNow(found, data?.items ?? []);
  const title = doubtTitle(checkIn?.verdict, t);
  usePageFrame({ title });
  return (
    <Page id="page-doubt" title={title} bar={checkIn && <VisitButton checkIn={checkIn} />}>
      <Loadable id="doubt" state={state} failure={failure} onRetry={() => void refresh()}>
        {checkIn?.review ? (
          <Mine checkIn={checkIn} review={checkIn.review} day={data?.items ?? []} />
        ) : checkIn?.verdict === "outside" ? (
          <Far checkIn={checkIn} day={data?.items ?? []} />
        ) : checkIn?.signals ? (
          <Hinted checkIn={checkIn} signals={checkIn.signals} />
        ) : (
          <Card>
            <Empty
              text={words.none}
              action={{ id: "doubt-back", text: t.common.back, onTap: () => back(routes.today()) }}
            />
          </Card>
        )}
      </Loadable>
    </Page>
  );
}

/** What ends a review comes by the hour. */
function byNow(found: CheckInView, day: readonly CheckInView[]): CheckInView {
  const checkIn = reviewedBy(found, serverNow());
  const { review } = checkIn;
  return review?.state === "open" && unrecorded(checkIn, day)
    ? { ...checkIn, review: { ...review, state: "unrecorded" } }
    : checkIn;
}

function VisitButton({ checkIn }: { checkIn: CheckInView }) {
  const { t } = usePageWords(fieldWords, verdictWords);
  const { visitId, mendedById, on } = checkIn;
  // A record of one that counts for nothing would count for nothing.
  const checkInId = isCountedElsewhere(checkIn) && mendedById ? mendedById : checkIn.checkInId;
  const [text, route] = visitId
    ? [t.field.visit.title, routes.visit({ visitId })]
    : [t.verdict.write, routes.visit({ checkInId, on })];
  return <Button id="doubt-visit" kind={visitId ? "plain" : "primary"} grow text={text} onTap={() => open(route)} />;
}

interface OfDay {
  checkIn: CheckInView;
  /** All of its day. */
  day: readonly CheckInView[];
}

function Mine({ checkIn, review, day }: OfDay & { review: NonNullable<CheckInView["review"]> }) {
  const { t, f, language } = usePageWords(earningsWords, reviewWords);
  const words = t.review;
  const today = useBusinessDay();
  const { decision, decideUntil, deciderNames, doubts } = review;
  const before = review.decisionBefore ?? null;
  const state = checkIn.mendedById ? "mended" : review.state;
  const standing = standingNow(checkIn);
  const isTakenBack = state === "rejected" || state === "appealed";
  const month = useStatement(isTakenBack ? monthOf(checkIn.on) : "").data;
  const lost = month?.lost?.find((one) => one.checkInId === checkIn.checkInId);
  const paidIn = paidInText({ on: checkIn.on, decideUntil, state }, { t, f });
  return (
    <>
      <Card
        id="doubt-state"
        tone={state === "accepted" || state === "mended" ? "ok" : "warn"}
        title={checkIn.customerName}
        aside={<StatusMark about="visit" is={standing} />}
      >
        <Words as="head" live="polite" id="doubt-outcome">
          {known(
            words.rep,
            outcomeOf(checkIn, state),
          )?.({
            until: f.instant(new Date(decideUntil)),
            by: decision ? decidedBy(decision, language) : t.status.deciders.leader,
            who: decidersText(deciderNames, state === "appealed" ? "second" : "leader", { t, f }),
          }) ?? t.common.newer}
        </Words>
        {paidIn && (
          <Words as="sub" id="doubt-paid-in">
            {paidIn}
          </Words>
        )}
        {standing === "notCounted" && checkIn.visitId === null && state !== "unrecorded" && (
          <Words as="sub" id="doubt-unrecorded">
            {words.unrecorded}
          </Words>
        )}
        {decision && (
          <Words as="sub">{words.because({ by: decidedBy(decision, language), reason: decision.reason })}</Words>
        )}
        {before && (
          <Words as="sub" tone="quiet" id="doubt-before">
            {words.before({
              ...{ by: decidedBy(before, language), reason: before.reason, time: f.instant(new Date(before.at)) },
              accepted: review.state !== "accepted",
            })}
          </Words>
        )}
        {lost && (
          <Words as="sub" id="doubt-lost">
            {t.earnings.lost.was({ money: f.money(lost.amountFen), day: f.instant(new Date(lost.decision.at)) })}
          </Words>
        )}
      </Card>
      <Appeal checkIn={checkIn} review={review} day={day} />
      <OwnPhotos checkIn={checkIn} />
      <WaitingCards about={{ checkInId: checkIn.checkInId }} />
      <Explain
        checkIn={checkIn}
        review={review}
        mayAnswer={mayAnswer(checkIn, state)}
        needsPhoto={checkIn.verdict === "outside"}
      />
      {checkIn.signals && <OwnSignals signals={checkIn.signals} />}
      <DoubtFacts
        {...checkIn}
        doubts={doubts}
        way={!mayAnswer(checkIn, state) ? null : checkIn.on === today ? againOf(t) : "explain"}
      />
    </>
  );
}

/** One that was too far away, of which nothing has been said: what it is worth, and how it can be explained. */
function Far({ checkIn, day }: OfDay) {
  const { t, f } = usePageWords(proofWords, reviewWords, verdictWords);
  const far = usePageWords(proofWords, reviewWords, verdictWords).t.proof.far;
  const may = mayExplainFar(checkIn, day);
  const who = decidersText(checkIn.wouldDecideNames, "leader", { t, f });
  const isSettled = isCountedElsewhere(checkIn);
  const until = explainUntilOf(new Date(checkIn.checkedInAt));
  const { customerId: id, siteId: site } = checkIn;
  return (
    <>
      <Card
        id="doubt-state"
        tone={isSettled ? "ok" : "warn"}
        title={checkIn.customerName}
        aside={<StatusMark about="visit" is={standingNow(checkIn)} />}
      >
        <Words as="head" live="polite" id="doubt-outcome">
          {isSettled
            ? far.settled
            : may
              ? far.stands({ until: f.instant(until), who })
              : unrecorded(checkIn, day)
                ? t.review.unrecorded
                : far.over}
        </Words>
        {may && checkIn.visitId === null && (
          <Words as="sub" id="doubt-record">
            {far.recordToo({ until: f.instant(new Date(checkIn.recordUntil)) })}
          </Words>
        )}
      </Card>
      <OwnPhotos checkIn={checkIn} />
      <WaitingCards about={{ checkInId: checkIn.checkInId }} />
      <Explain
        checkIn={checkIn}
        review={{ answer: null, hasPhoto: false, doubts: ["outside"] }}
        mayAnswer={may}
        needsPhoto
      />
      <Button id="doubt-pin" kind="plain" text={t.verdict.pin} onTap={() => open(routes.customerPin({ id, site }))} />
      {checkIn.signals && <OwnSignals signals={checkIn.signals} />}
      <DoubtFacts {...checkIn} doubts={["outside"]} way={may ? againOf(t) : null} />
    </>
  );
}

type OwnSignalsView = NonNullable<CheckInView["signals"]>;

/** One that counts, and of which there is something to ask: what it is, who sees it, and what I have to say. */
function Hinted({ checkIn, signals }: { checkIn: CheckInView; signals: OwnSignalsView }) {
  const { t } = usePageWords(reviewWords);
  const { answer, mayAnswer: may } = signals;
  return (
    <>
      <Card id="doubt-state" tone="ok" title={checkIn.customerName}>
        <Words as="sub">{t.review.signals.stands}</Words>
      </Card>
      <OwnPhotos checkIn={checkIn} />
      <WaitingCards about={{ checkInId: checkIn.checkInId }} />
      <OwnSignals signals={signals} />
      <Explain checkIn={checkIn} review={{ answer, hasPhoto: false, doubts: [] }} mayAnswer={may} />
    </>
  );
}

function OwnSignals({ signals }: { signals: OwnSignalsView }) {
  const { t, f } = usePageWords(reviewWords);
  const words = t.review.signals;
  const { leaderSeesFrom: from } = signals;
  const isSeen = from !== null && new Date(from) <= serverNow();
  const seen =
    from === null ? words.mineOnly : isSeen ? words.seen : words.seenFrom({ from: f.instant(new Date(from)) });
  return <SignalFacts signals={signals} seen={seen} />;
}

const againOf = (t: TextsWith<typeof reviewWords>) => ({
  again: (doubt: Parameters<typeof doubtWay>[0]) => doubtWay(doubt, t),
});

const mayAnswer = ({ verdict, checkedInAt }: CheckInView, state: ReviewState): boolean =>
  mayExplain({ verdict, state, checkedInAt: new Date(checkedInAt) }, serverNow());
