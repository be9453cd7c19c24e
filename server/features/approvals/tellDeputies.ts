import type { Absence } from "@shared/domain/absence";
import { isAwayOn } from "@shared/domain/absence";
import type { Approver } from "@shared/domain/approval";
import { businessDayOf, startOfDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { type AbsenceChanged, deputiesOn } from "../absences";
import { findMember, readSessionMember } from "../members";
import { findNotices, type NewNotice, type Notice, type NoticeParams, tellByClock, told } from "../notices";
import { approvalsOf } from "./approvalsOf";

/** More than that nobody reads one by one: the list itself is a tap away. */
const toldMax = 200;

interface Deputised extends Absence {
  memberId: string;
  deputyId: string;
}

/** What deputies were told of all at once, on the day on which they began. */
export interface ToldDeputies {
  /** Whether somebody decides in another's place and was told of this there, then or later than it was to be told. */
  has(approver: Approver, waiting: { askedAt: Date; stepAt: Date }): boolean;
}

export const toldNothing: ToldDeputies = { has: () => false };

const noticeIdOf = ({ memberId, from, deputyId }: Deputised): string => `deputy_waits:${memberId}:${from}:${deputyId}`;

/**
 * Tells who is named from when until when they decide, and, where those days have begun, in the same message what waits already: for days
 * to come that is told on the first of them.
 */
export const tellDeputy: EventHandler<AbsenceChanged, Pick<Deps, "realNow">> = async (changed, delivery, deps) => {
  const { memberId, name: byName, revision, after } = changed;
  const at = new Date(changed.at);
  const { deputyId } = after ?? { deputyId: null };
  if (!after || deputyId === null) return;
  const deputised = { memberId, ...after, deputyId };
  const named: NewNotice & { kind: "deputy_named" } = {
    noticeId: `deputy_named:${memberId}:${revision}`,
    kind: "deputy_named",
    params: { byId: memberId, byName, from: after.from, to: after.to },
    channel: "member",
    receiverId: deputyId,
    cause: delivery.eventId,
    about: `deputy:${memberId}`,
    answersAct: false,
    at,
  };
  const hasBegun = isAwayOn(after, businessDayOf(at));
  const [known] = hasBegun ? await findNotices([noticeIdOf(deputised)]) : [];
  const waits = hasBegun && !known ? await waitingThere(deputised, { at, before: at }) : null;
  if (!waits) return told([named], deps);
  return told([{ ...named, noticeId: noticeIdOf(deputised), params: { ...named.params, ...waits } }], deps);
};

/** The same by the clock, on the first day of each absence, of what waited before it. It may be repeated. */
export async function tellDeputies(
  { at, runId: cause }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<ToldDeputies> {
  const deputised = await deputiesOn(businessDayOf(at));
  const known = new Set((await findNotices(deputised.map(noticeIdOf))).map(({ _id }) => _id));
  for (const one of deputised.filter((each) => !known.has(noticeIdOf(each)))) {
    const notice = await noticeFor(one, { at, cause, before: startOfDay(one.from) });
    if (notice) await tellByClock([notice], deps);
  }
  const toldOf = new Map((await findNotices(deputised.map(noticeIdOf))).map((notice) => [notice._id, toldBy(notice)]));
  const toldOfAt = (insteadOfId: string, deputyId: string) => {
    const one = deputised.find((each) => each.memberId === insteadOfId && each.deputyId === deputyId);
    return one && toldOf.get(noticeIdOf(one));
  };
  return {
    has: ({ memberId, insteadOfIds }, { askedAt, stepAt }) =>
      insteadOfIds.some((insteadOfId) => {
        const told = toldOfAt(insteadOfId, memberId);
        // What came after midnight and before the first message of the morning stands in none.
        return told !== undefined && askedAt <= told.upTo && stepAt <= told.at;
      }),
  };
}

const toldBy = ({ at, params }: Notice): { at: Date; upTo: Date } => ({
  at,
  upTo: "upTo" in params && params.upTo !== undefined ? new Date(params.upTo) : at,
});

/** Null where nothing has waited there. @param before of what was asked by this instant */
async function waitingThere(
  { memberId: byId, deputyId }: Deputised,
  { at, before }: { at: Date; before: Date },
): Promise<{ upTo: string; items: NoticeParams["deputy_waits"]["items"] } | null> {
  const on = businessDayOf(at);
  const deputy = await readSessionMember(deputyId, on);
  if (!deputy) return null;
  const { open } = await approvalsOf(deputy, { now: at, enough: toldMax, withOthers: false });
  const waiting = open.filter(
    ({ insteadOfIds, approval }) => insteadOfIds.includes(byId) && approval.askedAt <= before,
  );
  if (waiting.length === 0) return null;
  const items = waiting.slice(0, toldMax);
  return {
    upTo: before.toISOString(),
    items: items.map(({ approval: { told: about, revision } }) => ({ told: about, revision })),
  };
}

async function noticeFor(
  deputised: Deputised,
  { at, cause, before }: { at: Date; cause: string; before: Date },
): Promise<NewNotice | null> {
  const { memberId: byId, deputyId } = deputised;
  const [waits, away] = await Promise.all([waitingThere(deputised, { at, before }), findMember(byId)]);
  if (!waits) return null;
  return {
    noticeId: noticeIdOf(deputised),
    kind: "deputy_waits",
    params: { byId, byName: away?.name ?? byId, ...waits },
    channel: "member",
    receiverId: deputyId,
    cause,
    about: `deputy:${byId}`,
    answersAct: false,
    at,
  };
}
