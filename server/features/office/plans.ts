import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { countVersions, mayDraftPlan, plansInForce, repsWithoutPlan } from "../plans";
import { ifAny, type OfficeRow } from "./row";

const plansMax = 4;

/** 方案: by what people are paid, and who is on nothing. */
export async function planRows({ clock }: Pick<Deps, "clock">, actor: MemberActor): Promise<OfficeRow[]> {
  const today = businessDayOf(clock.now());
  const [inForce, without, inReview, drafts] = await Promise.all([
    plansInForce(today),
    repsWithoutPlan(today),
    countVersions("inReview"),
    mayDraftPlan(actor) ? countVersions("draft") : 0,
  ]);
  return [
    ...ifAny({ kind: "withoutPlan", count: without.names.length, names: without.names, state: "attention" }),
    ...ifAny({ kind: "plansInReview", count: inReview, state: "attention" }),
    ...inForce.slice(0, plansMax).map(({ planId, name, people }): OfficeRow => ({
      kind: "plan",
      subjectId: planId,
      names: [name],
      count: people,
    })),
    ...ifAny({ kind: "otherPlans", count: Math.max(0, inForce.length - plansMax) }),
    ...ifAny({ kind: "planDrafts", count: drafts }),
  ];
}
