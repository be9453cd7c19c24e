import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emit } from "../../outbox";
import { problemReopened } from "./events";
import { mayCareForReports } from "./policy";
import { ReportModel, type ReportRecord } from "./reportModel";
import { presentReport, reportIfAny } from "./reports";

/**
 * A problem that was marked as done is not: it waits for administrators again, and whoever reported it hears so. Who had marked it, and
 * when, stays in the audit log. May be repeated.
 * @param by as the reporter reads it; null: whoever runs the server
 * @throws AppError "right.missing", "report.unknown", "stale" where it is open already
 */
export function reopenReport(
  deps: Pick<Deps, "clock" | "realNow">,
  request: { actor: Actor; by: { name: string } | null; reportId: string; body: BodyOf<"reports.reopen"> },
): Promise<AnswerOf<"reports.reopen">> {
  const { actor, by, reportId, body } = request;
  const { commandId, revision } = body;
  return command({ actor, commandId, kind: "reports.reopen", body: { ...body, reportId } }, async () => {
    allow(mayCareForReports(actor), "administrators care for what is reported");
    const report = await reportIfAny(reportId);
    if (!report) throw new AppError("report.unknown", `no report ${reportId}`);
    if (report.state === "open" || report.revision !== revision)
      throw new AppError("stale", `${reportId} is ${report.state}`, { revision: report.revision });
    const now = deps.clock.now();
    const { memberId, memberName, text = null, saw = null, reference = null, screen = null } = report;
    const problem = { reportId, memberId, memberName, text, saw, reference, screen, at: now.toISOString() };
    const payload = { ...problem, byId: actor.id, byName: by?.name ?? "" };
    const event = problemReopened.of({ partition: `report:${reportId}`, cause: `${reportId}:${revision}`, payload });
    const after: ReportRecord = { ...report, state: "open", closed: null, revision: revision + 1 };
    const wasClosed = { byName: report.closed?.byName ?? "", at: report.closed?.at.toISOString() ?? null };
    return {
      answer: { report: presentReport(after) },
      audit: { action: "report.reopen", subject: reportId, at: now, detail: { closed: wasClosed } },
      write: async (session) => {
        await updateAtRevision(ReportModel, { id: reportId, revision, set: { state: "open", closed: null } }, session);
        await emit(event, session, deps.realNow());
      },
    };
  });
}
