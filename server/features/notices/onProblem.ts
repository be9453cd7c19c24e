import { businessDayOf } from "@shared/domain/time";
import { emitOnce, type EventHandler } from "../../outbox";
import { findOfficers } from "../members";
import { openSince, type ProblemClosed, type ProblemReopened, type ProblemReported } from "../reports";
import type { NoticeDeps } from "./deliver";
import { addNotices, type NewNotice, sendEvent } from "./notices";

/** From so many within ten minutes on, administrators hear once that there are many: what fails for everybody is one message. */
const manyFrom = 4;
const slotMs = 10 * 60_000;

/** Tells the administrators, each once; who reports a problem knows of it. */
export const problemTeller: EventHandler<ProblemReported, NoticeDeps> = async (problem, delivery, deps) => {
  const at = new Date(problem.at);
  const [admins, count] = await Promise.all([
    findOfficers(["admin"], businessDayOf(at)),
    openSince(new Date(at.getTime() - slotMs)),
  ]);
  const slot = Math.floor(at.getTime() / slotMs);
  const isOneOfMany = count >= manyFrom;
  const about = isOneOfMany ? `many:${slot}` : problem.reportId;
  const notices = admins
    .filter(({ memberId }) => memberId !== problem.memberId)
    .map(({ memberId: receiverId }): NewNotice => ({
      noticeId: `problem_reported:${about}:${receiverId}`,
      kind: "problem_reported",
      params: { ...problem, isOneOfMany },
      ...(!isOneOfMany && { about: `problem_reported:${problem.reportId}` }),
      channel: "member",
      receiverId,
      cause: delivery.eventId,
      answersAct: false,
      at,
    }));
  return tell(notices, deps);
};

/** Tells whoever has reported a problem that it is done. */
export const problemClosedTeller: EventHandler<ProblemClosed, NoticeDeps> = (closed, delivery, deps) =>
  Promise.resolve(
    tell(
      [
        {
          noticeId: `problem_closed:${delivery.eventId}`,
          kind: "problem_closed",
          params: closed,
          about: `problem_closed:${closed.reportId}`,
          channel: "member",
          receiverId: closed.memberId,
          cause: delivery.eventId,
          answersAct: true,
          at: new Date(closed.at),
        },
      ],
      deps,
    ),
  );

/** Tells the other administrators that it waits again, and whoever reported it that it is not done. */
export const problemReopenedTeller: EventHandler<ProblemReopened, NoticeDeps> = async (reopened, delivery, deps) => {
  const { byId, byName: _, ...problem } = reopened;
  const at = new Date(reopened.at);
  const admins = await findOfficers(["admin"], businessDayOf(at));
  const common = { channel: "member", cause: delivery.eventId, at } as const;
  const toReporter: NewNotice = {
    ...common,
    noticeId: `problem_reopened:${delivery.eventId}`,
    kind: "problem_reopened",
    params: reopened,
    receiverId: problem.memberId,
    answersAct: true,
  };
  const toAdmins = admins
    .filter(({ memberId }) => memberId !== problem.memberId && memberId !== byId)
    .map(({ memberId: receiverId }): NewNotice => ({
      ...common,
      noticeId: `problem_reported:${delivery.eventId}:${receiverId}`,
      kind: "problem_reported",
      params: { ...problem, isOneOfMany: false },
      about: `problem_reported:${problem.reportId}`,
      receiverId,
      answersAct: false,
    }));
  return tell([toReporter, ...toAdmins], deps);
};

const tell = (notices: NewNotice[], deps: NoticeDeps) => ({
  write: async (session: Parameters<typeof addNotices>[2]) => {
    await addNotices(notices, deps.realNow(), session);
    // One of many may have been asked for by another report already.
    await emitOnce(notices.map(sendEvent), session, deps.realNow());
  },
});
