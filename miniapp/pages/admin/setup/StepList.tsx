import { open } from "@/features/navigation";
import { nextStep } from "@/features/setup/nextStep";
import type { Setup, SetupStep } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords, type WordsWith } from "@/texts/pageWords";
import { Button, Card, Page, Row, Words } from "@/ui";

/** All steps in their order; the first that is left is the page's own action. */
export function StepList({ setup }: { setup: Setup }) {
  const words = usePageWords(meWords, setupWords);
  const { t, f } = words;
  const left = setup.steps.filter(({ state, optional }) => state !== "done" && !optional);
  const next = nextStep(setup.steps);
  const later = setup.steps.filter(({ state }) => state !== "done").map(({ step }) => t.setup.steps[step].title);
  const done = later.length === 0 ? t.setup.done : `${t.setup.done}${t.setup.canStill({ steps: f.names(later) })}`;
  return (
    <Page
      id="page-setup"
      title={t.me.titles.setup}
      barLeadsOn
      bar={
        next && (
          <Button
            id="setup-next"
            kind="primary"
            grow
            text={t.setup.next({ step: t.setup.steps[next.step].title })}
            onTap={() => open(routes.setup({ step: next.step }))}
          />
        )
      }
    >
      <Card>
        <Words as="sub" tone="quiet" id="setup-note">
          {left.length === 0 ? done : t.setup.note}
        </Words>
      </Card>
      <Card id="setup-steps" flush>
        {setup.steps.map((step) => {
          const { title } = t.setup.steps[step.step];
          const who = whoText(step, words);
          const state = stateText(step, words);
          return (
            <Row
              key={step.step}
              id={`setup-${step.step}`}
              text={title}
              note={
                who && (
                  <Words as="sub" tone="quiet">
                    {who}
                  </Words>
                )
              }
              value={
                <Words as="sub" tone={step.state === "done" ? "ok" : step.optional ? "quiet" : "warn"}>
                  {state}
                </Words>
              }
              label={f.said(title, state, who)}
              onTap={() => open(routes.setup({ step: step.step }))}
            />
          );
        })}
      </Card>
    </Page>
  );
}

const stateText = ({ state, optional }: SetupStep, { t }: WordsWith<typeof setupWords>): string =>
  state === "open" && optional ? t.setup.optional : t.setup.states[state];

/** Who does it: never the reader's own name. */
export function whoText(
  { step, state, mayI, byNames }: SetupStep,
  { t, f }: WordsWith<typeof setupWords>,
): string | null {
  if (state === "done" || step === "directory") return null;
  const names = f.names(byNames);
  if (step === "robots") return t.setup.byServer;
  if (state === "waiting") return byNames.length > 0 ? t.setup.waits({ names }) : null;
  if (mayI) return byNames.length > 0 ? t.setup.orBy({ names }) : t.setup.mine;
  return byNames.length > 0 ? t.setup.by({ names }) : t.setup.nobody;
}
