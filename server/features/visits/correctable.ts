import type { MonthStanding } from "@shared/domain/period";
import type { Deps } from "../../deps";
import { bookedInOf, standingOf } from "../periods";
import type { VisitRecord } from "./visitModel";

/** The month that decides until when a visit's record may be corrected: the one that it is booked in. */
export async function bookedMonthOf(
  deps: Pick<Deps, "settings">,
  { on, recordedAt }: Pick<VisitRecord, "on" | "recordedAt">,
): Promise<MonthStanding> {
  return standingOf(deps, await bookedInOf(deps, { countsOn: on, recordedAt }));
}
