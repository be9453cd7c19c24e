import { useState } from "react";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { type LooksSought, useAllLooks } from "@/features/office/useAllLooks";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { auditWords } from "@/texts/areas/audit";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Earlier, Empty, Loadable, Page, Row, Words } from "@/ui";
import { DayChoice } from "../members/DayChoice";
import { lookText, lookNote } from "./lookText";
import { PersonField } from "./PersonField";

/** Who has looked at whose positions, visits, results and pay, of one person and of a day where that is said. */
export default function Audit() {
  const { t } = usePageWords(auditWords);
  const words = t.audit;
  usePageFrame({ title: words.title });
  const wayOut = useWayOut();
  if (useCan()("audit.looks") === false)
    return (
      <Page id="page-audit" title={words.title}>
        <NoRightCard id="audit-back" text={words.noRight} {...wayOut} />
      </Page>
    );
  return (
    <Page id="page-audit" title={words.title}>
      <Looks />
    </Page>
  );
}

type Side = NonNullable<LooksSought["side"]>;

function Looks() {
  const { t, f } = usePageWords(auditWords);
  const words = t.audit;
  const [person, setPerson] = useState<{ memberId: string; name: string } | null>(null);
  const [side, setSide] = useState<Side>("whom");
  const [on, setOn] = useState("");
  const list = useAllLooks({ ...(person && { person: person.memberId, side }), ...(on !== "" && { on }) });
  usePullDown(list.refresh);
  return (
    <>
      <Card id="audit-sought">
        <PersonField chosen={person} onChoose={setPerson} />
        {person && (
          <Choices
            id="audit-side"
            field={{}}
            label={words.side}
            value={side}
            options={(["whom", "by"] as const).map((value) => ({ value, text: words.sides[value] }))}
            onChoose={setSide}
          />
        )}
        <DayChoice id="audit-on" label={words.on} value={on} onChange={setOn} mayClear />
      </Card>
      <Loadable id="audit-looks" state={list.state} failure={list.failure} onRetry={() => void list.refresh()}>
        {list.items.length === 0 ? (
          <Card>
            <Empty text={words.empty} note={words.emptyNote} />
          </Card>
        ) : (
          <Card id="audit-list" flush>
            {list.items.map((look, index) => (
              <Row
                key={look.lookId}
                id={`audit-look-${index}`}
                text={lookText(look, { t, f })}
                note={
                  <Words as="note" tone="quiet">
                    {lookNote(look, { t, f })}
                  </Words>
                }
              />
            ))}
          </Card>
        )}
        <Earlier id="audit-earlier" earlier={list.earlier} />
      </Loadable>
      <Words as="note" tone="quiet">
        {words.note}
      </Words>
    </>
  );
}
