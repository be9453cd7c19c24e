import { useState } from "react";
import { actorKeyOf } from "@shared/domain/actor";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { type PlanDetail, rulesOf, usePlan, usePublishPlan, useSendPlanBack } from "@/features/plans/usePlans";
import { useCan } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import { FinalSheet } from "@/components/FinalSheet";
import { ReasonSheet } from "@/components/ReasonSheet";
import { planTextWords } from "@/texts/areas/planText";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Loadable, Page, Words } from "@/ui";
import { PlanText } from "../PlanText";
import { GuideCard } from "./GuideCard";

/** What would this version pay, and is it put in force? */
export default openedWith({ id: "id" }, PlanReview);

function PlanReview({ id }: { id: string }) {
  const { t } = usePageWords(setupWords);
  const words = t.setup.planReview;
  usePageFrame({ title: words.title });
  const plan = usePlan(id);
  if (plan.data) return <Version key={plan.data.plan.revision} plan={plan.data.plan} />;
  return (
    <Page id="page-plan-review" title={words.title}>
      <Loadable id="plan-review" {...plan} onRetry={() => void plan.refresh()}>
        {null}
      </Loadable>
    </Page>
  );
}

function Version({ plan }: { plan: PlanDetail }) {
  const { t, f } = usePageWords(planTextWords, setupWords);
  const words = t.setup.planReview;
  const can = useCan();
  const memberId = useSession((session) => session.memberId);
  const publish = usePublishPlan(plan);
  const sendBack = useSendPlanBack(plan);
  const [asks, setAsks] = useState<"publish" | "sendBack" | null>(null);
  const rules = rulesOf(plan);
  const isOwn = plan.steps.some(
    ({ action, by }) => action !== "sendBack" && action !== "publish" && actorKeyOf(by) === memberId,
  );
  const isOpen = plan.state === "inReview" && !isOwn;
  const day = f.day(plan.validFrom);
  return (
    <Page
      id="page-plan-review"
      title={words.title}
      bar={
        isOpen && (
          <>
            <Button id="plan-send-back" text={words.sendBack} onTap={() => setAsks("sendBack")} />
            <Button id="plan-publish" kind="primary" grow text={words.publish} onTap={() => setAsks("publish")} />
          </>
        )
      }
      over={
        <>
          {asks === "publish" && (
            <FinalSheet
              id="plan-publish"
              title={words.publishSheet({ name: plan.name, day })}
              now={words.publish}
              command={publish}
              given={() => ({ given: null })}
              onClose={() => setAsks(null)}
              onDone={() => undefined}
            >
              <Words>{words.means}</Words>
            </FinalSheet>
          )}
          {asks === "sendBack" && (
            <ReasonSheet
              id="plan-back"
              title={words.why}
              note={words.whyNote}
              reasons={words.reasons}
              hint={words.whyHint}
              missing={words.whyMissing}
              send={words.sendBack}
              busy={sendBack.busy}
              failure={sendBack.failure}
              onClose={() => setAsks(null)}
              onSend={(reason) => void sendBack.run(reason)}
            />
          )}
        </>
      }
    >
      <Card id="plan-version" title={plan.name}>
        <Words>{t.planText.version({ version: plan.version, day })}</Words>
        <Words as="sub" tone="quiet" id="plan-state" live="polite">
          {words.state[plan.state]}
        </Words>
        {plan.state === "inReview" && isOwn && <Words as="sub">{words.own}</Words>}
      </Card>
      {can("setup.read") && (plan.state === "published" || (plan.state === "inReview" && isOwn)) && (
        <GuideCard planId={plan.planId} />
      )}
      <PlanText rules={rules} />
    </Page>
  );
}
