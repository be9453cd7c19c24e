import { useState } from "react";
import type { CheckInView } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { usePhoto } from "@/features/photo/usePhoto";
import { useDoubtAnswer, useDoubtDraft } from "@/features/reviews/useReview";
import { DraftNote } from "@/components/DraftNote";
import { PhotoTake } from "@/components/PhotoTake";
import { fieldWords } from "@/texts/areas/main/field";
import { proofWords } from "@/texts/areas/main/proof";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, TextArea, Words } from "@/ui";

interface ExplainProps {
  checkIn: CheckInView;
  /** What I have said so far, and what it is about. */
  review: Pick<NonNullable<CheckInView["review"]>, "answer" | "hasPhoto" | "doubts">;
  mayAnswer: boolean;
  /** Words alone are not enough. */
  needsPhoto?: boolean;
}

const textMax = 200;

/** What I have to say about it: the leader reads it before anything else. */
export function Explain({ checkIn, review, mayAnswer, needsPhoto = false }: ExplainProps) {
  const { t } = usePageWords(fieldWords, proofWords, reviewWords);
  const words = t.review;
  const command = useDoubtAnswer();
  const draft = useDoubtDraft(checkIn);
  const { text } = draft.form;
  const [missing, setMissing] = useState(false);
  const empty = text.trim() === "";
  const far = usePageWords(fieldWords, proofWords, reviewWords).t.proof.far;
  const choice = usePhoto();
  const long = lengthSeen(text.trim()) > textMax;
  const photoMissing = needsPhoto && !choice.photo && !review.hasPhoto && !checkIn.hasPhoto;
  const photoFault = choice.reason
    ? words.photoFailed[choice.reason]
    : missing && photoMissing
      ? far.photoMissing
      : null;
  if (!mayAnswer && review.answer === null) return null;
  const saved = draft.refused
    ? t.common.draftRefused
    : draft.savedAt && t.field.visit.draftSaved({ time: draft.savedAt });
  const answer = (
    <Card id="doubt-answer" {...(review.answer !== null && { title: words.mine })}>
      {review.answer !== null && (
        <Words live="polite" id="doubt-answer-text">
          {review.answer}
        </Words>
      )}
      {review.hasPhoto && (
        <Words as="note" tone="quiet" id="doubt-has-photo">
          {words.photoSent}
        </Words>
      )}
      {mayAnswer && (
        <>
          {review.doubts.includes("noPin") && checkIn.verdict === "unverified" && (
            <Words as="sub" id="doubt-photo-for-pin">
              {words.photoForPin}
            </Words>
          )}
          <TextArea
            id="doubt-text"
            label={review.answer === null ? words.mine : words.mineAgain}
            hint={words.mineHint}
            lengthMax={textMax}
            aside={t.field.visit.counter({ count: lengthSeen(text), max: textMax })}
            value={text}
            fault={long ? t.common.tooLong({ max: textMax }) : missing && empty ? words.mineMissing : null}
            onChange={(typed) => {
              draft.change({ text: tidiedText(typed) });
              // Other words are another answer than the one that did not arrive.
              command.forget();
            }}
          />
          {saved && (
            <Words as="note" tone="quiet" live="polite" id="doubt-saved">
              {saved}
            </Words>
          )}
          <PhotoTake
            id="doubt"
            address={choice.photo?.address ?? null}
            hasSent={review.hasPhoto === true}
            isOneMore={checkIn.hasPhoto === true}
            note={photoFault ?? (needsPhoto ? far.photoNeeded : words.photoNote)}
            isFault={photoFault !== null}
            camera={{ busy: choice.busy, take: choice.take }}
            disabled={command.busy}
            onDrop={choice.drop}
          />
          <Button
            id="doubt-send"
            kind="plain"
            text={review.answer === null ? words.mineSend : words.mineSendAgain}
            disabled={command.busy}
            onTap={() => {
              setMissing(empty || photoMissing);
              if (empty || long || photoMissing) return;
              void command.run({ checkIn, text: text.trim(), photo: choice.photo }).then((arrived) => {
                if (!arrived) return;
                draft.drop();
                choice.drop();
              });
            }}
          />
          {command.failure && <ErrorBlock id="doubt-error" failure={command.failure} />}
        </>
      )}
    </Card>
  );
  return (
    <>
      {mayAnswer && <DraftNote draft={draft} />}
      {answer}
    </>
  );
}
