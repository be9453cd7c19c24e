import { type ReactNode, useEffect, useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { useMe } from "@/features/session/useMe";
import { type FoundPerson, type GivenRole, type Naming, useGiveRole, usePeople } from "@/features/setup/useSetup";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Row, Sheet, TextField, Words } from "@/ui";

interface NamePersonProps {
  id: string;
  /** Says for what somebody is looked for. */
  begin: string;
  /** Whether nobody holds it yet. */
  isMissing: boolean;
  title?: string;
  /** One person at a time is looked for. */
  sought: Naming;
  /** What is given. */
  role: Omit<GivenRole, "memberId">;
  sheet: { title: (name: string) => string; means: ReactNode; give: string };
  onNamed: (name: string) => void;
  children?: ReactNode;
}

/** Somebody is found by name, and named after a second look at what they will see and do. Never the reader. */
export function NamePerson({ id, begin, isMissing, title, sought, role, sheet, onNamed, children }: NamePersonProps) {
  const { t, f } = usePageWords(setupWords);
  const words = t.setup.roles;
  const me = useMe().data?.member.memberId;
  const { form, change, drop } = sought;
  const isOpen = form.id === id;
  const typed = isOpen ? form.typed : "";
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const people = usePeople();
  const naming = useGiveRole();

  function start() {
    people.clear();
    change({ id, typed: "" });
  }

  // Whoever comes back finds also who was found.
  const { run: search } = people.search;
  useEffect(() => {
    if (typed.trim() !== "") void search(typed.trim());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- later a tap looks for them
  }, []);

  async function give({ memberId, name }: FoundPerson) {
    if (!(await naming.run({ memberId, ...role }))) return;
    setChosen(null);
    drop();
    onNamed(name);
  }
  return (
    <>
      <Card id={`naming-${id}`} {...(isOpen ? { title: begin } : title !== undefined && { title })}>
        {children}
        {isOpen ? (
          <>
            <TextField
              id={`find-${id}`}
              label={words.find}
              hint={words.findHint}
              lengthMax={32}
              value={typed}
              onChange={(value) => change({ typed: tidiedLine(value) })}
              onEnter={() => void people.search.run(typed.trim())}
            />
            <Button
              id={`look-${id}`}
              kind="primary"
              text={words.look}
              disabled={typed.trim() === "" || people.search.busy}
              onTap={() => void people.search.run(typed.trim())}
            />
            <Button id={`not-${id}`} kind="quiet" text={t.common.cancel} onTap={drop} />
            {people.search.failure && <ErrorBlock id={`find-${id}-error`} failure={people.search.failure} />}
            {people.found?.length === 0 && <Words live="polite">{words.noneFound}</Words>}
            {people.found
              ?.filter(({ memberId }) => memberId !== me)
              .map((person) => (
                <Row
                  key={person.memberId}
                  id={`person-${person.memberId}`}
                  text={person.name}
                  note={
                    person.unitName && (
                      <Words as="sub" tone="quiet">
                        {person.unitName}
                      </Words>
                    )
                  }
                  label={f.said(person.name, person.unitName)}
                  onTap={() => {
                    naming.forget();
                    setChosen(person);
                  }}
                />
              ))}
          </>
        ) : (
          <Button
            id={`name-${id}`}
            kind={isMissing && form.id === "" ? "primary" : "plain"}
            text={begin}
            onTap={start}
          />
        )}
      </Card>
      {chosen && (
        <Sheet
          id="office-sheet"
          title={sheet.title(chosen.name)}
          onClose={() => setChosen(null)}
          foot={
            <>
              <Button id="office-not" grow text={t.common.cancel} onTap={() => setChosen(null)} />
              <Button
                id="office-give"
                kind="primary"
                grow
                text={sheet.give}
                disabled={naming.busy}
                onTap={() => void give(chosen)}
              />
            </>
          }
        >
          {chosen.unitName && (
            <Words as="sub" tone="quiet">
              {chosen.unitName}
            </Words>
          )}
          {sheet.means}
          <Words as="sub" tone="quiet">
            {words.takesBack}
          </Words>
          {naming.failure && <ErrorBlock id="office-error" failure={naming.failure} />}
        </Sheet>
      )}
    </>
  );
}
