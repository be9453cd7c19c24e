import type { ReactNode } from "react";
import { useWords } from "@/texts";
import { Button, ErrorBlock, type Failure, Sheet } from "@/ui";

export interface FinalSheetProps<Given, Answer> {
  /** Of its parts. */
  id: string;
  title: string;
  /** What is done, as its button says it. */
  now: string;
  /** Null: it failed, and `failure` says why. */
  command: { run: (given: Given) => Promise<Answer | null>; busy: boolean; failure: Failure | null };
  /** What it is done with; null: something is missing first. */
  given: () => { given: Given } | null;
  onClose: () => void;
  onDone: (answer: Answer) => void;
  /** What follows from it. */
  children: ReactNode;
}

/** Asked before what cannot be undone; it stays open until that is done, and says where it was not. */
export function FinalSheet<Given, Answer>(props: FinalSheetProps<Given, Answer>) {
  const { id, title, now, command, given, onClose, onDone, children } = props;
  const { t } = useWords();

  async function confirm() {
    const what = given();
    const answer = what && (await command.run(what.given));
    if (answer === null) return;
    onDone(answer);
    onClose();
  }

  return (
    <Sheet
      id={`${id}-sheet`}
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button id={`${id}-not`} text={t.common.cancel} onTap={onClose} />
          <Button
            id={`${id}-confirm`}
            kind="danger"
            grow
            text={now}
            disabled={command.busy}
            onTap={() => void confirm()}
          />
        </>
      }
    >
      {children}
      {command.failure && <ErrorBlock id={`${id}-error`} failure={command.failure} />}
    </Sheet>
  );
}
