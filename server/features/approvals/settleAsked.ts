import type { Approver } from "@shared/domain/approval";
import { businessDayOf } from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import type { Delivery, Outcome } from "../../outbox";
import { type Deciders, readDeciders } from "../absences";
import {
  addNotices,
  hasReached,
  type NewNotice,
  type Notice,
  noticesAbout,
  sendEvent,
  settleNotices,
} from "../notices";
import { type ApprovalKind, approverIdsOf, type OpenApproval } from "./approvalKind";
import { approvalKinds } from "./approvalKinds";

/** What is said about something that waits is about this. */
export const aboutApproval = (kind: string, subjectId: string): string => `approval:${kind}:${subjectId}`;

/** Who is to decide on something by now; nobody where it does not wait. */
export async function approversOf(
  { kind, subjectId }: { kind: ApprovalKind["name"]; subjectId: string },
  now: Date,
): Promise<Approver[]> {
  const on = businessDayOf(now);
  const open = await approvalKinds.find(({ name }) => name === kind)?.find(subjectId, now);
  return open ? open.approvers(await readDeciders(on)) : [];
}

/**
 * Something has been decided, or waits no more: whoever was asked sees that nothing is left to do, in the one list of messages.
 * @param over also told by a message to those who were asked, where nobody has decided
 */
export async function settleAsked(
  { kind, subjectId, over }: { kind: ApprovalKind; subjectId: string; over?: "mended" },
  delivery: Delivery,
  deps: Pick<Deps, "clock" | "realNow">,
): Promise<Outcome> {
  const now = deps.clock.now();
  const said = await noticesAbout(aboutApproval(kind.name, subjectId));
  const open = await kind.find(subjectId, now);
  const past = await overOf(said, open, () => readDeciders(businessDayOf(now)));
  const tell = over && !open ? overNotices(said, over, { cause: delivery.eventId, at: now }) : [];
  return {
    events: tell.map(sendEvent),
    write: async (session) => {
      await settleNotices(past, now, session);
      await addNotices(tell, deps.realNow(), session);
    },
  };
}

/** The same for what still waits, where others decide on it by now. */
export async function settleForOthers(
  open: OpenApproval,
  { now, deciders }: { now: Date; deciders: Deciders },
): Promise<void> {
  const said = await noticesAbout(aboutApproval(open.told.kind, open.subjectId));
  const past = (await overOf(said, open, () => Promise.resolve(deciders))).filter(({ handledAt }) => !handledAt);
  if (past.length > 0) await inTransaction((session) => settleNotices(past, now, session));
}

/** What of all that was said waits for its receiver no more. */
async function overOf(
  said: readonly Notice[],
  open: OpenApproval | null,
  read: () => Promise<Deciders>,
): Promise<Notice[]> {
  if (said.length === 0) return [];
  const approverIds = open ? await approverIdsOf(open, await read()) : [];
  return said.filter((notice) => {
    switch (notice.kind) {
      case "approval_ask":
        return notice.params.revision !== open?.revision || !approverIds.includes(notice.receiverId);
      case "approval_nobody":
        return notice.params.revision !== open?.revision || approverIds.length > 0;
      case "approval_waits":
      case "sale_month_end":
        return open === null;
      default:
        return false;
    }
  });
}

/** To each who was asked and knows of it, once. */
function overNotices(said: readonly Notice[], why: "mended", { cause, at }: { cause: string; at: Date }): NewNotice[] {
  const asked = new Map(
    said.filter((notice) => notice.kind === "approval_ask" && hasReached(notice)).map((one) => [one.receiverId, one]),
  );
  return [...asked.values()].flatMap((notice): NewNotice[] =>
    notice.kind === "approval_ask"
      ? [
          {
            noticeId: `approval_over:${cause}:${notice.receiverId}`,
            kind: "approval_over",
            params: { told: notice.params.told, why },
            channel: "member",
            receiverId: notice.receiverId,
            cause,
            answersAct: false,
            at,
          },
        ]
      : [],
  );
}
