import type { ClientContact } from "@shared/domain/people";
import type { ClientSession } from "mongoose";
import type { BodyOf } from "@shared/contracts";
import { lastFourOf, normalisedPhone } from "@shared/domain/phone";
import { AppError, type FieldFault } from "@shared/errors";
import { remove, replace } from "../../db";
import { opened, sealed, sealedFilter } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { contactPhone, ContactModel, type ContactRecord } from "./contactModel";

type Keys = Pick<Deps, "fieldKeys">;
type ContactBody = NonNullable<BodyOf<"customers.edit">["contacts"]>[number];

/** Somebody at a customer, with their number in the clear. */
export type Contact = Pick<ContactRecord, "contactId" | "name"> & {
  role: string | null;
  phone: string | null;
  needs: string | null;
};

/** Who is at a customer, in their order. */
export async function contactsOf({ fieldKeys }: Keys, customerId: string): Promise<Contact[]> {
  const records = await ContactModel.find({ customerId }).lean<ContactRecord[]>();
  return records.sort((a, b) => a.place - b.place).map((record) => contactOf(fieldKeys, record));
}

/** Who is at each of these customers, in their order; customers without anybody are left out. */
export async function contactsOfAll(
  { fieldKeys }: Keys,
  customerIds: readonly string[],
): Promise<Map<string, Contact[]>> {
  const people = new Map<string, Contact[]>();
  if (customerIds.length === 0) return people;
  const records = await ContactModel.find({ customerId: { $in: [...customerIds] } }).lean<ContactRecord[]>();
  for (const record of records.sort((a, b) => a.place - b.place)) {
    people.set(record.customerId, [...(people.get(record.customerId) ?? []), contactOf(fieldKeys, record)]);
  }
  return people;
}

const contactOf = (fieldKeys: Keys["fieldKeys"], record: ContactRecord): Contact => ({
  contactId: record.contactId,
  name: record.name,
  role: record.role ?? null,
  phone: opened(fieldKeys, contactPhone, record),
  needs: record.needs ?? null,
});

/** What a phone knows without a network of the people at a customer. */
export interface PeopleAt {
  /** The last four digits of their phones. */
  phoneTails: string[];
  /** In their order. */
  contacts: ClientContact[];
}

/** Who is known at a customer, by name. */
export async function contactNamesAt(customerId: string): Promise<ClientContact[]> {
  const found = await ContactModel.find({ customerId }, { contactId: 1, name: 1 }).lean<ClientContact[]>();
  return found.map(({ contactId, name }) => ({ contactId, name }));
}

/** The people at each of these customers; where nobody is known, it is left out. */
export async function peopleAt({ fieldKeys }: Keys, customerIds: readonly string[]): Promise<Map<string, PeopleAt>> {
  const people = new Map<string, PeopleAt>();
  if (customerIds.length === 0) return people;
  const records = await ContactModel.find({ customerId: { $in: [...customerIds] } }).lean<ContactRecord[]>();
  for (const record of records.sort((a, b) => a.place - b.place)) {
    const phone = opened(fieldKeys, contactPhone, record);
    const { phoneTails, contacts } = people.get(record.customerId) ?? { phoneTails: [], contacts: [] };
    people.set(record.customerId, {
      phoneTails: phone === null ? phoneTails : [...phoneTails, lastFourOf(phone)],
      contacts: [...contacts, { contactId: record.contactId, name: record.name }],
    });
  }
  return people;
}

/** So many contacts of one number, or of one end, are looked at: more of an end are told apart by the whole number. */
const sameEndMax = 1_000;

/**
 * Customers where somebody's number ends with these digits, or is this number, which is asked for by itself; of the last four alone no number
 * is opened. None for what is no end of a number.
 * @returns `isTail`: by its last four digits alone
 */
export async function customerIdsByNumber(
  { fieldKeys }: Keys,
  typed: string,
): Promise<{ customerIds: string[]; isTail: boolean }> {
  const whole = normalisedPhone(typed);
  const digits = whole ?? typed.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{4,15}$/.test(digits) || fieldKeys.all.length === 0) return { customerIds: [], isTail: true };
  if (whole !== null) {
    const same = await ContactModel.find(sealedFilter(fieldKeys, contactPhone, "phoneIndex", whole), { customerId: 1 })
      .limit(sameEndMax)
      .lean<ContactRecord[]>();
    return { customerIds: idsOf(same), isTail: false };
  }
  const records = await ContactModel.find(sealedFilter(fieldKeys, contactPhone, "phoneLast4Index", lastFourOf(digits)))
    .sort({ customerId: 1 })
    .limit(sameEndMax)
    .lean<ContactRecord[]>();
  const isTail = digits.length === 4;
  const meant = isTail ? records : records.filter((one) => opened(fieldKeys, contactPhone, one)?.endsWith(digits));
  return { customerIds: idsOf(meant), isTail };
}

const foundMax = 50;

/** Customers where somebody has one of these numbers. @param phones as they are typed */
export async function customerIdsByPhones({ fieldKeys }: Keys, phones: readonly string[]): Promise<string[]> {
  const whole = phones.flatMap((phone) => normalisedPhone(phone) ?? []);
  if (whole.length === 0 || fieldKeys.all.length === 0) return [];
  const values = whole.flatMap((phone) => sealedFilter(fieldKeys, contactPhone, "phoneIndex", phone).phoneIndex.$in);
  return idsOf(
    await ContactModel.find({ phoneIndex: { $in: values } })
      .limit(foundMax)
      .lean(),
  );
}

const idsOf = (records: Pick<ContactRecord, "customerId">[]): string[] => [
  ...new Set(records.map(({ customerId }) => customerId)),
];

/** @throws AppError "input.invalid" for numbers that are none, or cannot be kept, and for two people of one id */
export function requireContacts({ fieldKeys }: Keys, contacts: readonly ContactBody[]): void {
  const fields = contacts.flatMap(({ phone }, n): FieldFault[] => {
    if (phone === null) return [];
    if (normalisedPhone(phone) === null) return [{ field: `contacts.${n}.phone`, code: "phone.invalid" }];
    return fieldKeys.all.length === 0 ? [{ field: `contacts.${n}.phone`, code: "phone.notKept" }] : [];
  });
  if (new Set(contacts.map(({ contactId }) => contactId)).size !== contacts.length)
    fields.push({ field: "contacts", code: "contact.twice" });
  if (fields.length > 0) throw new AppError("input.invalid", "not every contact can be kept", { fields });
}

/** Puts these people in the place of those who were there. */
export function replaceContacts(
  { fieldKeys }: Keys,
  customerId: string,
  {
    before,
    after,
    revision,
  }: { before: readonly { contactId: string }[]; after: readonly ContactBody[]; revision: number },
  session: ClientSession,
): void {
  const kept = new Set(after.map(({ contactId }) => contactId));
  for (const { contactId } of before)
    if (!kept.has(contactId)) remove(ContactModel, { _id: idOf(customerId, contactId) }, session);
  after.forEach(({ contactId, name, role, phone, needs }, place) => {
    const _id = idOf(customerId, contactId);
    const number = phone === null ? null : normalisedPhone(phone);
    // Without a key there is no number: `requireContacts`.
    const phoneFields =
      number === null
        ? { phone: null, phoneIndex: null, phoneLast4Index: null }
        : sealed(fieldKeys, contactPhone, _id, number);
    const record = { _id, schemaVersion: 1, customerId, contactId, place, name, role, needs, ...phoneFields, revision };
    replace<ContactRecord>(ContactModel, record, session);
  });
}

const idOf = (customerId: string, contactId: string): string => `${customerId}:${contactId}`;
