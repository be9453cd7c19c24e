import type { AnswerOf, PlanView } from "@shared/contracts";
import type { Plan } from "@shared/domain/pay/phone";
import {
  beginSimulation,
  checkPlan,
  draftPlan,
  listPlans,
  type PlanState,
  publishPlan,
  readPlan,
  readPlanReport,
  readSimulation,
  sendPlanBack,
  submitPlan,
  withdrawPlan,
} from "@/api/plans";
import { newId } from "@/platform/newId";
import { useCommand } from "@/features/command/useCommand";
import { useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { emptyPlanForm } from "./planForm";

export type { PlanState } from "@/api/plans";
export type PlanDetail = AnswerOf<"plans.read">["plan"];

/** Versions of plans in one state. */
export const usePlans = (state: PlanState): ListQueryView<PlanView, AnswerOf<"plans.list">> =>
  useApiListQuery(
    ["plans", state],
    (cursor) => listPlans(state, cursor),
    ({ planId }) => planId,
    {},
  );

/** A version as it is now: whoever decides on it does not decide on an old one. */
export const usePlan = (planId: string): QueryView<AnswerOf<"plans.read">> =>
  useApiQuery(["plan", planId], () => readPlan(planId), { enabled: planId !== "", followsCommands: true });

/** The rules of a version, which the contract has let through as the engine's own type. */
export const rulesOf = ({ rules }: PlanDetail): Plan => rules as Plan;

/** Who has sent a version back and why, where it has come back and nobody has submitted it since. */
export function sentBackOf({ state, steps }: PlanDetail): { name: string; reason: string } | null {
  const last = state === "draft" ? steps.findLast(({ action }) => action !== "draft") : undefined;
  return last?.action === "sendBack" ? { name: last.name ?? last.by.id, reason: last.reason ?? "" } : null;
}

/** Who has put a version before others, and what they said of what is asked about in it; null: it waits for nobody. */
export function submittedBy({ steps }: PlanDetail): { name: string; reason: string | null } | null {
  const last = steps.findLast(({ action }) => action === "submit");
  return last ? { name: last.name ?? last.by.id, reason: last.reason } : null;
}

/** What is typed of a plan stays on this phone until it has been sent. @param planId empty: a new one */
export const usePlanForm = (planId: string) => useDraft(`plan:${planId || "new"}`, emptyPlanForm, (form) => form.name);

const after = async <Answer>(sent: Promise<Answer>): Promise<Answer> => {
  try {
    return await sent;
  } finally {
    // Also where it was refused: somebody was quicker.
    void queryClient.invalidateQueries();
  }
};

/**
 * Writes the draft and has it checked. The same draft again changes nothing on the server, so that what was sent and not answered is sent
 * again as it is.
 */
export const useDraftPlan = (revision: number) =>
  useCommand((commandId: string, plan: Plan) =>
    after(
      (async () => {
        const drafted = await draftPlan({ commandId: newId(), revision, plan });
        await checkPlan(drafted.planId, { commandId, revision: drafted.revision });
        return drafted;
      })(),
    ),
  );

export type PlanCheck = AnswerOf<"plans.report">["check"];
export type ShownFinding = NonNullable<PlanCheck["report"]>["findings"][number];

/** How a version's check stands, asked again as long as it goes on. */
export const usePlanCheck = (planId: string): QueryView<AnswerOf<"plans.report">> =>
  useApiQuery(["planCheck", planId], () => readPlanReport(planId), {
    everyMs: (answered) => answered?.check.askAgainMs ?? undefined,
    followsCommands: true,
  });

/** Has it checked that was not, or not to its end. */
export const useCheckPlan = ({ planId, revision }: Pick<PlanDetail, "planId" | "revision">) =>
  useCommand((commandId: string, _given: null) => after(checkPlan(planId, { commandId, revision })));

export type Simulation = AnswerOf<"simulations.read">;

/** What a version would have cost, asked again as long as it is computed. */
export const useSimulation = (planId: string, enabled: boolean): QueryView<Simulation> =>
  useApiQuery(["planSimulation", planId], () => readSimulation(planId), {
    enabled,
    everyMs: (answered) => answered?.askAgainMs ?? undefined,
    followsCommands: true,
  });

export const useBeginSimulation = ({ planId, revision }: Pick<PlanDetail, "planId" | "revision">) =>
  useCommand((commandId: string, _given: null) => after(beginSimulation(planId, { commandId, revision })));

/** Puts a draft before a second person. */
export const useSubmitPlan = ({ planId, revision }: Pick<PlanDetail, "planId" | "revision">) =>
  useCommand((commandId: string, reason: string | null) =>
    after(submitPlan(planId, { commandId, revision, ...(reason !== null && { reason }) })),
  );

export const usePublishPlan = ({ planId, revision }: Pick<PlanDetail, "planId" | "revision">) =>
  useCommand((commandId: string, _given: null) => after(publishPlan(planId, { commandId, revision })));

/** Takes back what waits for somebody else. */
export const useWithdrawPlan = ({ planId, revision }: Pick<PlanDetail, "planId" | "revision">) =>
  useCommand((commandId: string, _given: null) => after(withdrawPlan(planId, { commandId, revision })));

export const useSendPlanBack = ({ planId, revision }: Pick<PlanDetail, "planId" | "revision">) =>
  useCommand((commandId: string, reason: string) => after(sendPlanBack(planId, { commandId, revision, reason })));
