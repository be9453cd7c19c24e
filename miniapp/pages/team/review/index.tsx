import { useState } from "react";
import type { ReviewView } from "@shared/contracts";
import { decidedBy } from "@shared/domain/deciderName";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { serverNow } from "@/features/time";
import { outcomeOf, photosOf, useReview, useReviewDecision } from "@/features/reviews/useReview";
import { CorrectedSheet } from "@/components/CorrectedSheet";
import { decidersText } from "@/components/decidersText";
import { DoubtFacts } from "@/components/DoubtFacts";
import { SignalFacts } from "@/components/SignalFacts";
import { ReasonSheet } from "@/components/ReasonSheet";
import { doubtTitle } from "@/components/doubtTitle";
import { paidInText } from "@/components/paidInText";
import { useAnswerText } from "@/features/visits/useRecordText";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { routes } from "@/routes";
import { known, useWords } from "@/texts";
import type { deciding as decidingTexts } from "@/texts/zhCN/deciding";
import { decidingWords } from "@/texts/areas/deciding";
import { fieldWords } from "@/texts/areas/main/field";
import { proofWords } from "@/texts/areas/main/proof";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Loadable, Page, Photo, Words } from "@/ui";

/** A check-in in doubt: what its rep says first, then why it is in doubt; decided with a reason. */
export default openedWith({ id: "id" }, Review);

function Review({ id }: { id: string }) {
  const { t, f } = usePageWords(decidingWords, proofWords, reviewWords);
  const { data, state, failure, refresh } = useReview(id);
  const title = doubtTitle(data?.review.verdict, t);
  usePageFrame({ title });
  const decision = useReviewDecision();
  const [deciding, setDeciding] = useState<"accept" | "reject" | null>(null);
  const [both, setBoth] = useState(false);
  const review = data?.review;
  const earlier = data?.earlierRecords ?? [];
  const changeUntil = data?.mayChangeUntil ? new Date(data.mayChangeUntil) : null;
  const mayChange = changeUntil !== null && serverNow() <= changeUntil;
  return (
    <Page
      id="page-review"
      title={title}
      bar={
        review &&
        (data.mayDecide !== false && (review.state === "open" || review.state === "appealed") ? (
          <Decide onChoose={setDeciding} />
        ) : (
          <>
            {mayChange && (
              <Button
                id="review-change"
                text={t.deciding.change[review.state === "accepted" ? "reject" : "accept"]}
                onTap={() => setDeciding(review.state === "accepted" ? "reject" : "accept")}
              />
            )}
            <ToList />
          </>
        ))
      }
      over={
        both && review?.record ? (
          <CorrectedSheet
            customerName={review.customerName}
            record={review.record.text}
            earlier={earlier}
            onClose={() => setBoth(false)}
          />
        ) : (
          deciding &&
          review && (
            <ReasonSheet
              id="decide"
              {...askOf[deciding](t.deciding)}
              note={t.deciding.reasonNote({ name: review.rep.name })}
              missing={t.deciding.reasonMissing}
              busy={decision.busy}
              failure={decision.failure}
              onClose={() => setDeciding(null)}
              onSend={(reason) =>
                void decision
                  .run({ review, accepted: deciding === "accept", reason })
                  .then((answer) => answer && setDeciding(null))
              }
            />
          )
        )
      }
    >
      <Loadable id="review" state={state} failure={failure} onRetry={() => void refresh()}>
        {mayChange && (
          <Card id="review-changeable">
            <Words as="sub">{t.deciding.change.until({ time: f.instant(changeUntil) })}</Words>
          </Card>
        )}
        {review && (
          <Evidence
            review={review}
            othersDecide={data.mayDecide === false ? (data.deciderNames ?? null) : null}
            onBoth={earlier.length > 0 ? () => setBoth(true) : null}
          />
        )}
      </Loadable>
    </Page>
  );
}

function Decide({ onChoose }: { onChoose: (choice: "accept" | "reject") => void }) {
  const { t } = usePageWords(decidingWords);
  return (
    <>
      <Button id="review-reject" text={t.deciding.reject} onTap={() => onChoose("reject")} />
      <Button id="review-accept" kind="primary" grow text={t.deciding.accept} onTap={() => onChoose("accept")} />
    </>
  );
}

function ToList() {
  const { t } = useWords();
  return (
    <Button
      id="review-to-list"
      kind="primary"
      grow
      text={t.sales.confirm.toList}
      onTap={() => open(routes.approvals())}
    />
  );
}

interface EvidenceProps {
  review: ReviewView;
  /** Who decides, where the reader does not any more; null where they may. */
  othersDecide: readonly string[] | null;
  onBoth: (() => void) | null;
}

function Evidence({ review, othersDecide, onBoth }: EvidenceProps) {
  const { t, f, language } = usePageWords(decidingWords, fieldWords, reviewWords);
  const words = t.review;
  const wordOf = useTypeWords();
  const answerText = useAnswerText();
  const { rep, customerName, answer, decision, record, decideUntil, state } = review;
  const photos = photosOf(review);
  const paidIn = paidInText(review, { t, f });
  const tone = state === "rejected" || state === "appealed" || state === "open" ? "warn" : "ok";
  return (
    <>
      <Card id="review-state" tone={tone} title={`${rep.name} · ${customerName}`}>
        <Words as="head" live="polite" id="review-outcome">
          {known(
            t.deciding.leader,
            state === "appealed" && othersDecide ? "appealedToOthers" : outcomeOf(review, state),
          )?.({
            until: f.instant(new Date(decideUntil)),
            who: decidersText(othersDecide ?? undefined, "second", { t, f }),
          }) ?? t.common.newer}
        </Words>
        {paidIn && (
          <Words as="sub" id="review-paid-in">
            {paidIn}
          </Words>
        )}
        {decision && state !== "appealed" && (
          <Words as="sub">{words.because({ by: decidedBy(decision, language), reason: decision.reason })}</Words>
        )}
        <Words as="note" tone="quiet">
          {words.looked({ name: rep.name })}
        </Words>
      </Card>
      {review.appeal && (
        <Card id="review-appeal" title={words.appeal.says({ name: rep.name })}>
          <Words id="review-appeal-text">{review.appeal.text}</Words>
          <Words as="note" tone="quiet">
            {words.appeal.first({ by: decidedBy(review.appeal.first, language), reason: review.appeal.first.reason })}
          </Words>
        </Card>
      )}
      {photos.tap !== null && (
        <Card id="review-tap" title={words.tapPhoto}>
          <Photo id="review-tap-photo" address={photos.tap} label={words.photoOf({ name: rep.name })} />
        </Card>
      )}
      <Card id="review-answer" title={t.deciding.says({ name: rep.name })}>
        {answer ? (
          <>
            <Words id="review-answer-text">{answer.text}</Words>
            {photos.answer !== null && (
              <Photo id="review-photo" address={photos.answer} label={words.photoOf({ name: rep.name })} />
            )}
            <Words as="note" tone="quiet">
              {f.instant(new Date(answer.at))}
            </Words>
          </>
        ) : (
          <Words tone="quiet">{t.deciding.saysNothing}</Words>
        )}
      </Card>
      {review.signals && <SignalFacts signals={review.signals} />}
      <DoubtFacts {...review} />
      <Card id="review-record" title={words.record}>
        {record ? (
          <>
            <Words as="sub" tone="quiet">
              {f.said(wordOf(record.typeName), known(t.field.purposes, record.purpose), record.peopleMet)}
            </Words>
            <Words>{record.text}</Words>
            {record.answers.map((answer) => (
              <Words as="sub" key={answer.label}>
                {`${wordOf(answer.label)}${t.common.colon}${answerText(answer)}`}
              </Words>
            ))}
            {onBoth && (
              <Button
                id="review-corrected"
                kind="quiet"
                text={f.said(t.field.visit.versions.corrected, t.field.visit.versions.seeBoth)}
                onTap={onBoth}
              />
            )}
          </>
        ) : (
          <Words tone="quiet">{words.noRecord}</Words>
        )}
      </Card>
    </>
  );
}

/** What each decision is asked about with. */
const askOf = {
  accept: (words: typeof decidingTexts) => ({
    title: words.acceptTitle,
    reasons: Object.values(words.acceptReasons),
    hint: words.acceptHint,
    send: words.accept,
  }),
  reject: (words: typeof decidingTexts) => ({
    title: words.rejectTitle,
    reasons: Object.values(words.rejectReasons),
    hint: words.rejectHint,
    send: words.reject,
  }),
};
