import { back, open } from "@/features/navigation";
import type { Setup, SetupStep } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Page, Words } from "@/ui";
import { DirectoryStep, CalendarStep, CustomersStep, TargetsStep, UnitsStep } from "./FactSteps";
import { FirstDayStep } from "./FirstDayStep";
import { PlanStep } from "./PlanStep";
import { RobotsStep } from "./RobotsStep";
import { RolesStep } from "./RolesStep";
import { whoText } from "./StepList";

interface StepPageProps {
  title: string;
  step: SetupStep;
  setup: Setup;
}

/** One step: how it stands, what is done here, what it means to leave it out, and what comes next. */
export function StepPage({ title, step, setup }: StepPageProps) {
  const words = usePageWords();
  const { t } = words;
  const { what, skip } = t.setup.steps[step.step];
  const who = whoText(step, words);
  const after = setup.steps.slice(setup.steps.indexOf(step) + 1);
  const next = [...after, ...setup.steps].find(
    (one) => one !== step && one.state === "open" && one.mayI && !one.optional,
  );
  return (
    <Page
      id="page-setup"
      title={title}
      bar={
        step.state === "done" && next ? (
          <Button
            id="setup-next"
            kind="primary"
            grow
            text={t.setup.next({ step: t.setup.steps[next.step].title })}
            onTap={() => open(routes.setup({ step: next.step }))}
          />
        ) : (
          <Button id="setup-all" grow text={t.setup.back} onTap={() => back(routes.setup())} />
        )
      }
    >
      <Card id="setup-what">
        <Words as="head" id="setup-state" live="polite">
          {t.setup.states[step.state]}
        </Words>
        <Words>{what}</Words>
        {who && (
          <Words as="sub" tone="quiet">
            {who}
          </Words>
        )}
      </Card>
      {viewOf(step, setup)}
      {step.state !== "done" && (
        <Card title={t.setup.skip}>
          <Words as="sub" tone="quiet">
            {skip}
          </Words>
        </Card>
      )}
    </Page>
  );
}

function viewOf(step: SetupStep, setup: Setup) {
  switch (step.step) {
    case "directory":
      return <DirectoryStep setup={setup} />;
    case "roles":
      return <RolesStep setup={setup} mayI={step.mayI} />;
    case "units":
      return <UnitsStep setup={setup} />;
    case "firstDay":
      return <FirstDayStep today={setup.today} />;
    case "plan":
      return <PlanStep step={step} setup={setup} />;
    case "targets":
      return <TargetsStep setup={setup} mayI={step.mayI} />;
    case "calendar":
      return <CalendarStep setup={setup} />;
    case "robots":
      return <RobotsStep setup={setup} />;
    case "customers":
      return <CustomersStep setup={setup} />;
  }
}
