import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useSetup } from "@/features/setup/useSetup";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { meWords } from "@/texts/areas/main/me";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Loadable, Page } from "@/ui";
import { StepList } from "./StepList";
import { StepPage } from "./StepPage";

/** What does a company do before its people are paid, and what of it is done? One step of it where it is named. */
export default function Setup() {
  const { t } = usePageWords(meWords, setupWords);
  const wayOut = useWayOut();
  const { step: wanted } = usePageParams();
  const may = useCan()("setup.read");
  const setup = useSetup(may !== false);
  const step = setup.data?.steps.find((one) => one.step === wanted) ?? null;
  const title = step ? t.setup.steps[step.step].title : t.me.titles.setup;
  usePageFrame({ title });
  if (setup.data && step) return <StepPage title={title} step={step} setup={setup.data} />;
  if (setup.data) return <StepList setup={setup.data} />;
  return (
    <Page id="page-setup" title={title}>
      {may === false ? (
        <NoRightCard id="setup-back" text={t.setup.noRight} {...wayOut} />
      ) : (
        <Loadable id="setup" {...setup} onRetry={() => void setup.refresh()}>
          {null}
        </Loadable>
      )}
    </Page>
  );
}
