import type { Month } from "@shared/domain/time";
import { type NewEvent, type Partition, subscribe } from "../../outbox";
import { memberMoved, unitMoved } from "../members";
import { unitResultChanged } from "../performance";
import { planPublished } from "../plans";
import { targetPublished } from "../targets";
import { statementReprice } from "./events";
import { followPlan, followTargets, followUnit, followUnitMove } from "./followInputs";
import { repMonthOf } from "./bookFacts";
import { reprice } from "./repriceStatement";

/** One member's months are priced one after the other, whatever the reason; one that cannot be priced does not hold the others. */
const byMember = {
  coalesce: ({ memberId, period }: { memberId: string; period: Month }) => repMonthOf(memberId, period),
  partition: ({ partition }: NewEvent): Partition => partition,
};

export const statementSubscriptions = [
  subscribe("statements.reprice", statementReprice, reprice, byMember),
  subscribe("statements.followMember", memberMoved, reprice, byMember),
  subscribe("statements.followUnit", unitResultChanged, followUnit, { coalesce: ({ period }) => period }),
  subscribe("statements.followUnitMove", unitMoved, followUnitMove),
  subscribe("statements.followTargets", targetPublished, followTargets),
  subscribe("statements.followPlan", planPublished, followPlan),
] as const;
