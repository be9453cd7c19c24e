import { useState } from "react";
import { actorKeyOf } from "@shared/domain/actor";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, replace } from "@/features/navigation";
import {
  type PlanDetail,
  rulesOf,
  sentBackOf,
  submittedBy,
  useBeginSimulation,
  useCheckPlan,
  usePlan,
  usePlanCheck,
  usePublishPlan,
  useSendPlanBack,
  useSimulation,
  useSubmitPlan,
  useWithdrawPlan,
} from "@/features/plans/usePlans";
import { useCan } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import { FinalSheet } from "@/components/FinalSheet";
import { ReasonSheet } from "@/components/ReasonSheet";
import { routes } from "@/routes";
import { planTextWords } from "@/texts/areas/planText";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Words } from "@/ui";
import { PlanDoubts, PlanFindings, useDoubtsSaid } from "../PlanDoubts";
import { PlanText } from "../PlanText";
import { GuideCard } from "./GuideCard";
import { PlanCheckCard } from "./PlanCheckCard";
import { SimulationCard } from "./SimulationCard";

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
  const { t, f, language } = usePageWords(planTextWords, setupWords);
  const words = t.setup.planReview;
  const can = useCan();
  const memberId = useSession((session) => session.memberId);
  const publish = usePublishPlan(plan);
  const sendBack = useSendPlanBack(plan);
  const withdraw = useWithdrawPlan(plan);
  const submit = useSubmitPlan(plan);
  const ask = useCheckPlan(plan);
  const checked = usePlanCheck(plan.planId);
  const begin = useBeginSimulation(plan);
  const simulation = useSimulation(plan.planId, plan.state !== "published");
  const check = checked.data?.check;
  const findings = (plan.state !== "published" && check?.report?.findings) || [];
  const [asks, setAsks] = useState<"publish" | "sendBack" | "submit" | null>(null);
  const rules = rulesOf(plan);
  const name = language === "en" ? (rules.nameEn ?? plan.name) : plan.name;
  const isOwn = plan.steps.some(
    ({ action, by }) => (action === "draft" || action === "submit") && actorKeyOf(by) === memberId,
  );
  const isOpen = plan.state === "inReview" && !isOwn;
  const mayWrite = plan.state === "draft" && (isOwn || can("plans.draft"));
  const day = f.day(plan.validFrom);
  const doubts = useDoubtsSaid(plan.state === "published" ? null : rules, findings);
  const submitted = submittedBy(plan);
  const sentBack = sentBackOf(plan);
  return (
    <Page
      id="page-plan-review"
      title={words.title}
      bar={bar()}
      over={
        <>
          {asks === "publish" && (
            <FinalSheet
              id="plan-publish"
              title={words.publishSheet({ name, day })}
              now={words.publish}
              command={publish}
              given={() => ({ given: null })}
              onClose={() => setAsks(null)}
              onDone={() => undefined}
            >
              {doubts.map((sentence) => (
                <Words key={sentence}>{sentence}</Words>
              ))}
              <Words>{words.means}</Words>
            </FinalSheet>
          )}
          {asks === "submit" && (
            <ReasonSheet
              id="plan-doubt"
              title={t.planText.doubts.ask}
              note={f.sentences(doubts)}
              reasons={t.planText.doubts.reasons}
              hint={t.planText.doubts.hint}
              missing={t.planText.doubts.missing}
              send={t.planText.doubts.send}
              busy={submit.busy}
              failure={submit.failure}
              onClose={() => setAsks(null)}
              onSend={(reason) => void submit.run(reason)}
            />
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
      <Card id="plan-version" title={name}>
        <Words>{t.planText.version({ version: plan.version, day })}</Words>
        <Words as="sub" tone="quiet" id="plan-state" live="polite">
          {words.state[plan.state]}
        </Words>
        {submitted && plan.state !== "draft" && <Words as="sub">{words.by({ name: submitted.name })}</Words>}
        {plan.state === "inReview" && isOwn && <Words as="sub">{words.own}</Words>}
        {sentBack && (
          <Words as="sub" id="plan-sent-back">
            {words.sentBack(sentBack)}
          </Words>
        )}
        {withdraw.failure && <ErrorBlock id="plan-withdraw-error" failure={withdraw.failure} />}
        {submit.failure && asks === null && <ErrorBlock id="plan-submit-error" failure={submit.failure} />}
      </Card>
      {plan.state !== "published" &&
        (check ? (
          <PlanCheckCard
            check={check}
            mayAsk={mayWrite || can("plans.draft") === true}
            busy={ask.busy}
            failure={ask.failure}
            onAsk={() => void ask.run(null)}
          />
        ) : (
          <Loadable id="plan-check" {...checked} onRetry={() => void checked.refresh()}>
            {null}
          </Loadable>
        ))}
      <PlanDoubts
        said={doubts}
        because={submitted?.reason ? { name: submitted.name, reason: submitted.reason } : null}
      />
      <PlanFindings findings={findings} />
      {plan.state !== "published" && simulation.data && (
        <SimulationCard
          simulation={simulation.data}
          busy={begin.busy}
          failure={begin.failure}
          onBegin={() => void begin.run(null)}
        />
      )}
      {can("setup.read") && (plan.state === "published" || (plan.state === "inReview" && isOwn)) && (
        <GuideCard planId={plan.planId} />
      )}
      <PlanText rules={rules} />
    </Page>
  );

  function bar() {
    if (isOpen)
      return (
        <>
          <Button id="plan-send-back" text={words.sendBack} onTap={() => setAsks("sendBack")} />
          <Button id="plan-publish" kind="primary" grow text={words.publish} onTap={() => setAsks("publish")} />
        </>
      );
    if (plan.state === "inReview")
      return (
        <Button
          id="plan-withdraw"
          grow
          text={withdraw.busy ? words.withdrawing : words.withdraw}
          disabled={withdraw.busy}
          onTap={() => void takeBack()}
        />
      );
    return (
      mayWrite && (
        <>
          <Button id="plan-edit" text={words.edit} onTap={() => open(routes.editPlan({ id: plan.planId }))} />
          <Button
            id="plan-submit"
            kind="primary"
            grow
            text={submit.busy ? words.submitting : words.submit}
            disabled={submit.busy || check?.state !== "done"}
            onTap={() => (doubts.length > 0 ? setAsks("submit") : void submit.run(null))}
          />
        </>
      )
    );
  }

  async function takeBack() {
    const answer = await withdraw.run(null);
    if (answer) replace(routes.editPlan({ id: plan.planId }));
  }
}
