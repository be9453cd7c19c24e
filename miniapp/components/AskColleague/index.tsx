import type { CustomerView } from "@shared/contracts";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Words } from "@/ui";

export interface AskColleagueProps {
  /** Of the client. */
  name: string;
  /** Who works it too, as far as this phone knows. */
  colleague: string;
  /** What was asked, as it stands by now; null: nothing. */
  asked: NonNullable<CustomerView["asked"]> | null;
  /** The question waits on this phone itself. */
  isWaiting: boolean;
  onAsk: () => void;
}

/** One tap asks the colleague whether one may come; then what came of it. */
export function AskColleague({ name, colleague, asked, isWaiting, onAsk }: AskColleagueProps) {
  const { t, f } = usePageWords(fieldWords);
  const words = t.field.ask;
  if (isWaiting)
    return (
      <Words as="sub" id="ask-waits" live="polite">
        {words.waits}
      </Words>
    );
  if (!asked)
    return (
      <Button
        id="ask-colleague"
        kind="plain"
        small
        text={words.ask}
        label={f.said(words.ask, colleague, name)}
        onTap={onAsk}
      />
    );
  const { state, askedName, answerUntil, word, reason } = asked;
  return (
    <>
      <Words id="asked" live="polite" tone={state === "welcome" ? "ok" : "warn"}>
        {known(words.states, state)?.({ name: askedName, time: f.instant(new Date(answerUntil)) }) ?? t.common.newer}
      </Words>
      {word && <Words as="sub">{words.word({ word })}</Words>}
      {reason && (
        <Words as="sub" tone="quiet">
          {words.went({ reason })}
        </Words>
      )}
    </>
  );
}
