import { open } from "@/features/navigation";
import type { Setup, SetupStep } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Words } from "@/ui";

/** The company's plans: what is in force, what is under way and with whom. */
export function PlanStep({ step, setup: { plan } }: { step: SetupStep; setup: Setup }) {
  const { t, f } = usePageWords(setupWords);
  const words = t.setup.planStep;
  const { version, publishedNames, withoutPlanCount } = plan;
  return (
    <Card id="setup-plan">
      {publishedNames.length > 0 && <Words>{words.inForce({ names: f.names(publishedNames) })}</Words>}
      {withoutPlanCount > 0 && <Words tone="warn">{words.without({ count: String(withoutPlanCount) })}</Words>}
      {version && <Words>{saidOf(version)}</Words>}
      {version?.state === "inReview" && (version.mayPublish || version.isMine) && (
        <Button
          id="setup-plan-review"
          kind={version.mayPublish ? "primary" : "plain"}
          text={words.review}
          onTap={() => open(routes.planReview({ id: version.planId }))}
        />
      )}
      {version?.state === "draft" && step.mayI && (
        <Button
          id="setup-plan-edit"
          kind="primary"
          text={words.edit}
          onTap={() => open(routes.planReview({ id: version.planId }))}
        />
      )}
      {!version && step.mayI && (
        <Button
          id="setup-plan-write"
          kind={step.state === "done" ? "plain" : "primary"}
          text={words.write}
          onTap={() => open(routes.editPlan())}
        />
      )}
    </Card>
  );

  function saidOf({ name, state, mayPublish, publisherNames, authorNames, reason }: NonNullable<typeof version>) {
    if (state === "inReview" && mayPublish) return words.toPublish({ name, by: f.names(authorNames) });
    if (state === "inReview") return words.inReview({ name, names: f.names(publisherNames) });
    return reason === null ? words.draft({ name }) : words.sentBack({ name, reason });
  }
}
