import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { actorNameOf, type MemberActor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import { addDays, type BusinessDay, businessDayOf, daysOf, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { byId, command, commandIdOf, insert, StaleRead, update, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emit } from "../../outbox";
import { findMembers } from "../members";
import { readOrganisationSnapshot } from "./assignments";
import { firstPayingDaySet } from "./events";
import { FirstPayingDayModel, type FirstPayingDayRecord } from "./firstPayingDayModel";
import { mayReadFirstPayingDay, maySetFirstPayingDay } from "./policy";

/** There is one for the company. */
const companyId = "company";
/** A year and a month ahead is none that anybody means. */
const aheadMaxDays = 400;

type Agreed = Pick<FirstPayingDayRecord, "on" | "by" | "setAt" | "isOpened" | "revision"> & { isStored: boolean };
const records = byId<FirstPayingDayRecord>(FirstPayingDayModel);

async function agreed(): Promise<Agreed> {
  const record = await records.get(companyId);
  const none = { on: null, by: null, setAt: null, isOpened: false, revision: 0 };
  return { ...(record ?? none), isStored: record !== undefined };
}

/** The first day whose facts are paid here: what is older counts for history alone. Null: as the plans say. */
export const firstPayingDay = async (): Promise<BusinessDay | null> => (await agreed()).on ?? null;

/**
 * What a sale is placed by: it is written only where nobody has set the day meanwhile, so that a sale sees the day that is set, or
 * whoever follows that day sees the sale. Sales do not count the day's revision up: whoever looks at it is not overtaken by them.
 */
export async function salesStandFrom(): Promise<{
  on: BusinessDay | null;
  /** @param saleId tells two that hold on to it at once from each other */
  hold: (saleId: string, session: ClientSession) => Promise<void>;
}> {
  const { on, revision, isStored } = await agreed();
  return {
    on: on ?? null,
    hold: async (saleId, session) => {
      if (!isStored) return insertFirst({ revision, heldFor: saleId }, session);
      await update(
        FirstPayingDayModel,
        { filter: { _id: companyId, revision }, set: { heldFor: saleId } },
        session,
        (count) => {
          if (count === 0) throw new StaleRead("the first paying day was set meanwhile", { revision: null });
        },
      );
    },
  };
}

/**
 * What a publication is judged by: it is written only where nobody has set the day meanwhile, also in another process. Otherwise it is
 * decided again.
 * @throws AppError "plan.beforeFirstPayingDay" with the day
 */
export async function guardOfFirstPayingDay(): Promise<{
  require(plan: Pick<Plan, "validFrom">): void;
  hold(session: ClientSession): Promise<void>;
}> {
  const { on, ...read } = await agreed();
  return {
    require({ validFrom }) {
      if (on && validFrom < on)
        throw new AppError("plan.beforeFirstPayingDay", `${validFrom} is before ${on}`, {
          validFrom,
          firstPayingOn: on,
        });
    },
    hold: (session) => write(read, {}, session),
  };
}

/**
 * Keeps the day from moving, for opening balances that are put into the accounts as of it. It is written only where nobody has set the day
 * meanwhile; otherwise it is decided again.
 */
export async function openingsStandFrom(): Promise<{
  on: BusinessDay | null;
  /** It is this day still. */
  hold(session: ClientSession): Promise<void>;
  keep(session: ClientSession): Promise<void>;
  /** Nothing of what was to be put there is, and nothing else: the day may move again. */
  release(session: ClientSession): Promise<void>;
}> {
  const { on, isOpened, ...read } = await agreed();
  return {
    on: on ?? null,
    hold: (session) => write(read, {}, session),
    keep: (session) => write(read, { isOpened: true }, session),
    release: (session) => (isOpened ? write(read, { isOpened: false }, session) : Promise.resolve()),
  };
}

/** With nothing to set it is only held on to: its revision counts up. */
async function write(
  { revision, isStored }: Pick<Agreed, "revision" | "isStored">,
  set: Partial<Pick<FirstPayingDayRecord, "on" | "by" | "setAt" | "isOpened">>,
  session: ClientSession,
): Promise<void> {
  if (isStored) return updateAtRevision(FirstPayingDayModel, { id: companyId, revision, set }, session);
  await insertFirst({ ...set, revision: 1 }, session);
}

const insertFirst = (given: Partial<FirstPayingDayRecord>, session: ClientSession): Promise<void> =>
  insert(
    FirstPayingDayModel,
    { ...{ _id: companyId, on: null, by: null, setAt: null, isOpened: false, heldFor: null, revision: 0 }, ...given },
    session,
  );

/** The published version that begins first; null before the first one. */
async function firstPlan(): Promise<Pick<Plan, "name" | "validFrom"> | null> {
  const { plans } = await readOrganisationSnapshot();
  const [first] = [...plans].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return first ? { name: first.name, validFrom: first.validFrom } : null;
}

/** @throws AppError "right.missing" */
export async function readFirstPayingDay(
  deps: Pick<Deps, "clock">,
  actor: MemberActor,
): Promise<AnswerOf<"plans.firstPayingDay">> {
  allow(mayReadFirstPayingDay(actor), "for HR, finance, administrators and auditors");
  const [{ on, by, setAt, revision }, first] = await Promise.all([agreed(), firstPlan()]);
  const people = by?.kind === "member" ? await findMembers([by.id]) : new Map<string, { name: string }>();
  const today = businessDayOf(deps.clock.now());
  return {
    firstPayingOn: on ?? null,
    setByName: by ? (people.get(by.id)?.name ?? by.id) : null,
    setAt: setAt?.toISOString() ?? null,
    ...{ firstPlan: first, latestOn: latestOf(first, today), maySet: maySetFirstPayingDay(actor), revision },
  };
}

const latestOf = (first: { validFrom: BusinessDay } | null, today: BusinessDay): BusinessDay =>
  first?.validFrom ?? addDays(today, aheadMaxDays);

/**
 * Sets the first day whose facts are paid. No plan may begin before it, so that nothing older is ever priced; a plan that pays already
 * keeps it from moving behind that plan's first day. It begins a month, as pay does. Sales that are confirmed by then follow it by an
 * event. May be repeated.
 * @throws AppError "right.missing", "stale", "input.invalid" for a day that is too far ahead or inside a month, or "plan.paysEarlier" with
 *   the plan; "opening.refused" where opening balances hold as of the day before it
 */
export function setFirstPayingDay(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, body }: { actor: MemberActor; body: BodyOf<"plans.setFirstPayingDay"> },
): Promise<AnswerOf<"plans.setFirstPayingDay">> {
  const { commandId, firstPayingOn, revision } = body;
  return command({ actor, commandId, kind: "plans.setFirstPayingDay", body, queue: "plans" }, async () => {
    allow(maySetFirstPayingDay(actor), "HR or an administrator sets the first paying day");
    const at = deps.clock.now();
    const present = await agreed();
    if (present.revision !== revision)
      throw new AppError("stale", "it was changed meanwhile", { revision: present.revision });
    if (present.isOpened && firstPayingOn !== present.on)
      throw new AppError("opening.refused", `balances hold as of ${present.on ?? ""}`, { why: "stands" });
    const first = await firstPlan();
    if (first && firstPayingOn > first.validFrom)
      throw new AppError("plan.paysEarlier", `${first.name} pays from ${first.validFrom}`, { ...first });
    const isTooLate = firstPayingOn > latestOf(first, businessDayOf(at));
    if (isTooLate || firstPayingOn !== daysOf(monthOf(firstPayingOn)).from) {
      const fields = [{ field: "firstPayingOn", code: isTooLate ? "day.tooLate" : "day.notFirst" }];
      throw new AppError("input.invalid", `${firstPayingOn} is no first paying day`, { fields });
    }
    const detail = { before: present.on ?? null, after: firstPayingOn };
    return {
      answer: { firstPayingOn, revision: revision + 1 },
      audit: { action: "plans.setFirstPayingDay", subject: "company", at, detail },
      write: async (session) => {
        await write(present, { on: firstPayingOn, by: actorNameOf(actor), setAt: at }, session);
        if (firstPayingOn === present.on) return;
        const event = firstPayingDaySet.of({
          ...{ partition: "plans:firstPayingDay", cause: commandIdOf({ actor, commandId }) },
          payload: { on: firstPayingOn, before: present.on ?? null },
        });
        await emit(event, session, deps.realNow());
      },
    };
  });
}
