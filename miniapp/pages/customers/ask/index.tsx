import { useState } from "react";
import { questionStateBy, questionWordMax } from "@shared/domain/visitQuestion";
import { tidiedLine } from "@shared/domain/tidyText";
import { type Question, useAnswerQuestion, useQuestion } from "@/features/customers/useQuestion";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back } from "@/features/navigation";
import { serverNow } from "@/features/time";
import { routes } from "@/routes";
import { FinalSheet } from "@/components/FinalSheet";
import { known } from "@/texts";
import { askingWords } from "@/texts/areas/asking";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, TextField, Words } from "@/ui";

/** A colleague wants to go to a client of both: may they? One tap, and a word where one likes. */
export default openedWith({ id: "id" }, Ask);

function Ask({ id }: { id: string }) {
  const { t, f } = usePageWords(askingWords, fieldWords);
  const words = t.asking;
  usePageFrame({ title: words.title });
  const { data, state, failure, refresh } = useQuestion(id);
  const command = useAnswerQuestion();
  const [word, setWord] = useState("");
  const question = data?.question;
  const is = question && stateOf(question);
  const [saysNo, setSaysNo] = useState(false);
  return (
    <Page
      id="page-ask"
      title={words.title}
      bar={
        question && is === "open" ? (
          <>
            <Button id="ask-no" text={words.no} disabled={command.busy} onTap={() => setSaysNo(true)} />
            <Button
              id="ask-yes"
              kind="primary"
              grow
              text={words.yes}
              disabled={command.busy}
              onTap={() => void command.run({ question, isWelcome: true, word })}
            />
          </>
        ) : (
          question && <Button id="ask-back" grow text={t.common.back} onTap={() => back(routes.today())} />
        )
      }
      over={
        question &&
        saysNo && (
          <FinalSheet
            id="ask-no"
            title={words.noTitle}
            now={words.no}
            command={command}
            given={() => ({ given: { question, isWelcome: false, word } })}
            onClose={() => setSaysNo(false)}
            onDone={() => {}}
          >
            <Words>{words.noNote}</Words>
            {word.trim() !== "" && <Words as="sub">{t.field.ask.word({ word })}</Words>}
          </FinalSheet>
        )
      }
    >
      <Loadable id="ask" state={state} failure={failure} onRetry={() => void refresh()}>
        {question && is && (
          <Card id="question" title={question.customerName}>
            <Words as="head" live="polite" id="question-said">
              {is === "open"
                ? words.asks({ by: question.byName, customer: question.customerName })
                : (known(words.said, is) ?? t.common.newer)}
            </Words>
            <Words as="sub" tone="quiet">
              {is === "open"
                ? words.note({ until: f.instant(new Date(question.answerUntil)) })
                : f.said(question.byName, f.instant(new Date(question.askedAt)))}
            </Words>
            {question.reason && <Words as="sub">{t.field.ask.went({ reason: question.reason })}</Words>}
            {is === "open" && (
              <TextField
                id="ask-word"
                label={words.word}
                hint={words.wordHint}
                lengthMax={questionWordMax}
                value={word}
                onChange={(typed) => setWord(tidiedLine(typed))}
              />
            )}
            {question.word && <Words as="sub">{t.field.ask.word({ word: question.word })}</Words>}
          </Card>
        )}
      </Loadable>
      {command.failure && !saysNo && (
        <Card>
          <ErrorBlock id="ask-error" failure={command.failure} />
        </Card>
      )}
    </Page>
  );
}

const stateOf = ({ state, answerUntil }: Question): Question["state"] =>
  questionStateBy({ state, answerUntil: new Date(answerUntil) }, serverNow());
