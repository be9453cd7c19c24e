import { type NewEvent, type Partition, subscribe } from "../../outbox";
import { memberMoved, unitMoved } from "../members";
import { unitResultChanged } from "../performance";
import { planPublished } from "../plans";
import { targetPublished } from "../targets";
import { statementReprice } from "./events";
import { followPlan, followTargets, followUnit, followUnitMove } from "./followInputs";
import { reprice } from "./repriceStatement";

/** One member's months are priced one after the other, whatever the reason. */
const byMember = { coalesce: true, partition: ({ partition }: NewEvent): Partition => partition } as const;

export const statementSubscriptions = [
  subscribe("statements.reprice", statementReprice, reprice, byMember),
  subscribe("statements.followMember", memberMoved, reprice, byMember),
  subscribe("statements.followUnit", unitResultChanged, followUnit, { coalesce: true }),
  subscribe("statements.followUnitMove", unitMoved, followUnitMove),
  subscribe("statements.followTargets", targetPublished, followTargets),
  subscribe("statements.followPlan", planPublished, followPlan),
] as const;
