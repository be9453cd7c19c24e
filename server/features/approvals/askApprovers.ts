import { reminderStepOf } from "@shared/domain/approval";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Delivery, Outcome } from "../../outbox";
import { findMembers, findOfficers } from "../members";
import { type NewNotice, tellByClock, told } from "../notices";
import { type ApprovalKind, approverIdsOf, type OpenApproval } from "./approvalKind";
import { approvalKinds } from "./approvalKinds";
import { type Deciders, readDeciders } from "../absences";
import { aboutApproval, settleForOthers } from "./settleAsked";

/** Asks whoever decides, at once. What has been decided by then needs nobody. */
export async function askApprovers(
  { kind, subjectId }: { kind: ApprovalKind; subjectId: string },
  delivery: Delivery,
  deps: Pick<Deps, "clock" | "realNow">,
): Promise<Outcome> {
  const open = await kind.find(subjectId);
  if (!open) return {};
  const now = deps.clock.now();
  const notices = await noticesOf(open, {
    now,
    cause: delivery.eventId,
    deciders: await readDeciders(businessDayOf(now)),
  });
  // Whoever asks by an act of their own just now needs not be told that it waits.
  return told(
    notices.filter(({ kind: said }) => said !== "approval_waits"),
    deps,
  );
}

/**
 * Goes through everything that waits: whoever decides by now and has not been asked is asked, and all are reminded after a day and
 * after three. What was said is not said again, however often this runs.
 * @param slot the business instant that it runs for
 * @param cause the run
 */
export async function remindApprovers(
  { at: slot, runId: cause }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const about = { now: slot, cause, deciders: await readDeciders(businessDayOf(slot)) };
  for (const kind of approvalKinds) {
    let after: string | null = null;
    do {
      const { open, next } = await kind.page(after);
      const notices = (await Promise.all(open.map((one) => noticesOf(one, about)))).flat();
      await tellByClock(notices, deps);
      for (const one of open) await settleForOthers(one, about);
      after = next;
    } while (after !== null);
  }
}

interface Subject {
  kind: string;
  subjectId: string;
  revision: number;
}

const aboutOf = ({ kind, subjectId, revision }: Subject) => `${aboutApproval(kind, subjectId)}:${revision}`;

async function noticesOf(
  open: OpenApproval,
  { now, cause, deciders }: { now: Date; cause: string; deciders: Deciders },
): Promise<NewNotice[]> {
  const step = reminderStepOf(now.getTime() - open.askedAt.getTime());
  const approverIds = await approverIdsOf(open, deciders);
  const { told, revision, requestedById } = open;
  const about = aboutOf({ kind: told.kind, ...open });
  const askedOn = businessDayOf(open.askedAt);
  const common = {
    channel: "member",
    about: aboutApproval(told.kind, open.subjectId),
    cause,
    answersAct: false,
    at: now,
  } as const;
  if (approverIds.length === 0) {
    const admins = await findOfficers(["admin"], deciders.on);
    return admins.map(({ memberId }) => ({
      ...common,
      noticeId: `${about}:nobody:${memberId}`,
      kind: "approval_nobody",
      params: { told, revision, askedOn },
      receiverId: memberId,
    }));
  }
  const asks = approverIds.map((memberId): NewNotice => ({
    ...common,
    noticeId: `${about}:${step}:${memberId}`,
    kind: "approval_ask",
    params: { told, revision, askedOn, step },
    receiverId: memberId,
  }));
  if (step < 2 || requestedById === null) return asks;
  const members = await findMembers(approverIds);
  const names = approverIds.map((memberId) => members.get(memberId)?.name ?? memberId);
  const waits: NewNotice = {
    ...common,
    // Once, also where an answer has made it another revision since.
    noticeId: `${aboutApproval(told.kind, open.subjectId)}:${open.askedAt.toISOString()}:waits`,
    kind: "approval_waits",
    params: { told, revision, askedOn, approverNames: names },
    receiverId: requestedById,
  };
  return [...asks, waits];
}
