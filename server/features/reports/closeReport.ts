import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emit } from "../../outbox";
import { problemClosed } from "./events";
import { mayCareForReports } from "./policy";
import { ReportModel, type ReportRecord } from "./reportModel";
import { presentReport, reportIfAny } from "./reports";

/**
 * Marks a reported problem as done and tells whoever reported it.
 * @param by as the reporter reads it; null: whoever runs the server, who has a name in each language
 * @throws AppError "right.missing", "report.unknown", "stale" where it is done already
 */
export function closeReport(
  deps: Pick<Deps, "clock" | "realNow">,
  request: { actor: Actor; by: { name: string } | null; reportId: string; body: BodyOf<"reports.close"> },
): Promise<AnswerOf<"reports.close">> {
  const { actor, by, reportId, body } = request;
  const { commandId, revision, answer } = body;
  return command({ actor, commandId, kind: "reports.close", body: { ...body, reportId } }, async () => {
    allow(mayCareForReports(actor), "administrators care for what is reported");
    const report = await reportIfAny(reportId);
    if (!report) throw new AppError("report.unknown", `no report ${reportId}`);
    if (report.state === "done" || report.revision !== revision)
      throw new AppError("stale", `${reportId} is ${report.state}`, { revision: report.revision });
    const now = deps.clock.now();
    const closed = { byName: by?.name ?? "", answer, at: now };
    const { memberId, text = null, saw = null } = report;
    const payload = { reportId, memberId, text, saw, byName: by?.name ?? "", answer, at: now.toISOString() };
    const event = problemClosed.of({ partition: `report:${reportId}`, cause: `${reportId}:${revision}`, payload });
    const after: ReportRecord = { ...report, state: "done", closed, revision: revision + 1 };
    return {
      answer: { report: presentReport(after) },
      audit: { action: "report.close", subject: reportId, at: now },
      write: async (session) => {
        await updateAtRevision(ReportModel, { id: reportId, revision, set: { state: "done", closed } }, session);
        await emit(event, session, deps.realNow());
      },
    };
  });
}
