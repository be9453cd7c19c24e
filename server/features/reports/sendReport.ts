import type { AnswerOf, BodyOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, commandIdOf, insert } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { findOfficers } from "../members";
import { problemReported } from "./events";
import { ReportModel } from "./reportModel";
import { countOfDay } from "./reports";

/** Against a phone that has gone wild; nobody writes as many. */
const perDayMax = 20;

/**
 * Keeps what somebody reports and tells the administrators. May be repeated.
 * @throws AppError "report.tooMany", "input.invalid" where it says nothing at all
 */
export function sendReport(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, body }: { actor: MemberActor; body: BodyOf<"reports.send"> },
): Promise<AnswerOf<"reports.send">> {
  const { commandId, happenedAt, ...said } = body;
  const reportId = commandIdOf({ actor, commandId });
  return command({ actor, commandId, kind: "reports.send", body }, async () => {
    if (said.text === null && said.saw === null && said.reference === null)
      throw new AppError("input.invalid", "it says nothing", { fields: [{ field: "text", code: "report.empty" }] });
    const now = deps.clock.now();
    const on = businessDayOf(now);
    const [count, admins] = await Promise.all([countOfDay(actor.id, on), findOfficers(["admin"], on)]);
    if (count >= perDayMax) throw new AppError("report.tooMany", `${count} of today`, { perDayMax });
    const { id: memberId, name: memberName } = actor;
    const at = now.toISOString();
    const payload = { reportId, memberId, memberName, ...said, at };
    const event = problemReported.of({ partition: `report:${reportId}`, cause: reportId, payload });
    return {
      answer: { reportId, heardByNames: admins.map(({ name }) => name) },
      audit: { action: "report.send", subject: reportId, at: now },
      write: async (session) => {
        const happened = new Date(happenedAt);
        const known = { memberId, memberName, on, ...said, reportedAt: now, closed: null };
        // A phone's clock may be anywhere; nothing has happened that is still to come.
        const happenedNoLater = happened > now ? now : happened;
        await insert(
          ReportModel,
          { _id: reportId, ...known, happenedAt: happenedNoLater, state: "open", revision: 1 },
          session,
        );
        await emit(event, session, deps.realNow());
      },
    };
  });
}
