import { createHash } from "node:crypto";
import type { ClientSession } from "mongoose";
import type { ActorName, MemberActor } from "@shared/domain/actor";
import { ownersOn, shortNameOf } from "@shared/domain/customer";
import { sameNameKey } from "@shared/domain/customerSearch";
import { normalisedPhone } from "@shared/domain/phone";
import type { TableNotice } from "@shared/domain/tables/reading";
import { comparedName } from "@shared/domain/tables/texts";
import type { HeldRow, TableRecord } from "@shared/domain/tables/world";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { claimKey, insert, ownerOfKey, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { type Contact, contactsOfAll, replaceContacts } from "./contacts";
import { newCustomer } from "./createCustomer";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomers } from "./customers";
import { emitGiven, emitTold, type OwnerGiving, ownersByTable } from "./importedOwners";
import { spansOf } from "./ownership";
import { placesSet, nameFieldsOf } from "./searchFields";
import { siteOf } from "./sites";

/** A row of a table of clients, as it was read. */
export interface ImportedRow {
  row: number;
  record: TableRecord;
}

/** What a row becomes. */
export interface PlannedRow {
  row: number;
  is: "created" | "changed" | "same" | "heldBack";
  customerId: string | null;
  /** `column` is the field's name. */
  held?: HeldRow & { otherId?: string };
  notices: TableNotice[];
  /** Where nothing is to be changed: this import has made it, when it was carried out before. */
  isOwn?: boolean;
}

interface Import {
  importId: string;
  /** This carrying out of it, whose changes are noted under its id. */
  runId: string;
  /** Which row before these has meant each of these clients first. */
  meantBefore(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What the other system is called, as in `crm:EXT-1`. */
  source: string;
  by: ActorName;
  byName: string;
  /** Who gives clients that are there already to whom the table names; null: their owners stay. */
  giver: MemberActor | null;
  /** From when on a client that is new belongs to whom the table names, where it says no day. */
  ownedSince: "always" | "today";
}

/** As far back as anything goes here: nobody else has had what is only being brought in. */
const always: BusinessDay = "2000-01-01";

type ImportDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;

/** Ids as contracts have them: other numbers could not be written on a page again. */
const isNumber = /^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,127}$/;
/** The person and the place that a table names; others stay beside them. */
const [contactId, siteId] = ["imported", "imported"];
const candidatesMax = 2_000;
const siteRadiusM = 200;

/**
 * What becomes of some rows of a table, and what is to be written for it: told of a dry run, written in one transaction by a real one. A client is
 * known by the other system's number, else by its name; one of the same name under another number is a question for a person, and so is
 * one that an earlier row of the table has meant already. Who owns a
 * client that is there already stays as it is, unless whoever imports has said that the table gives it: then from a day to come.
 */
export async function planCustomers(
  deps: ImportDeps,
  rows: readonly ImportedRow[],
  given: Import,
): Promise<{
  rows: PlannedRow[];
  meant: Meant[];
  write(session: ClientSession): Promise<void>;
  written(): void;
}> {
  const today = businessDayOf(deps.clock.now());
  const known = await knownOf(deps, rows, given.source);
  // Whom a row names that is a question for a person gives nothing to anybody.
  const each = rows.map((row) => planOf(deps, row, { known, given, today, givings: new Map() }));
  const before = await given.meantBefore(each.flatMap(({ meantBy }) => meantBy ?? []));
  const plain = oncePerClient(each, before);
  const { giver } = given;
  const givings = giver ? await ownersByTable(giver, wantedOf(plain), today) : new Map<string, Judged>();
  const plans =
    givings.size === 0
      ? plain
      : oncePerClient(
          rows.map((row) => planOf(deps, row, { known, given, today, givings })),
          before,
        );
  return {
    rows: plans.map(({ planned }) => planned),
    meant: plans.flatMap(({ planned: { row }, means = [] }) => means.map((key) => ({ key, row }))),
    async write(session) {
      for (const { planned, write } of plans) if (write) await write(session, `${given.runId}:${planned.row}`);
      const people = {
        givings: plans.flatMap(({ giving }) => giving ?? []),
        addedTo: plans.flatMap(({ addedTo }) => addedTo ?? []),
        today,
      };
      const { importId, runId, by, byName } = given;
      const cause = `${runId}:${rows[0]?.row ?? 0}`;
      const told = { origin: { importId, runId }, cause };
      await emitTold(people, { ...told, by: { id: by.id, name: byName }, deps }, session);
    },
    written() {
      for (const { planned } of plans) if (planned.customerId) customersNow(deps).forget(planned.customerId);
    },
  };
}

/** What a row means, by which others that mean the same are known. */
interface Meant {
  key: string;
  row: number;
}

/**
 * A client that two rows of a table mean is changed by the first: the other is a question for a person. A row that gives a client another name
 * leaves its name of before to nobody else, so that no second client is made of a row that still says it.
 * @param before which rows before these have meant what
 */
function oncePerClient(plans: readonly Plan[], before: ReadonlyMap<string, number>): Plan[] {
  const meant = new Map(before);
  return plans.map((plan) => {
    const { row } = plan.planned;
    const first = (plan.meantBy ?? []).flatMap((key) => meant.get(key) ?? [])[0];
    if (first === undefined) {
      for (const key of plan.means ?? []) meant.set(key, row);
      return plan;
    }
    const { held: doubt } = plan.planned;
    const known = plan.stands?.customer;
    const other = { other: doubt?.other ?? known?.shortName, otherId: doubt?.otherId ?? known?._id };
    return heldBack({ row }, { reason: "client_two_rows", column: "name", otherRow: first, ...other });
  });
}

/** Whose a client is to be by the table, of those that are there. */
const wantedOf = (plans: readonly Plan[]) =>
  plans.flatMap(({ stands }) => (stands?.ownerId === undefined ? [] : [{ ...stands, ownerId: stands.ownerId }]));

interface Plan {
  planned: PlannedRow;
  /** Of a client that may have been meant before: by what that is known. */
  meantBy?: string[];
  /** By what the rows behind know that this one has meant it. */
  means?: string[];
  /** The client that is there already, and whose the table says it is. */
  stands?: { customer: CustomerRecord; ownerId: string | undefined };
  giving?: OwnerGiving;
  /** Whose a client is that is new. */
  addedTo?: string;
  write?: (session: ClientSession, auditId: string) => Promise<void>;
}

interface Known {
  byNumber: ReadonlyMap<string, CustomerRecord>;
  byName: ReadonlyMap<string, CustomerRecord>;
  byId: ReadonlyMap<string, CustomerRecord>;
  people: ReadonlyMap<string, Contact[]>;
}

type Judged = OwnerGiving | "arranged" | "refused";
type Givings = ReadonlyMap<string, Judged>;

const textIn = (record: TableRecord, field: string): string | undefined =>
  typeof record[field] === "string" ? record[field] : undefined;

/** The same row has the same client also where two imports bring it at once. */
function idOf({ record }: ImportedRow, source: string): string {
  const name = textIn(record, "externalId") ?? `name:${comparedName(textIn(record, "name") ?? "")}`;
  const hex = createHash("sha256").update(`customer:${source}:${name}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** All that the rows can be about, in as few questions as there are kinds. */
async function knownOf(deps: ImportDeps, rows: readonly ImportedRow[], source: string): Promise<Known> {
  const numbers = rows.flatMap(({ record }) => textIn(record, "externalId") ?? []);
  const ownerIds = await Promise.all(numbers.map((number) => ownerOfKey(keyOf(source, number))));
  const ids = rows.map((row) => idOf(row, source));
  const keys = rows.map(({ record }) => sameNameKey(textIn(record, "name") ?? ""));
  const [found, named] = await Promise.all([
    findCustomers([...ownerIds.flatMap((id) => id ?? []), ...ids]),
    CustomerModel.find({ searchKeys: { $in: [...new Set(keys)] } })
      .limit(candidatesMax)
      .lean<CustomerRecord[]>(),
  ]);
  const standing = named.filter(({ merged }) => !merged);
  const people = await contactsOfAll(deps, [...new Set([...found.values(), ...standing].map(({ _id }) => _id))]);
  return {
    byNumber: new Map(
      numbers.flatMap((number, n) => {
        const customer = found.get(ownerIds[n] ?? "");
        return customer ? [[number, customer] as const] : [];
      }),
    ),
    byName: new Map(standing.map((customer) => [comparedName(customer.name), customer])),
    byId: found,
    people,
  };
}

const keyOf = (source: string, number: string): string => `customer:${source}:${number}`;

function planOf(
  deps: ImportDeps,
  row: ImportedRow,
  { known, given, today, givings }: { known: Known; given: Import; today: BusinessDay; givings: Givings },
): Plan {
  const { record } = row;
  const [number, name] = [textIn(record, "externalId"), textIn(record, "name") ?? ""];
  const fault = faultIn(deps, record);
  if (fault) return heldBack(row, fault);
  const customerId = idOf(row, given.source);
  const named = known.byName.get(comparedName(name));
  const customer = (number === undefined ? named : known.byNumber.get(number)) ?? known.byId.get(customerId) ?? null;
  const byName = name === "" ? [] : [meantByName(name)];
  if (named && named._id !== customer?._id) {
    const other = { other: named.shortName, otherId: named._id };
    const held = heldBack(row, { reason: "customer_duplicate", column: "name", value: name, ...other });
    return { ...held, meantBy: byName };
  }
  // Where no column says it a client that is known keeps theirs, and there is none to be added.
  if (!customer && name === "") return heldBack(row, { reason: "name_missing", column: "name" });
  const plan = customer
    ? changed(deps, row, { customer, people: known.people.get(customer._id) ?? [], given, today, givings })
    : created(deps, row, { customerId, given, today });
  const isRenamed = customer !== null && name !== "" && comparedName(customer.name) !== comparedName(name);
  const id = customer?._id ?? customerId;
  return { ...plan, meantBy: [id, ...byName], means: [id, ...(isRenamed ? [meantByName(customer.name)] : [])] };
}

const meantByName = (name: string): string => `name:${comparedName(name)}`;

const heldBack = ({ row }: Pick<ImportedRow, "row">, held: PlannedRow["held"] & object): Plan => ({
  planned: { row, is: "heldBack", customerId: null, held, notices: [] },
});

/** What could be read but not kept. */
function faultIn({ fieldKeys }: Pick<Deps, "fieldKeys">, record: TableRecord): HeldRow | null {
  const [number, phone] = [textIn(record, "externalId"), textIn(record, "phone")];
  if (number !== undefined && !isNumber.test(number)) {
    return { reason: "unknown_value", column: "externalId", value: number };
  }
  const isKept = phone === undefined || (fieldKeys.all.length > 0 && normalisedPhone(phone) !== null);
  return isKept ? null : { reason: "unknown_value", column: "phone", value: phone };
}

/** Whom a table names at a client: where it gives a number alone, that of somebody. */
function contactIn(record: TableRecord): Contact | null {
  const [name, phone] = [textIn(record, "contact"), textIn(record, "phone")];
  if (name === undefined && phone === undefined) return null;
  return { contactId, name: name ?? "联系人", role: null, phone: phone ?? null, needs: null };
}

const shortOf = (record: TableRecord): string =>
  textIn(record, "shortName") ?? shortNameOf(textIn(record, "name") ?? "");

const placeIn = (record: TableRecord) => {
  const address = textIn(record, "address");
  return address === undefined ? null : { siteId, name: "地址", address, pin: null, radiusM: siteRadiusM };
};

function created(
  deps: ImportDeps,
  { row, record }: ImportedRow,
  { customerId, given, today }: { customerId: string; given: Import; today: BusinessDay },
): Plan {
  const [number, owner] = [textIn(record, "externalId"), textIn(record, "owner")];
  const createdOn = textIn(record, "createdOn");
  const [contact, site] = [contactIn(record), placeIn(record)];
  const ownedFrom =
    createdOn !== undefined && createdOn < today ? createdOn : given.ownedSince === "always" ? always : today;
  const owners = owner === undefined ? [] : [{ memberId: owner, share: "1" }];
  const externalId = number === undefined ? null : { system: given.source, id: number };
  return {
    planned: { row, is: "created", customerId, notices: [] },
    ...(owner !== undefined && { addedTo: owner }),
    write: async (session, auditId) => {
      const customer = await newCustomer(
        {
          ...{ customerId, externalId, name: textIn(record, "name") ?? "", shortName: shortOf(record), industry: null },
          grade: (textIn(record, "grade") ?? "C") as CustomerRecord["grade"],
          stage: textIn(record, "stage") ?? "初步接触",
          ...{ owners, ownedFrom, coServedByIds: [], sites: site ? [site] : [] },
        },
        { confirms: false, today, madeByImportId: given.importId },
      );
      await insert(CustomerModel, customer, session);
      if (number !== undefined) await claimKey(keyOf(given.source, number), customerId, session);
      if (contact) replaceContacts(deps, customerId, { before: [], after: [contact], revision: 1 }, session);
      const detail = { owners, ownedFrom, externalId: number === undefined ? null : `${given.source}:${number}` };
      await note(deps, { ...given, auditId, action: "customers.create", customerId, detail }, session);
    },
  };
}

function changed(
  deps: ImportDeps,
  { row, record }: ImportedRow,
  {
    customer,
    people,
    given,
    today,
    givings,
  }: { customer: CustomerRecord; people: Contact[]; given: Import; today: BusinessDay; givings: Givings },
): Plan {
  const customerId = customer._id;
  const [number, owner] = [textIn(record, "externalId"), textIn(record, "owner")];
  const wanted: Partial<CustomerRecord> = {};
  for (const field of ["name", "shortName", "grade", "stage"] as const) {
    const value = textIn(record, field);
    if (value !== undefined && value !== customer[field]) wanted[field] = value as never; // of the list, by the purpose
  }
  const externalId = number === undefined ? null : `${given.source}:${number}`;
  const isNewNumber = externalId !== null && !customer.externalIds.includes(externalId);
  if (isNewNumber) wanted.externalIds = [...customer.externalIds, externalId];
  const site = placeIn(record);
  if (site && customer.sites.length === 0) Object.assign(wanted, placesSet([siteOf(site, false)]));
  const contact = contactIn(record);
  const isNewContact = contact !== null && !people.some((one) => isSamePerson(one, contact));
  const found = givings.get(customerId);
  const giving = typeof found === "string" ? undefined : found;
  const isKept = given.giver ? typeof found === "string" : owner !== undefined && !isOwner(customer, owner, today);
  const notices: TableNotice[] = giving ? ["owner_given"] : isKept ? ["owner_kept"] : [];
  const fields = [...Object.keys(wanted), ...(isNewContact ? ["contacts"] : [])];
  const stands = { customer, ownerId: owner };
  const isOwn = customer.madeByImportId === given.importId;
  if (fields.length === 0 && !giving) return { planned: { row, is: "same", customerId, notices, isOwn }, stands };
  return {
    planned: { row, is: "changed", customerId, notices },
    ...{ stands, ...(giving && { giving }) },
    write: async (session, auditId) => {
      const { name, shortName, externalIds, creditCode } = { ...customer, ...wanted };
      const searched = await nameFieldsOf({ _id: customerId, name, shortName, externalIds, creditCode });
      const { revision } = customer;
      const set = { ...wanted, ...searched, ...giving?.set };
      await updateAtRevision(CustomerModel, { id: customerId, revision, set }, session);
      if (isNewNumber) await claimKey(keyOf(given.source, number ?? ""), customerId, session);
      if (isNewContact) {
        const after = [...people.filter((one) => one.contactId !== contactId), contact];
        replaceContacts(deps, customerId, { before: people, after, revision: revision + 1 }, session);
      }
      const noted = { ...given, customerId };
      if (fields.length > 0)
        await note(deps, { ...noted, auditId, action: "customers.edit", detail: { changed: fields } }, session);
      if (!giving || !given.giver) return;
      const { before, after, from } = giving;
      const detail = { before, after, from };
      await note(deps, { ...noted, auditId: `${auditId}:owners`, action: "customers.assign", detail }, session);
      const at = { giver: given.giver, reason: null, at: deps.clock.now(), realNow: deps.realNow() };
      await emitGiven(giving, at, session);
    },
  };
}

const isOwner = (customer: CustomerRecord, memberId: string, today: BusinessDay): boolean =>
  ownersOn(spansOf(customer), today).some((owner) => owner.memberId === memberId);

function isSamePerson(known: Contact, given: Contact): boolean {
  const phone = given.phone === null ? null : normalisedPhone(given.phone);
  const isNamed = given.name === "联系人" || known.name === given.name;
  return isNamed && (phone === null || known.phone === phone);
}

async function note(
  deps: ImportDeps,
  entry: Import & { auditId: string; action: string; customerId: string; detail: Record<string, unknown> },
  session: ClientSession,
): Promise<void> {
  const { auditId: id, action, customerId, by: actor, importId } = entry;
  const detail = { ...entry.detail, importId };
  const subject = `customer:${customerId}`;
  await auditInsert(deps.realNow)({ id, actor, action, subject, at: deps.clock.now(), detail }, session);
}
