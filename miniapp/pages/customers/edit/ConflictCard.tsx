import type { Conflict } from "@/features/customers/useCustomerForm";
import type { OtherPart } from "@/features/customers/customerConflict";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, Card, Choices, Row, Words } from "@/ui";

/** What others have changed while one was correcting: what both have changed is chosen one by one. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const { t, f } = usePageWords(customerPagesWords);
  const words = t.customerPages.edit.conflict;
  const { parts, choices, choose, goOn, takeTheirs } = conflict;
  return (
    <Card id="customer-conflict" tone="warn" title={words.title}>
      <Words as="sub">{words.text}</Words>
      {parts.map((part) => {
        const name = nameOf(part, t);
        const [mine, theirs] = [part.mine, part.theirs].map((text) => textOf(text, t));
        return part.isAsked ? (
          <Choices
            key={part.key}
            id={`conflict-${part.key}`}
            label={name}
            value={choices[part.key] ?? null}
            options={[
              { value: "theirs", text: words.theirs({ name, text: theirs ?? "" }) },
              { value: "mine", text: words.mine({ name, text: mine ?? "" }) },
            ]}
            onChoose={(whose) => choose(part.key, whose)}
          />
        ) : (
          <Row
            key={part.key}
            id={`taken-${part.key}`}
            text={name}
            label={f.said(name, words.taken, theirs)}
            note={
              <Words as="sub" tone="quiet">
                {words.taken}
              </Words>
            }
            value={<Words as="sub">{theirs}</Words>}
          />
        );
      })}
      <Button
        id="conflict-go-on"
        kind="primary"
        text={goOn ? words.goOn : words.chooseFirst}
        disabled={!goOn}
        onTap={() => goOn?.()}
      />
      <Button id="take-theirs" text={t.customerPages.edit.takeTheirs} onTap={takeTheirs} />
    </Card>
  );
}

const nameOf = ({ what }: OtherPart, t: TextsWith<typeof customerPagesWords>): string =>
  "field" in what
    ? t.customerPages.timeline.fields[what.field]
    : t.customerPages.edit.conflict.person({ name: what.contactName });

function textOf(text: string | null, t: TextsWith<typeof customerPagesWords>): string {
  const words = t.customerPages.edit.conflict;
  return text === null ? words.notThere : text === "" ? words.empty : text;
}
