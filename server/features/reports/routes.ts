import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { closeReport } from "./closeReport";
import { mayCareForReports } from "./policy";
import { reopenReport } from "./reopenReport";
import { doneReports, openReports, presentReport, reportsOf } from "./reports";
import { sendReport } from "./sendReport";

export const reportsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"reports"> => ({
  "reports.send": ({ actor, body }) => sendReport(deps, { actor, body }),

  "reports.list": async ({ actor, query: { view } }) => {
    if (view !== "mine") allow(mayCareForReports(actor), "administrators care for what is reported");
    const page = { mine: () => reportsOf(actor.id), open: openReports, done: doneReports };
    const { reports, isWhole } = await page[view]();
    return { items: reports.map(presentReport), isWhole };
  },

  "reports.close": ({ actor, params, body }) =>
    closeReport(deps, { actor, by: actor, reportId: params.reportId, body }),

  "reports.reopen": ({ actor, params, body }) =>
    reopenReport(deps, { actor, by: actor, reportId: params.reportId, body }),
});
