import { businessDayOf, monthOf, previousPeriod } from "@shared/domain/time";
import type { Deps } from "./deps";
import { authHandlers } from "./features/auth";
import { checkInsHandlers } from "./features/checkIns";
import { customersHandlers, sitesHandlers } from "./features/customers";
import { demoHandlers } from "./features/demo";
import { statementsHandlers } from "./features/earnings";
import { meHandlers } from "./features/members";
import { noticesHandlers } from "./features/notices";
import { plansHandlers } from "./features/plans";
import { praiseHandlers } from "./features/praise";
import { teamsHandlers } from "./features/performance";
import { salesHandlers } from "./features/sales";
import { targetsHandlers } from "./features/targets";
import { todayHandlers } from "./features/today";
import { lastVisitDays, visitsHandlers } from "./features/visits";
import type { AllHandlers } from "./http";

/** Every operation's handler; a missing one does not compile. Here areas that know each other are tied together. */
export function handlersOf(deps: Deps): AllHandlers {
  const lastVisitsOf = (memberId: string) => {
    const month = monthOf(businessDayOf(deps.clock.now()));
    return lastVisitDays(memberId, [previousPeriod(month), month]);
  };
  return {
    ...authHandlers(deps),
    ...checkInsHandlers(deps),
    ...customersHandlers(deps, { lastVisitDays: lastVisitsOf }),
    ...demoHandlers(deps),
    ...meHandlers(deps),
    ...noticesHandlers(deps),
    ...plansHandlers(deps),
    ...praiseHandlers(deps),
    ...salesHandlers(deps),
    ...statementsHandlers(deps),
    ...sitesHandlers(deps),
    ...targetsHandlers(deps),
    ...teamsHandlers(deps),
    ...todayHandlers(deps),
    ...visitsHandlers(deps),
  };
}
