import { useState } from "react";
import type { CheckInView } from "@shared/contracts";
import { changeUntilOf } from "@shared/domain/checkInReview";
import { decidedBy } from "@shared/domain/deciderName";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import { unrecorded } from "@/features/checkIns/checkInPage";
import { useAppeal, useAppealDraft } from "@/features/reviews/useReview";
import { serverNow } from "@/features/time";
import { DraftNote } from "@/components/DraftNote";
import type { Formats } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { proofWords } from "@/texts/areas/main/proof";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import type { review } from "@/texts/zhCN/review";
import type { proof } from "@/texts/zhCN/proof";
import { Button, Card, ErrorBlock, TextArea, Words } from "@/ui";

interface AppealProps {
  checkIn: CheckInView;
  review: NonNullable<CheckInView["review"]>;
  /** All of its day. */
  day: readonly CheckInView[];
}

const textMax = 200;

/** Somebody has not accepted it: a second person can be asked, once; or what I have said when I did. */
export function Appeal({ checkIn, review, day }: AppealProps) {
  const { state, decision, appeal, appealUntil, deciderNames } = review;
  const { t, f, language } = usePageWords(fieldWords, proofWords, reviewWords);
  const words = t.review.appeal;
  const { almostFinal } = usePageWords(fieldWords, proofWords, reviewWords).t.proof;
  const command = useAppeal();
  const draft = useAppealDraft(checkIn);
  const { text } = draft.form;
  const [missing, setMissing] = useState(false);
  if (appeal) {
    const last = decision ?? appeal.first;
    return (
      <Card id="doubt-appeal" title={words.mine}>
        <Words id="doubt-appeal-text">{appeal.text}</Words>
        <Words as="note" tone="quiet">
          {words.first({ by: decidedBy(appeal.first, language), reason: appeal.first.reason })}
        </Words>
        {state === "rejected" && !checkIn.mendedById && (
          <Words as="sub" id="doubt-final">
            {finalText({ by: decidedBy(last, language), at: last.at }, { words, almostFinal, f })}
          </Words>
        )}
      </Card>
    );
  }
  // No second look brings a visit that has no record.
  if (!appealUntil || unrecorded(checkIn, day)) return null;
  const who = !deciderNames ? words.others : deciderNames.length > 0 ? f.names(deciderNames) : words.nobody;
  const empty = text.trim() === "";
  const long = lengthSeen(text.trim()) > textMax;
  return (
    <>
      <DraftNote draft={draft} />
      <Card id="doubt-appeal" title={words.title}>
        <Words as="sub" tone="quiet">
          {words.note({ until: f.instant(new Date(appealUntil)), who })}
        </Words>
        <TextArea
          id="appeal-text"
          label={words.label}
          hint={words.hint}
          lengthMax={textMax}
          aside={t.field.visit.counter({ count: lengthSeen(text), max: textMax })}
          value={text}
          fault={long ? t.common.tooLong({ max: textMax }) : missing && empty ? t.review.mineMissing : null}
          onChange={(typed) => draft.change({ text: tidiedText(typed) })}
        />
        <Button
          id="appeal-send"
          kind="plain"
          text={words.send}
          disabled={command.busy}
          onTap={() => {
            setMissing(empty);
            if (empty || long) return;
            void command.run({ checkIn, text: text.trim() }).then((arrived) => arrived && draft.drop());
          }}
        />
        {command.failure && <ErrorBlock id="appeal-error" failure={command.failure} />}
      </Card>
    </>
  );
}

/** The last decision may be changed for a while, as the first. */
function finalText(
  { by, at }: { by: string; at: string },
  {
    words,
    almostFinal,
    f,
  }: {
    words: (typeof review)["appeal"];
    almostFinal: (typeof proof)["almostFinal"];
    f: Formats;
  },
): string {
  const until = changeUntilOf(new Date(at));
  return serverNow() <= until ? almostFinal({ by, until: f.instant(until) }) : words.final({ by });
}
