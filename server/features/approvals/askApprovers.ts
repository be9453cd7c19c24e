import { remindAfterMs, reminderStepOf } from "@shared/domain/approval";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Delivery, Outcome } from "../../outbox";
import { findMembers, findOfficers } from "../members";
import { type NewNotice, remindGathered, tellByClock, told, type Waiting } from "../notices";
import { type ApprovalKind, everyOpen, type OpenApproval } from "./approvalKind";
import { approvalKinds } from "./approvalKinds";
import { type Deciders, readDeciders } from "../absences";
import { aboutApproval, settleForOthers } from "./settleAsked";
import { type ToldDeputies, toldNothing, tellDeputies } from "./tellDeputies";

/** Asks whoever decides, at once. What has been decided by then needs nobody. */
export async function askApprovers(
  { kind, subjectId }: { kind: ApprovalKind; subjectId: string },
  delivery: Delivery,
  deps: Pick<Deps, "clock" | "realNow">,
): Promise<Outcome> {
  const now = deps.clock.now();
  const open = await kind.find(subjectId, now);
  if (!open) return {};
  const notices = await noticesOf(open, {
    now,
    cause: delivery.eventId,
    deciders: await readDeciders(businessDayOf(now)),
    toldAt: toldNothing,
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
  const on = businessDayOf(slot);
  const deciders = await readDeciders(on);
  const toldAt = await tellDeputies({ at: slot, runId: cause }, deps);
  const about = { now: slot, cause, deciders, toldAt };
  for (const kind of approvalKinds) {
    if (kind.gathered) await askTogether(kind, kind.gathered, about, deps);
    else
      for await (const open of everyOpen(kind, slot)) {
        const notices = (await Promise.all(open.map((one) => noticesOf(one, about)))).flat();
        await tellByClock(notices, deps);
        for (const one of open) await settleForOthers(one, about);
      }
  }
}

/** One message a day to each who decides, of all of a kind that wait; and to administrators, of those on which nobody can decide. */
async function askTogether(
  kind: ApprovalKind,
  { wait, nobody }: NonNullable<ApprovalKind["gathered"]>,
  about: About,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const { now, cause, deciders, toldAt } = about;
  const waiting: Waiting[] = [];
  const stuckIds: string[] = [];
  for await (const open of everyOpen(kind, now))
    for (const one of open) {
      const approvers = await one.approvers(deciders);
      if (approvers.length === 0) stuckIds.push(one.subjectId);
      const told = approvers.filter((approver) => toldAt.has(approver, waitingOf(one, now)));
      const [deciderIds, toldIds] = [approvers, told].map((some) => some.map(({ memberId }) => memberId));
      waiting.push({ whoId: one.subjectId, deciderIds: deciderIds ?? [], toldIds: toldIds ?? [] });
      const said = (await noticesOf(one, about)).filter((notice) => notice.kind === "approval_waits");
      await tellByClock(said, deps);
    }
  const slot = { at: now, runId: cause };
  await remindGathered(wait, waiting, slot, deps);
  if (!nobody) return;
  const admins = stuckIds.length > 0 ? await findOfficers(["admin"], deciders.on) : [];
  const deciderIds = admins.map(({ memberId }) => memberId);
  const stuck = stuckIds.map((whoId) => ({ whoId, deciderIds }));
  await remindGathered(nobody, stuck, slot, deps);
}

interface About {
  now: Date;
  cause: string;
  deciders: Deciders;
  /** What deputies have been told of all at once. */
  toldAt: ToldDeputies;
}

/** Since when it waits, and since when the reminder is due that is due by now. */
function waitingOf({ askedAt }: Pick<OpenApproval, "askedAt">, now: Date): { askedAt: Date; stepAt: Date } {
  const step = reminderStepOf(now.getTime() - askedAt.getTime());
  const afterMs = [0, ...remindAfterMs][step] ?? 0;
  return { askedAt, stepAt: new Date(askedAt.getTime() + afterMs) };
}

interface Subject {
  kind: string;
  subjectId: string;
  revision: number;
}

const aboutOf = ({ kind, subjectId, revision }: Subject) => `${aboutApproval(kind, subjectId)}:${revision}`;

async function noticesOf(open: OpenApproval, { now, cause, deciders, toldAt }: About): Promise<NewNotice[]> {
  const step = reminderStepOf(now.getTime() - open.askedAt.getTime());
  const approvers = await open.approvers(deciders);
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
  if (approvers.length === 0) {
    const admins = await findOfficers(["admin"], deciders.on);
    return admins.map(({ memberId }) => ({
      ...common,
      noticeId: `${about}:nobody:${memberId}`,
      kind: "approval_nobody",
      params: { told, revision, askedOn },
      receiverId: memberId,
    }));
  }
  const toAsk = approvers.filter((approver) => !toldAt.has(approver, waitingOf(open, now)));
  const away = await findMembers([...new Set(toAsk.flatMap(({ insteadOfIds }) => insteadOfIds))]);
  const asks = toAsk.map(({ memberId, insteadOfIds }): NewNotice => ({
    ...common,
    noticeId: `${about}:${step}:${memberId}`,
    kind: "approval_ask",
    params: {
      ...{ told, revision, askedOn, step },
      ...(insteadOfIds.length > 0 && { insteadOf: insteadOfIds.map((id) => away.get(id)?.name ?? id) }),
    },
    receiverId: memberId,
  }));
  if (step < 2 || requestedById === null) return asks;
  const waits: NewNotice = {
    ...common,
    // Once, also where an answer has made it another revision since.
    noticeId: `${aboutApproval(told.kind, open.subjectId)}:${open.askedAt.toISOString()}:waits`,
    kind: "approval_waits",
    params: { told, revision, askedOn },
    receiverId: requestedById,
  };
  return [...asks, waits];
}
