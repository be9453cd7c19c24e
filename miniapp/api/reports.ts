import type { BodyOf } from "@shared/contracts";
import { reportErrors } from "@/texts/lateErrors/report";
import { reportsAsked } from "./answerShapes/reports";
import { caller } from "./http";

const call = caller(reportsAsked, reportErrors);

export const sendReport = (body: BodyOf<"reports.send">) => call("reports.send", { body });
export const listReports = (view: "mine" | "open" | "done") => call("reports.list", { query: { view } });
export const closeReport = (reportId: string, body: BodyOf<"reports.close">) =>
  call("reports.close", { params: { reportId }, body });
export const reopenReport = (reportId: string, body: BodyOf<"reports.reopen">) =>
  call("reports.reopen", { params: { reportId }, body });
