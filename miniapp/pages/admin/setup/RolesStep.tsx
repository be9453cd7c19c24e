import { useState } from "react";
import { open } from "@/features/navigation";
import { type Setup, useNaming } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Row, Words } from "@/ui";
import { RoleMeans } from "../members/RoleMeans";
import { NamePerson } from "./NamePerson";

/** Who holds which office, and the way to name somebody. */
export function RolesStep({ setup: { roles }, mayI }: { setup: Setup; mayI: boolean }) {
  const { t, f } = usePageWords(setupWords);
  const words = t.setup.roles;
  const sought = useNaming();
  const [said, setSaid] = useState<string | null>(null);
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
      {said && (
        <Card tone="ok">
          <Words id="setup-named" live="polite">
            {said}
          </Words>
        </Card>
      )}
      {mayI &&
        (["hr", "finance"] as const).map((role) => {
          const office = words.names[role];
          return (
            <NamePerson
              key={role}
              id={role}
              sought={sought}
              begin={words.name({ role: office })}
              isMissing={roles[role].length === 0}
              role={{ role, unitId: null }}
              sheet={{
                title: (name) => words.sheet({ name, role: office }),
                means: <RoleMeans role={role} />,
                give: words.send({ role: office }),
              }}
              onNamed={(name) => setSaid(words.named({ name, role: office }))}
            />
          );
        })}
      {mayI && <Button id="setup-open-roles" text={words.all} onTap={() => open(routes.roles())} />}
    </>
  );
}
