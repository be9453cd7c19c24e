import type { Deps } from "../../deps";
import { failpoint } from "../../lib/failpoint";
import { FailedTry, type Outcome, Postpone, retryClassOf } from "../../outbox";
import { userIdOf } from "../members";
import { deliveryPolicy } from "./kinds";
import type { AppBody, RobotBody } from "./message";
import { noticesTotal } from "./metrics";
import type { Notice, NoticeState } from "./noticeModel";
import { transition } from "./notices";

export type NoticeDeps = Pick<Deps, "clock" | "realNow" | "logger" | "wecom" | "settings">;

/** WeCom recognises a repeated app message for 4 hours; a little less, since its clock is not ours. */
const duplicateCheckMs = 3.9 * 3_600_000;

/**
 * Hands the stored bytes of a notice to WeCom and says what follows.
 * @throws Postpone, FailedTry when it has to be tried again or was refused for good
 */
export async function deliver(notice: Notice, body: string, deps: NoticeDeps): Promise<Outcome> {
  let reached: Reached;
  try {
    reached = await hand(notice, body, deps);
  } catch (error) {
    return afterFailure(notice, error, deps);
  }
  await failpoint("notices.afterSend");
  if (!reached.reached) return ending(notice, "failed", "WeCom cannot reach this member", deps);
  return ending(notice, "sent", "WeCom has accepted it", deps, reached.messageId);
}

type Reached = { reached: true; messageId: string | null } | { reached: false };

async function hand(notice: Notice, body: string, deps: NoticeDeps): Promise<Reached> {
  // `body` is what store wrote for this channel.
  if (notice.channel === "robot") {
    await deps.wecom.sendToRobot(robotKeyOf(notice.receiverId, deps), JSON.parse(body) as RobotBody);
    return { reached: true, messageId: null };
  }
  const { memberId, message } = JSON.parse(body) as AppBody;
  const sent = await deps.wecom.sendToMember({ memberId: userIdOf(memberId), message, duplicateCheck: true });
  if (sent.invalidMemberIds.length > 0) return { reached: false };
  return { reached: true, messageId: sent.messageId };
}

function robotKeyOf(unitId: string, deps: NoticeDeps): string {
  const key = deps.settings.WECOM_ROBOTS[unitId];
  if (key === undefined) throw new NoRobot(unitId);
  return key;
}

function afterFailure(notice: Notice, error: unknown, deps: NoticeDeps): Outcome {
  const at = deps.realNow();
  const reason = error instanceof Error ? error.message : String(error);
  const step =
    (state: NoticeState, note: string, set: { answerLost?: boolean } = {}) =>
    (session: Parameters<typeof transition>[2]) =>
      transition(notice, { state, note, at, set }, session);
  const { waitMs } = error as { waitMs?: unknown };
  const limitMs = typeof waitMs === "number" ? waitMs : 0;
  switch (retryClassOf(error)) {
    case "now":
    case "token":
    case "later":
      if (limitMs > 0) {
        // A limit is the receiver's or the robot's: whatever else waits for the same one waits as well.
        const dueAt = new Date(at.getTime() + Math.max(2_000, limitMs));
        throw new Postpone(reason, { dueAt, sameType: true, write: step("pending", `a limit is reached: ${reason}`) });
      }
      throw new FailedTry(error, step("pending", `not accepted, will be tried again: ${reason}`));
    case "never":
      noticesTotal.inc({ kind: notice.kind, outcome: "failed" });
      throw new FailedTry(error, step("failed", `refused: ${reason}`));
    case "unknown":
      if (!mayRepeatUnseen(notice, at)) return lost(notice, `the answer was lost: ${reason}`, deps);
      throw new FailedTry(
        error,
        step("sending", `the answer was lost, the same bytes follow: ${reason}`, { answerLost: true }),
      );
    case "bug":
      // Nobody foresaw it, so nobody knows whether anything went out: it stays `sending`.
      throw error;
  }
}

/** Whether the same bytes may go out again without the receiver ever seeing them twice. */
export function mayRepeatUnseen(notice: Pick<Notice, "channel" | "sendingSince">, realNow: Date): boolean {
  if (notice.channel === "robot") return false; // A robot's messages are not checked for doubles.
  return notice.sendingSince == null || realNow.getTime() - notice.sendingSince.getTime() < duplicateCheckMs;
}

/** Nobody knows whether it arrived. Praise is left alone, an alert goes out once more; both are named in the history. */
export function lost(notice: Notice, why: string, deps: NoticeDeps): Outcome {
  const at = deps.realNow();
  deps.logger.warn({ noticeId: notice._id, kind: notice.kind, why }, "a message may or may not have arrived");
  if (deliveryPolicy[notice.kind].tone === "praise" || notice.repeated) return ending(notice, "unknown", why, deps);
  noticesTotal.inc({ kind: notice.kind, outcome: "repeated" });
  throw new Postpone(why, {
    dueAt: new Date(at.getTime() + 2_000),
    write: (session) =>
      transition(
        notice,
        {
          state: "pending",
          note: `${why}; an alert is sent once more and may be read twice`,
          at,
          set: { repeated: true, answerLost: false },
        },
        session,
      ),
  });
}

/** A notice's last step, written with the completion of its event. */
export function ending(
  notice: Notice,
  state: "sent" | "failed" | "unknown" | "dropped",
  note: string,
  deps: NoticeDeps,
  messageId: string | null = null,
): Outcome {
  noticesTotal.inc({ kind: notice.kind, outcome: state });
  const step = { state, note, at: deps.realNow(), ...(messageId !== null && { set: { messageId } }) };
  return { write: (session) => transition(notice, step, session) };
}

class NoRobot extends Error {
  readonly retry = "never";
  constructor(unitId: string) {
    super(`no robot is set for ${unitId}; see WECOM_ROBOTS`);
    this.name = "NoRobot";
  }
}
