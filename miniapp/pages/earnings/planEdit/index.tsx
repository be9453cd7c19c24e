import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { rulesOf, sentBackOf, usePlan } from "@/features/plans/usePlans";
import { useFirstPayingDay, useSetup } from "@/features/setup/useSetup";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Card, Empty, Loadable, Page } from "@/ui";
import { PlanForm } from "./PlanForm";

/** A plan adapted in its numbers: one that is shipped, or one that has come back. */
export default openedWith({ id: "id?" }, PlanEdit);

function PlanEdit({ id = "" }: { id?: string }) {
  const { t } = usePageWords(setupWords);
  const words = t.setup.planEdit;
  usePageFrame({ title: words.title });
  const plan = usePlan(id);
  const setup = useSetup();
  // No plan begins before the day from which on plans pay.
  const firstDay = useFirstPayingDay();
  const kept = plan.data?.plan;
  const today = setup.data?.today;
  const isGone = id !== "" && kept !== undefined && kept.state !== "draft";
  const isThere = today !== undefined && firstDay.data !== undefined && (id === "" || kept !== undefined);
  if (isThere && !isGone)
    return (
      <PlanForm
        key={id}
        planId={id}
        kept={kept ? rulesOf(kept) : null}
        sentBack={kept ? sentBackOf(kept) : null}
        revision={kept?.revision ?? 0}
        startOn={
          firstDay.data?.firstPayingOn && firstDay.data.firstPayingOn > today ? firstDay.data.firstPayingOn : today
        }
        companyUnitId={setup.data?.plan.companyUnitId ?? null}
      />
    );
  return (
    <Page id="page-plan-edit" title={words.title}>
      {isGone ? (
        <Card>
          <Empty text={words.none} />
        </Card>
      ) : (
        <Loadable
          id="plan-edit"
          {...([setup, firstDay].find(({ state }) => state === "failed") ?? (id === "" ? setup : plan))}
          onRetry={() => void Promise.all([setup.refresh(), firstDay.refresh(), plan.refresh()])}
        >
          {null}
        </Loadable>
      )}
    </Page>
  );
}
