import { back, replace } from "@/features/navigation";
import { nextStep } from "@/features/setup/nextStep";
import type { Setup, SetupStep } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Page, Words } from "@/ui";
import { DirectoryStep, CalendarStep, CustomersStep, OpeningsStep, TargetsStep } from "./FactSteps";
import { FirstDayStep } from "./FirstDayStep";
import { PlanStep } from "./PlanStep";
import { RobotsStep } from "./RobotsStep";
import { RolesStep } from "./RolesStep";
import { whoText } from "./StepList";
import { UnitsStep } from "./UnitsStep";

interface StepPageProps {
  title: string;
  step: SetupStep;
  setup: Setup;
}

/** One step: how it stands, what is done here, what it means to leave it out, and what comes next. */
export function StepPage({ title, step, setup }: StepPageProps) {
  const words = usePageWords(setupWords);
  const { t } = words;
  const { what, skip } = t.setup.steps[step.step];
  const who = whoText(step, words);
  const next = nextStep(setup.steps, step);
  return (
    <Page
      id="page-setup"
      title={title}
      bar={
        next ? (
          <Button
            id="setup-next"
            grow
            {...(step.state === "open" && step.mayI ? {} : { kind: "primary" as const })}
            text={t.setup[step.state === "open" && step.mayI ? "later" : "next"]({
              step: t.setup.steps[next.step].title,
            })}
            // The way back leads to all steps, however many were gone through.
            onTap={() => replace(routes.setup({ step: next.step }))}
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
      return <UnitsStep setup={setup} mayI={step.mayI} />;
    case "firstDay":
      return <FirstDayStep today={setup.today} />;
    case "openings":
      return <OpeningsStep setup={setup} mayI={step.mayI} />;
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
