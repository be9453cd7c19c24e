import { recordRead } from "../../audit";
import { actorNameOf } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import type { ExportKind } from "@shared/domain/exports";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { textsIn } from "../../texts";
import {
  type CustomerRecord,
  externalIdsOf,
  customersChosen,
  customersSeen,
  isWithin,
  mayAuditCustomers,
  pageOfCustomers,
  peopleAt,
  placeInOrder,
  spansOf,
} from "../customers";
import { noteLook } from "../looks";
import { findMembers } from "../members";
import { mayAuditSales, pageOfRecorded, pageOfSeen, presentSale, readOwnSales, readUnitPaths } from "../sales";
import { recordedOf, typesOfRecords, visitorsSeen, visitsSeenOf } from "../visits";
import type { ExportRecord } from "./exportModel";

/** What stands in a cell: a text, an amount in fen, or nothing. */
export type Value = string | { fen: number } | null;

interface Page {
  rows: Value[][];
  /** Where the next one begins; null where there is none. */
  next: string | null;
}

/** More than a list shows at once: nobody looks at them yet, and each piece costs a few round trips. */
const rowsAtOnce = 500;

/** A list as this reader sees it, a page at a time, in one order. What the list notes of a look, this notes. */
export interface ExportSource {
  columns: string[];
  page(after: string | null): Promise<Page>;
  /** Whether a page can begin there; where it cannot, all of it begins anew. Absent: it always can. */
  isPlace?: (after: string) => boolean;
}

export type SourceDeps = Pick<Deps, "clock" | "realNow" | "fieldKeys">;

interface Wanted {
  actor: MemberActor;
  record: ExportRecord;
}

export const sourceOf = (deps: SourceDeps, wanted: Wanted): Promise<ExportSource> =>
  sources[wanted.record.what](deps, wanted);

const sources: Record<ExportKind, (deps: SourceDeps, wanted: Wanted) => Promise<ExportSource>> = {
  customers: customersSource,
  sales: salesSource,
  visits: visitsSource,
};

async function customersSource(deps: SourceDeps, { actor, record }: Wanted): Promise<ExportSource> {
  const { customers: t } = textsIn(actor.language).exports;
  const { view, words } = record.filter;
  const narrowing = { grade: record.filter.grade ?? undefined, pin: record.filter.pin ?? undefined };
  const today = businessDayOf(deps.clock.now());
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today).map(({ memberId }) => memberId);

  async function customersAfter(after: string | null) {
    const { customerIds } = record.filter;
    // Of what the words find, and of what was chosen, others serve some.
    const isMine = ({ servedByIds }: CustomerRecord) => view !== "mine" || servedByIds.includes(actor.id);
    const audited = mayAuditCustomers(actor);
    if (customerIds)
      return { customers: (await customersChosen(actor, customerIds, today)).filter(isMine), next: null, audited };
    const cursor = after ?? undefined;
    const page =
      view === "seen" || words
        ? await customersSeen(
            deps,
            actor,
            { words: words ?? undefined, ...narrowing, cursor, perPage: rowsAtOnce, byOwner: true },
            today,
          )
        : { ...(await pageOfCustomers(actor.id, cursor)), audited };
    const customers = page.customers.filter(isWithin(narrowing)).filter(isMine);
    return { customers, next: page.nextCursor, audited: page.audited };
  }

  return {
    columns: [
      t.number,
      t.name,
      t.shortName,
      t.industry,
      t.grade,
      t.stage,
      t.owner,
      t.address,
      t.creditCode,
      t.tags,
      t.contact,
      t.phoneTail,
    ],
    isPlace: (after) => placeInOrder(after) !== undefined,
    page: async (after) => {
      const { customers, next, audited } = await customersAfter(after);
      // Who is to be reached there is for those who serve it.
      const served = customers.filter(({ servedByIds }) => servedByIds.includes(actor.id)).map(({ _id }) => _id);
      const [members, people] = await Promise.all([findMembers(customers.flatMap(ownersOf)), peopleAt(deps, served)]);
      if (audited && customers.length > 0) {
        const detail = { exportId: record._id, customerIds: customers.map(({ _id }) => _id) };
        const looked = { action: "customers.export", subject: "customers", at: deps.clock.now(), detail };
        await recordRead(deps, { ...looked, id: record._id, actor: actorNameOf(actor) });
      }
      const rows = customers.map((customer): Value[] => [
        externalIdsOf(customer)[0]?.id ?? null,
        customer.name,
        customer.shortName,
        customer.industry ?? null,
        customer.grade,
        customer.stage,
        listed(ownersOf(customer).flatMap((memberId) => members.get(memberId)?.name ?? [])),
        customer.sites[0]?.address ?? null,
        customer.creditCode ?? null,
        listed(customer.tags ?? []),
        listed((people.get(customer._id)?.contacts ?? []).map(({ name }) => name)),
        listed(people.get(customer._id)?.phoneTails ?? []),
      ]);
      return { rows, next };
    },
  };
}

const listed = (parts: readonly string[]): string | null => (parts.length === 0 ? null : parts.join("、"));

async function salesSource(deps: SourceDeps, { actor, record }: Wanted): Promise<ExportSource> {
  const { sales: t } = textsIn(actor.language).exports;
  const { view, state, period } = record.filter;
  const seenFilter = { ...(state && { state: state as "confirmed" }), ...(period && { period }) }; // as its contract took it
  const pathOf = await readUnitPaths();
  return {
    columns: [
      t.customer,
      t.amount,
      t.signedOn,
      t.contractNo,
      t.state,
      t.rep,
      t.submittedAt,
      t.confirmedAt,
      t.confirmedBy,
    ],
    page: async (after) => {
      const cursor = after ?? undefined;
      const page = view === "mine" ? pageOfRecorded : pageOfSeen;
      const { sales, nextCursor } = await page(actor, { ...seenFilter, cursor }, rowsAtOnce);
      const isOwn = await readOwnSales(sales, actor.id);
      if (mayAuditSales(actor) && view === "seen" && sales.length > 0) {
        const detail = { saleIds: sales.map(({ _id }) => _id) };
        const looked = { action: "sales.list", subject: "sales", at: deps.clock.now(), detail };
        await recordRead(deps, { ...looked, id: record._id, actor: actorNameOf(actor) });
      }
      const rows = sales.map((sale): Value[] => {
        const view = presentSale(sale, actor, { isOwn: isOwn(sale), unitPath: pathOf(sale.teamId) });
        return [
          view.customerName,
          { fen: view.amountFen },
          view.signedOn,
          view.contractNo,
          t.states[view.state],
          view.rep.name,
          minuteOf(new Date(view.submittedAt)),
          view.confirmedAt && minuteOf(new Date(view.confirmedAt)),
          view.confirmedByName,
        ];
      });
      return { rows, next: nextCursor };
    },
  };
}

async function visitsSource(deps: SourceDeps, { actor, record }: Wanted): Promise<ExportSource> {
  const { visits: t } = textsIn(actor.language).exports;
  const { view, period } = record.filter;
  if (!period) throw new Error("visits are exported by months");
  const memberIds = view === "mine" ? [actor.id] : await visitorsSeen(actor, period);
  const members = await findMembers(memberIds);
  return {
    columns: [t.on, t.customer, t.rep, t.type, t.purpose, t.peopleMet, t.record, t.nextStep, t.nextStepOn, t.effective],
    page: async (after) => {
      // Others may have come or gone since the last page: the order is by who they are.
      const memberId = memberIds.find((id) => after === null || id > after);
      if (memberId === undefined) return { rows: [], next: null };
      const visits = await visitsSeenOf(actor, memberId, period);
      if (memberId !== actor.id && visits.length > 0) {
        const detail = { visitIds: visits.map(({ _id }) => _id) };
        const look = { actor, memberId, what: "member.read" as const, detail, at: deps.clock.now() };
        await noteLook(deps, { ...look, reason: record.reason, requestId: record._id });
      }
      const typeOf = await typesOfRecords(visits);
      const rows = visits.map((visit): Value[] => {
        const { purpose, peopleMet, record: written, nextStep } = recordedOf(visit);
        return [
          visit.on,
          visit.customerName,
          members.get(memberId)?.name ?? memberId,
          typeOf(visit).name,
          t.purposes[purpose] ?? purpose,
          peopleMet ?? null,
          written,
          nextStep?.text ?? null,
          nextStep?.on ?? null,
          visit.effective ? t.yes : t.no,
        ];
      });
      return { rows, next: memberId === memberIds.at(-1) ? null : memberId };
    },
  };
}

/** `2026-03-26 09:00`, as spreadsheet programs take it. */
export function minuteOf(at: Date): string {
  const shanghai = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${shanghai.slice(0, 10)} ${shanghai.slice(11, 16)}`;
}
