import { useRef } from "react";
import type { VisitView } from "@shared/contracts";
import { strangersIn } from "@shared/domain/people";
import { useAddContact } from "@/features/customers/useAddContact";
import { useKnownNames } from "@/features/customers/useContactNames";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";

/** As long as a contact's name may be. */
const nameMax = 40;

/** Whom a record names and the client does not know: one tap makes each a contact. */
export function NewPeople({ visit }: { visit: Pick<VisitView, "customerId" | "peopleMet"> }) {
  const { t } = usePageWords(visitStepsWords);
  const words = t.visitSteps.newPeople;
  const known = useKnownNames(visit.customerId);
  const adding = useAddContact(visit.customerId);
  const last = useRef<string | null>(null);
  const add = (name: string) => {
    // The same one again is the same command.
    if (last.current !== name) adding.forget();
    last.current = name;
    void adding.run(name);
  };
  const names = known ? strangersIn(visit.peopleMet ?? "", known).filter((name) => name.length <= nameMax) : [];
  if (names.length === 0) return null;
  return (
    <Card id="visit-new-people" title={words.title}>
      <Words as="sub" tone="quiet">
        {words.note}
      </Words>
      {names.map((name, n) => (
        <Button
          key={name}
          id={`visit-new-person-${n}`}
          small
          text={words.add({ name })}
          disabled={adding.busy}
          onTap={() => add(name)}
        />
      ))}
      {adding.failure && <ErrorBlock id="visit-new-people-error" failure={adding.failure} />}
    </Card>
  );
}
