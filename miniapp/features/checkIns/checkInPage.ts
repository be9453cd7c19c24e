import type { CheckInView } from "@shared/contracts";
import { isRecordDue } from "@shared/domain/visit";
import { routes } from "@/routes";
import { standingNow } from "./dayStanding";

/** Where a check-in leads: first what is left to do, then what waits for somebody's judgement, then what was written. */
export function checkInPage(item: CheckInView): string {
  const { checkInId, visitId, on, review } = item;
  if (review && !isRecordDue(standingNow(item))) return routes.doubt({ id: checkInId, on });
  return visitId ? routes.visit({ visitId }) : routes.visit({ checkInId, on });
}
