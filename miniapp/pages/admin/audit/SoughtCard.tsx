import type { LooksSought } from "@/features/office/useAllLooks";
import { auditWords } from "@/texts/areas/audit";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices } from "@/ui";
import { DayChoice } from "../members/DayChoice";
import { PersonField } from "./PersonField";

/** Of whom, on which side, and of which day. */
export function SoughtCard({ sought: { person, side, on, change } }: { sought: LooksSought }) {
  const words = usePageWords(auditWords).t.audit;
  return (
    <Card id="audit-sought">
      <PersonField chosen={person} onChoose={(chosen) => change({ person: chosen })} />
      {person && (
        <Choices
          id="audit-side"
          field={{}}
          label={words.side}
          value={side}
          options={(["whom", "by"] as const).map((value) => ({ value, text: words.sides[value] }))}
          onChoose={(value) => change({ side: value })}
        />
      )}
      <DayChoice id="audit-on" label={words.on} value={on} onChange={(day) => change({ on: day })} mayClear />
    </Card>
  );
}
