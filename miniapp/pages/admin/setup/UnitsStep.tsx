import { useState } from "react";
import { type Setup, useNaming } from "@/features/setup/useSetup";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";
import { NamePerson } from "./NamePerson";
import { ReadNow } from "./ReadNow";

/** Each team with who leads it and how many sell; where nobody leads it, somebody is named here, or the directory read once more. */
export function UnitsStep({ setup: { units }, mayI }: { setup: Setup; mayI: boolean }) {
  const { t, f } = usePageWords(setupWords);
  const words = t.setup.units;
  const sought = useNaming();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      {units.teams.length === 0 ? (
        <Card>
          <Words>{words.none}</Words>
        </Card>
      ) : (
        <Card id="setup-units" flush>
          {units.teams.map(({ unitId, name, leaderNames, sellersCount }) => (
            <Row
              key={unitId}
              id={`unit-${unitId}`}
              text={name}
              note={
                <Words as="sub" tone={leaderNames.length > 0 ? "quiet" : "warn"}>
                  {leaderNames.length > 0 ? words.leaders({ names: f.names(leaderNames) }) : words.noLeader}
                </Words>
              }
              value={
                <Words as="sub" tone={sellersCount > 0 ? "quiet" : "warn"}>
                  {words.sellers({ count: String(sellersCount) })}
                </Words>
              }
            />
          ))}
        </Card>
      )}
      {said && (
        <Card tone="ok">
          <Words id="setup-named" live="polite">
            {said}
          </Words>
        </Card>
      )}
      {mayI &&
        units.teams
          .filter(({ leaderNames }) => leaderNames.length === 0)
          .map(({ unitId, name: unit }) => (
            <NamePerson
              key={unitId}
              id={unitId}
              sought={sought}
              begin={words.name({ unit })}
              isMissing
              role={{ role: "manager", unitId }}
              sheet={{
                title: (name) => words.sheet({ name, unit }),
                means: <Words>{words.means}</Words>,
                give: words.send,
              }}
              onNamed={(name) => setSaid(words.named({ name, unit }))}
            />
          ))}
      {mayI && (
        <Card id="setup-reading">
          <Words as="sub" tone="quiet">
            {words.inWecom}
          </Words>
          <ReadNow />
        </Card>
      )}
    </>
  );
}
