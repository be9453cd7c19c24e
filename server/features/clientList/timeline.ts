import type { AnswerOf, CheckInView, TimelineItemView } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { answeredSteps, type VisitType } from "@shared/domain/visitType";
import type { MemberActor } from "../../http";
import { entriesAbout, type AuditRecord } from "../../audit";
import type { StreamPlace } from "../../db";
import { checkInStanding, visitStanding } from "@shared/domain/visit";
import {
  type CheckInRecord,
  daysOfCheckIns,
  findCheckIns,
  presentCheckIn,
  reviewsOf,
  unrecordedAtCustomer,
} from "../checkIns";
import { type CustomerRecord, findThemselves, idsOf } from "../customers";
import { type FollowUpRecord, followUpsAtCustomer, textOfFollowUp } from "../followUps";
import { findMembers } from "../members";
import { mayReadSale, readUnitPaths, type SaleRecord, salesAtCustomer } from "../sales";
import { type StageChangeRecord, stageChangesAt } from "../stages";
import {
  outcomeOf,
  recordedOf,
  typesOfRecords,
  type VisitRecord,
  versionOf,
  rightToVisit,
  visitsAtCustomer,
  withOutcomes,
} from "../visits";
import { othersThere, type OtherThere, presentQuestion, type QuestionRecord, questionsAt } from "../visitQuestions";

const pageSize = 20;

/** What a customer's edits are called in the audit log. */
const editActions = [
  "customers.create",
  "customers.edit",
  "customers.addContact",
  "customers.assign",
  "customers.merge",
  "customers.undoMerge",
  "sites.add",
  "sites.edit",
  "pins.propose",
  "pins.decide",
  "pins.learn",
  "siteCodes.renew",
] as const;

interface Timeline {
  page: AnswerOf<"customers.timeline">;
  /** Whose visits, check-ins and follow-ups are on the page, beside the reader's own, with the visits' ids: for the looks to be noted. */
  looked: Map<string, string[]>;
}

interface Reader {
  actor: MemberActor;
}

type Item = Omit<TimelineItemView, "byName" | "given"> & { byId: string; given?: { toIds: string[]; from: string } };

/**
 * Everything about a customer, newest first: visits, check-ins without a record, follow-ups, changes of stage, sales, edits; whoever they are of. Each kind is read from
 * one index, a page of it at most.
 * @param cursor as the last page gave it
 */
export async function timelineOf(
  reader: Reader,
  customer: CustomerRecord,
  { now, cursor }: { now: Date; cursor?: string | undefined },
): Promise<Timeline> {
  const after = placeOf(cursor) ?? { at: now, id: null };
  const ofAll = async <One>(read: (customerId: string) => Promise<One[]>): Promise<One[]> =>
    (await Promise.all(idsOf(customer).map(read))).flat();
  // One more tells that there is a next page.
  const limit = pageSize + 1;
  const [others, questions, visits, checkIns, followUps, stages, sales, entries, pathOf] = await Promise.all([
    cursor === undefined ? othersThere(reader.actor.id, [customer], now) : new Map<string, OtherThere>(),
    cursor === undefined ? questionsFor(reader.actor, customer, now) : [],
    ofAll((customerId) => visitsAtCustomer(customerId, after, limit)),
    ofAll((customerId) => unrecordedAtCustomer(customerId, after, limit)),
    ofAll((customerId) => followUpsAtCustomer(customerId, after, limit)),
    ofAll((customerId) => stageChangesAt(customerId, after, limit)),
    ofAll((customerId) => salesAtCustomer(customerId, after, limit)),
    ofAll((customerId) => entriesAbout({ subject: `customer:${customerId}`, actions: editActions }, after, limit)),
    readUnitPaths(),
  ]);
  const [become, typeOf, standsOn, unrecorded] = await Promise.all([
    customer.mergedIds?.length ? findThemselves(customer.mergedIds) : [],
    typesOfRecords(visits),
    checkInsOf(visits),
    daysOfCheckIns(checkIns),
  ]);
  const seen = await withOutcomes(checkIns.flatMap(({ _id }) => unrecorded.get(_id) ?? []));
  const standings = new Map(seen.map((checkIn) => [checkIn.checkInId, checkInStanding(checkIn, now)]));
  const standingOf = (visit: VisitRecord): TimelineItemView["standing"] => {
    const checkIn = standsOn.get(visit.checkInId);
    return checkIn ? visitStanding({ ...outcomeOf(visit), checkIn }, now) : null;
  };
  const rest = [
    ...visits.map((visit) => ({ ...ofVisit(reader, visit, typeOf(visit)), standing: standingOf(visit) })),
    ...checkIns.map((checkIn) => ({ ...ofCheckIn(reader, checkIn), standing: standings.get(checkIn._id) ?? null })),
    ...followUps.map((followUp) => ofFollowUp(reader, followUp)),
    ...stages.map((change) => ofStage(reader, change, customer)),
    ...sales.map((sale) => ofSale(reader, sale, pathOf(sale.teamId))),
    ...entries.map((entry) => ofEntry(entry, become)),
  ].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  const items = rest.slice(0, pageSize);
  const last = items.at(-1);
  const members = await findMembers(items.flatMap(({ byId, given }) => [byId, ...(given?.toIds ?? [])]));
  const nameOf = (memberId: string) => members.get(memberId)?.name ?? null;
  const nextCursor = rest.length > pageSize && last ? keyOf(last) : null;
  const other = others.get(customer._id);
  const page = {
    items: items.map(({ byId, given, ...item }) => ({
      ...item,
      byName: nameOf(byId),
      ...(given && { given: { from: given.from, names: given.toIds.flatMap((id) => nameOf(id) ?? []) } }),
    })),
    nextCursor,
    otherThere: other ? { byName: other.byName, on: other.on } : null,
    questions: questions.map((question) => presentQuestion(question, now)),
  };
  const looked = new Map<string, string[]>();
  for (const { byId, kind, itemId } of items)
    if (byId !== reader.actor.id && (kind === "visit" || kind === "checkIn" || kind === "followUp"))
      looked.set(byId, [...(looked.get(byId) ?? []), ...(kind === "visit" ? [itemId] : [])]);
  return { page, looked };
}

/** The check-ins that visits stand on, by id. */
async function checkInsOf(visits: readonly VisitRecord[]): Promise<Map<string, CheckInView>> {
  if (visits.length === 0) return new Map();
  const found = await findCheckIns(visits.map(({ checkInId }) => checkInId));
  const reviews = await reviewsOf(found);
  return new Map(found.map((checkIn) => [checkIn._id, presentCheckIn(checkIn, reviews.get(checkIn._id) ?? null)]));
}

/** The place of an item: its instant, then its id. */
const keyOf = ({ at, itemId }: Item): string => `${at}~${itemId}`;

/** What somebody has typed leads to the first page. */
function placeOf(cursor: string | undefined): StreamPlace | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(.+)$/.exec(cursor ?? "") ?? [];
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? null : { at: new Date(at), id };
}

const nothing = {
  text: null,
  answers: [],
  verdict: null,
  effective: null,
  standing: null,
  isCorrected: false,
  channel: null,
  stage: null,
  amountFen: null,
  saleState: null,
  action: null,
  changed: [],
  opens: null,
};

function ofVisit({ actor }: Reader, visit: VisitRecord, type: VisitType): Item {
  return {
    ...nothing,
    itemId: visit._id,
    kind: "visit",
    at: visit.recordedAt.toISOString(),
    byId: visit.memberId,
    text: visit.record,
    answers: answeredSteps(type, recordedOf(visit).answers),
    effective: visit.effective,
    isCorrected: versionOf(visit) > 1,
    // Its page is its rep's own: what it says stands here.
    opens: visit.memberId === actor.id ? { page: "visit", id: visit._id, on: visit.on } : null,
  };
}

function ofCheckIn({ actor }: Reader, checkIn: CheckInRecord): Item {
  return {
    ...nothing,
    itemId: checkIn._id,
    kind: "checkIn",
    at: checkIn.checkedInAt.toISOString(),
    byId: checkIn.memberId,
    text: checkIn.siteName,
    verdict: checkIn.verdict,
    opens: checkIn.memberId === actor.id ? { page: "record", id: checkIn._id, on: checkIn.on } : null,
  };
}

function ofFollowUp({ actor }: Reader, followUp: FollowUpRecord): Item {
  const { channel, record } = textOfFollowUp(followUp);
  return {
    ...nothing,
    itemId: followUp._id,
    kind: "followUp",
    at: followUp.at.toISOString(),
    byId: followUp.memberId,
    text: record,
    channel,
    isCorrected: followUp.version > 1,
    // Its page is its rep's own: what it says stands here.
    opens: followUp.memberId === actor.id ? { page: "followUp", id: followUp._id, on: followUp.on } : null,
  };
}

function ofStage({ actor }: Reader, change: StageChangeRecord, { stage }: Pick<CustomerRecord, "stage">): Item {
  const { _id, memberId, from, to, at, reason, undoneAt } = change;
  const isUndone = Boolean(undoneAt);
  return {
    ...nothing,
    itemId: _id,
    kind: "stage",
    at: at.toISOString(),
    byId: memberId,
    text: reason ?? null,
    // Whether its month is still open is told when it is asked for.
    stage: { from, to, isUndone, mayUndo: !isUndone && memberId === actor.id && stage === to },
  };
}

/** What it came to is for those whom its own page lets in. */
function ofSale({ actor }: Reader, sale: SaleRecord, unitPath: readonly string[]): Item {
  const mayRead = mayReadSale(actor, { isOwn: sale.repId === actor.id }, unitPath);
  return {
    ...nothing,
    itemId: sale._id,
    kind: "sale",
    at: sale.submittedAt.toISOString(),
    byId: sale.repId,
    amountFen: mayRead ? sale.amountFen : null,
    saleState: sale.state,
    opens: mayRead ? { page: "sale", id: sale._id, on: sale.signedOn } : null,
  };
}

/** @param become clients that have become this one: what was done to one of them says so */
function ofEntry({ _id, actor, action, subject, at, detail }: AuditRecord, become: readonly CustomerRecord[]): Item {
  const { changed } = (detail ?? {}) as { changed?: unknown };
  const { after, from } = (detail ?? {}) as { after?: readonly { memberId: string }[]; from?: string };
  const isGiven = action === "customers.assign" && after !== undefined && from !== undefined;
  return {
    ...nothing,
    itemId: _id,
    kind: "edit",
    at: at.toISOString(),
    byId: actor.id,
    text: become.find((one) => subject === `customer:${one._id}`)?.shortName ?? null,
    action,
    changed: Array.isArray(changed) ? changed.filter((field): field is string => typeof field === "string") : [],
    ...(isGiven && { given: { toIds: after.map(({ memberId }) => memberId), from } }),
  };
}

/** What was asked about going there, for the two of it and whoever may open their visits: others who serve the client read none of it. */
async function questionsFor(actor: MemberActor, customer: CustomerRecord, now: Date): Promise<QuestionRecord[]> {
  const today = businessDayOf(now);
  const mayRead = async ({ askerId, memberId: askedId, on }: QuestionRecord): Promise<boolean> => {
    const rights = await Promise.all(
      [askerId, askedId].map((memberId) => rightToVisit(actor, { memberId, on }, today)),
    );
    return rights.some((right) => right !== null);
  };
  const found = await questionsAt(idsOf(customer));
  const rights = await Promise.all(found.map(mayRead));
  return found.filter((_, n) => rights[n]);
}
