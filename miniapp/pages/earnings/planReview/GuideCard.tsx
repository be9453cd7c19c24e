import { open } from "@/features/navigation";
import { nextStep } from "@/features/setup/nextStep";
import { useCan } from "@/features/session/useMe";
import { useSetup } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Words } from "@/ui";

/** While a company begins: who puts this version in force, where it waits for somebody else, and what the reader can do meanwhile. */
export function GuideCard({ planId }: { planId: string }) {
  const { t, f } = usePageWords(setupWords);
  const setup = useSetup(useCan()("setup.read") === true).data;
  if (!setup) return null;
  const { version, publishedNames } = setup.plan;
  const waits = version?.planId === planId && version.state === "inReview" && !version.mayPublish ? version : null;
  // A company that has had its first plan for long is led nowhere by another one.
  const next = publishedNames.length <= 1 ? nextStep(setup.steps) : null;
  if (!waits && !next) return null;
  return (
    <Card id="plan-guide">
      {waits && (
        <Words id="plan-waits">
          {waits.publisherNames.length > 0
            ? t.setup.planReview.waits({ names: f.names(waits.publisherNames) })
            : t.setup.planReview.nobody}
        </Words>
      )}
      {next && (
        <Button
          id="plan-next"
          text={t.setup.next({ step: t.setup.steps[next.step].title })}
          onTap={() => open(routes.setup({ step: next.step }))}
        />
      )}
    </Card>
  );
}
