import { useState } from "react";
import { useWords } from "@/texts";
import { Button, Card, Words } from "@/ui";

interface DraftNoteProps<Form> {
  draft: {
    form: Form;
    restored: boolean;
    leftOut?: readonly string[];
    drop: () => void;
    change: (form: Form) => void;
  };
}

/** That a form goes on with what was typed before, and the way to begin anew; a wrong tap on that is taken back. */
export function DraftNote<Form>({ draft: { form, restored, leftOut = [], drop, change } }: DraftNoteProps<Form>) {
  const { t } = useWords();
  const [discarded, setDiscarded] = useState<{ form: Form } | null>(null);
  const words = t.common.draft;
  if (discarded)
    return (
      <Card id="draft-discarded">
        <Words live="polite">{words.discarded}</Words>
        <Button
          id="draft-back"
          kind="quiet"
          small
          text={words.takeBack}
          onTap={() => {
            change(discarded.form);
            setDiscarded(null);
          }}
        />
      </Card>
    );
  if (!restored) return null;
  return (
    <Card id="draft-restored" tone="brand">
      <Words live="polite">{words.restored}</Words>
      {leftOut.length > 0 && (
        <>
          <Words as="sub" tone="warn" id="draft-left-out">
            {words.leftOut}
          </Words>
          {leftOut.map((text) => (
            <Words as="sub" key={text}>
              {text}
            </Words>
          ))}
        </>
      )}
      <Button
        id="draft-discard"
        kind="quiet"
        small
        text={words.discard}
        onTap={() => {
          setDiscarded({ form });
          drop();
        }}
      />
    </Card>
  );
}
