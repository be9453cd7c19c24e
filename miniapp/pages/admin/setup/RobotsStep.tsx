import { useState } from "react";
import { type Setup, useTestRobot } from "@/features/setup/useSetup";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";

/** Which team's group has a robot, and a line to see whether it speaks. */
export function RobotsStep({ setup: { robots } }: { setup: Setup }) {
  const { t } = usePageWords(setupWords);
  const words = t.setup.robots;
  const test = useTestRobot();
  const [said, setSaid] = useState<{ unitId: string; text: string } | null>(null);

  async function send(unitId: string) {
    test.forget();
    const answer = await test.run(unitId);
    if (!answer) return;
    const refusal = answer.errcode === null ? words.lost : words.refused({ code: String(answer.errcode) });
    setSaid({ unitId, text: answer.sent ? words.sent : refusal });
  }
  const lacking = robots.filter(({ hasRobot }) => !hasRobot).map(({ unitId }) => [unitId, words.key]);
  return (
    <>
      {lacking.length > 0 && (
        <Card title={words.line}>
          <Words id="robots-line">{`WECOM_ROBOTS=${JSON.stringify(Object.fromEntries(lacking))}`}</Words>
          <Words as="note" tone="quiet">
            {words.lineNote}
          </Words>
        </Card>
      )}
      {robots.map(({ unitId, name, hasRobot }) => (
        <Card key={unitId} id={`robot-${unitId}`} title={name}>
          <Words as="sub" tone="quiet">
            {words.unit({ unitId })}
          </Words>
          <Words tone={hasRobot ? "plain" : "quiet"}>{hasRobot ? words.has : words.hasNot}</Words>
          {said?.unitId === unitId && (
            <Words as="sub" live="polite">
              {said.text}
            </Words>
          )}
          {hasRobot && (
            <Button
              id={`robot-test-${unitId}`}
              text={words.test}
              label={`${name} ${words.test}`}
              disabled={test.busy}
              onTap={() => void send(unitId)}
            />
          )}
        </Card>
      ))}
      {test.failure && (
        <Card>
          <ErrorBlock id="robot-error" failure={test.failure} />
        </Card>
      )}
    </>
  );
}
