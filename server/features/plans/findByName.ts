import { isFoundBy } from "@shared/domain/customerSearch";
import type { MemberActor } from "../../http";
import { PlanModel, type PlanRecord } from "./planModel";
import { rulesOf } from "./planVersions";
import { mayReadAllPlans } from "./policy";

export interface PlanNamed {
  planId: string;
  name: string;
  version: number;
  state: PlanRecord["state"];
}

/** So many versions in one state are looked through: a company has tens. */
const lookedAtMax = 200;
const named = { state: 1, "plan.name": 1, "plan.code": 1, "plan.version": 1 } as const;

/** Versions of plans whose name or code has these words in it, the newest of a plan first; none for whoever does not see all plans. */
export async function findPlansByName(actor: MemberActor, words: string): Promise<PlanNamed[]> {
  if (!mayReadAllPlans(actor)) return [];
  const states = ["published", "inReview", "draft"] as const;
  const found = await Promise.all(
    states.map((state) => PlanModel.find({ state }, named).sort({ _id: 1 }).limit(lookedAtMax).lean<PlanRecord[]>()),
  );
  return found
    .flat()
    .map((record) => ({ record, rules: rulesOf(record) }))
    .filter(({ rules: { name, code } }) =>
      isFoundBy(words, { texts: [name], initials: "", numbers: [code], phoneTails: [] }),
    )
    .sort((a, b) => compare(a.rules.code, b.rules.code) || b.rules.version - a.rules.version)
    .map(({ record: { _id, state }, rules: { name, version } }) => ({ planId: _id, name, version, state }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
