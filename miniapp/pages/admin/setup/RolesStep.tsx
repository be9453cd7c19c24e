import { useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { open } from "@/features/navigation";
import { type FoundPerson, type Setup, useNameOffice, usePeople } from "@/features/setup/useSetup";
import { useMe } from "@/features/session/useMe";
import { routes } from "@/routes";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Row, Sheet, TextField, Words } from "@/ui";

type Office = "hr" | "finance";

/** Who holds which office; somebody is found by name, and named after a second look at what they will see. */
export function RolesStep({ setup: { roles }, mayI }: { setup: Setup; mayI: boolean }) {
  const { t, f } = usePageWords();
  const words = t.setup.roles;
  const me = useMe().data?.member.memberId;
  const [office, setOffice] = useState<Office | null>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const people = usePeople();
  const naming = useNameOffice();
  const nameOf = (role: Office) => words.names[role];

  function begin(role: Office) {
    setOffice(role);
    setTyped("");
    setSaid(null);
    people.clear();
  }

  async function give(person: FoundPerson, role: Office) {
    if (!(await naming.run({ memberId: person.memberId, role }))) return;
    setSaid(words.named({ name: person.name, role: nameOf(role) }));
    setChosen(null);
    setOffice(null);
  }
  return (
    <>
      <Card id="setup-roles" flush>
        {(["admin", "hr", "finance"] as const).map((role) => (
          <Row
            key={role}
            id={`role-${role}`}
            text={words.names[role]}
            value={
              <Words as="sub" tone={roles[role].length > 0 ? "plain" : "warn"}>
                {roles[role].length > 0 ? f.names(roles[role]) : words.none}
              </Words>
            }
          />
        ))}
      </Card>
      {mayI && <Button id="setup-open-roles" text={words.all} onTap={() => open(routes.roles())} />}
      {said && (
        <Card tone="ok">
          <Words id="setup-named" live="polite">
            {said}
          </Words>
        </Card>
      )}
      {mayI &&
        (["hr", "finance"] as const).map((role) => (
          <Card key={role}>
            {office === role ? (
              <>
                <TextField
                  id={`find-${role}`}
                  label={words.find}
                  hint={words.findHint}
                  lengthMax={32}
                  value={typed}
                  onChange={(value) => setTyped(tidiedLine(value))}
                  onEnter={() => void people.search.run(typed.trim())}
                />
                <Button
                  id={`look-${role}`}
                  text={words.look}
                  disabled={typed.trim() === "" || people.search.busy}
                  onTap={() => void people.search.run(typed.trim())}
                />
                {people.search.failure && <ErrorBlock id="find-error" failure={people.search.failure} />}
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
                id={`name-${role}`}
                kind={roles[role].length === 0 ? "primary" : "plain"}
                text={words.name({ role: nameOf(role) })}
                onTap={() => begin(role)}
              />
            )}
          </Card>
        ))}
      {chosen && office && (
        <Sheet
          id="office-sheet"
          title={words.sheet({ name: chosen.name, role: nameOf(office) })}
          onClose={() => setChosen(null)}
          foot={
            <>
              <Button id="office-not" grow text={t.common.cancel} onTap={() => setChosen(null)} />
              <Button
                id="office-give"
                kind="primary"
                grow
                text={words.send({ role: nameOf(office) })}
                disabled={naming.busy}
                onTap={() => void give(chosen, office)}
              />
            </>
          }
        >
          {chosen.unitName && (
            <Words as="sub" tone="quiet">
              {chosen.unitName}
            </Words>
          )}
          <Words>{words.means[office]}</Words>
          <Words as="sub" tone="quiet">
            {words.takesBack}
          </Words>
          {naming.failure && <ErrorBlock id="office-error" failure={naming.failure} />}
        </Sheet>
      )}
    </>
  );
}
