import { shortNameMax, shortNameOf } from "@shared/domain/customer";
import type { BodyOf } from "@shared/contracts";
import { customerStages } from "@shared/domain/customer";
import { creditCodeOf } from "@shared/domain/creditCode";
import { lengthSeen } from "@shared/domain/invisible";
import { normalisedPhone, phoneText } from "@shared/domain/phone";
import type { Began, Corrected } from "./customerConflict";
import { emptySite, isUntouched, type SiteForm, siteBodyOf, siteFaults, takenOf } from "./siteForm";
import type { CustomerPage } from "./useCustomer";

export interface ContactForm {
  contactId: string;
  name: string;
  role: string;
  phone: string;
  needs: string;
}

/** What is typed. Ids belong to the form, so that sending it again after a lost answer is the same client. */
export interface CustomerForm {
  /** Of what is typed now: whatever else is typed is another command. */
  commandId: string;
  customerId: string;
  name: string;
  shortName: string;
  industry: string;
  grade: "A" | "B" | "C";
  stage: string;
  /** As typed, with signs between. */
  tags: string;
  /** 统一社会信用代码, as typed. */
  creditCode: string;
  /** What the company calls a new one elsewhere. */
  number: string;
  /** What other systems call a known one, as typed: `crm:EXT-1、erp:7`. */
  externalIds: string;
  contacts: ContactForm[];
  /** The places of a new one; those of a known one have a page of their own. */
  sites: SiteForm[];
  /** The client as it stood when its correction began; null for a new one. */
  began: { revision: number; as: Began } | null;
}

export const emptyCustomer = (newId: () => string): CustomerForm => ({
  commandId: newId(),
  customerId: newId(),
  name: "",
  shortName: "",
  industry: "",
  grade: "C",
  stage: customerStages[0],
  tags: "",
  creditCode: "",
  number: "",
  externalIds: "",
  contacts: [],
  sites: [emptySite("s1")],
  began: null,
});

/** A new client of a version that knew one place of it, which had no form of its own. */
export function sitesOfEarlier({ address, pin }: Record<string, unknown>): Partial<CustomerForm> {
  if (typeof address !== "string") return {};
  // As that version kept it.
  return { sites: [{ ...emptySite("s1"), address, pin: (pin ?? null) as SiteForm["pin"] }] };
}

export const emptyContact = (newId: () => string): ContactForm => ({
  contactId: newId(),
  name: "",
  role: "",
  phone: "",
  needs: "",
});

/** A client as it stands, to be corrected. */
export function formOf(page: CustomerPage): Corrected & Pick<CustomerForm, "began"> {
  const as = correctedOf(page);
  return { ...as, began: { revision: page.customer.revision, as } };
}

export function correctedOf({ customer }: CustomerPage): Corrected {
  const { name, shortName, industry, grade, stage, tags, contacts, creditCode, externalIds } = customer;
  return {
    ...{ name, shortName, grade, stage },
    industry: industry ?? "",
    tags: tags.join(" "),
    creditCode: creditCode ?? "",
    externalIds: externalIds.map(({ system, id }) => (system === ownNumbers ? id : `${system}:${id}`)).join(" "),
    contacts: (contacts ?? []).map(({ contactId, name: who, role, phone, needs }) => ({
      contactId,
      name: who,
      role: role ?? "",
      // As it is read elsewhere: a landline without its area code's 0 would not be taken again.
      phone: phone === null ? "" : phoneText(phone),
      needs: needs ?? "",
    })),
  };
}

/** How long each may be, as a person counts. */
export const lengths = { name: 120, shortName: shortNameMax, industry: 40, tag: 20, who: 40, role: 40, needs: 200 };
const tagsMax = 20;
export const contactsMax = 20;

export type Fault = "missing" | "tooLong" | "noPhone" | "noNumber" | "noCode" | "tooMany" | "tooManyPeople";
/** By field; a contact's are `contacts.0.phone`, a place's `sites.0.address`. */
export type CustomerFaults = Record<string, Fault>;

/** From top to bottom. @param isNew a place and a number are typed for new ones alone */
export function customerFaults(form: CustomerForm, isNew: boolean): CustomerFaults {
  const faults: CustomerFaults = {};
  const check = (field: string, typed: string, max: number, isRequired = false) => {
    if (isRequired && typed.trim() === "") faults[field] = "missing";
    else if (lengthSeen(typed.trim()) > max) faults[field] = "tooLong";
  };
  check("name", form.name, lengths.name, true);
  check("shortName", form.shortName, lengths.shortName);
  check("industry", form.industry, lengths.industry);
  const tags = tagsOf(form.tags);
  if (tags.length > tagsMax) faults.tags = "tooMany";
  else if (tags.some((tag) => lengthSeen(tag) > lengths.tag)) faults.tags = "tooLong";
  if (form.creditCode.trim() !== "" && creditCodeOf(form.creditCode) === null) faults.creditCode = "noCode";
  if (!isNew && numbersOf(form.externalIds).some(({ system, id }) => !isSystem(system) || !isNumber(id)))
    faults.externalIds = "noNumber";
  if (isNew && form.number.trim() !== "" && !isNumber(form.number.trim())) faults.number = "noNumber";
  // As many as may be added by one may have come together from two who corrected it.
  if (form.contacts.length > contactsMax) faults.contacts = "tooManyPeople";
  form.contacts.forEach(({ name, role, phone, needs }, n) => {
    check(`contacts.${n}.name`, name, lengths.who, true);
    check(`contacts.${n}.role`, role, lengths.role);
    if (phone.trim() !== "" && normalisedPhone(phone) === null) faults[`contacts.${n}.phone`] = "noPhone";
    check(`contacts.${n}.needs`, needs, lengths.needs);
  });
  if (isNew)
    form.sites.forEach((site, n) => {
      if (isUntouched(site)) return;
      for (const [field, fault] of Object.entries(siteFaults(site, { isNamed: isNamedSite(form, site) })))
        faults[`sites.${n}.${field}`] = fault;
    });
  return faults;
}

/** The only place of a client needs no name. */
const isNamedSite = ({ sites }: Pick<CustomerForm, "sites">, site: SiteForm): boolean =>
  sites.filter((one) => !isUntouched(one)).length > 1 || site.name.trim() !== "";

const isNumber = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,63}$/.test(text);

const isSystem = (text: string): boolean => /^[a-z][a-z0-9-]{0,19}$/.test(text);

/** `crm:EXT-1、42`: what the system crm calls it, and what the company itself does. */
export const numbersOf = (typed: string): { system: string; id: string }[] =>
  tagsOf(typed).map((number) => {
    const at = number.indexOf(":");
    return at < 0
      ? { system: ownNumbers, id: number }
      : { system: number.slice(0, at).toLowerCase(), id: number.slice(at + 1) };
  });

/** 重点、进口 and 重点 进口 are two tags each. */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、，,;；\s]+/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

/** The system under which a number that people type is kept. */
const ownNumbers = "own";

const orNull = (typed: string): string | null => typed.trim() || null;

/** As it is kept, whichever way it was typed. A phone that is none stays as it was typed. */
export function asKept(as: Began) {
  const form = { ...as, creditCode: as.creditCode ?? "", externalIds: as.externalIds ?? "" };
  const { contacts, ...rest } = particularsOf(form);
  return {
    ...rest,
    externalIds: numbersOf(form.externalIds),
    contacts: contacts.map((contact) => ({ ...contact, phone: contact.phone && keptPhone(contact.phone) })),
  };
}

const keptPhone = (typed: string): string => normalisedPhone(typed) ?? typed;

export type KeptContact = ReturnType<typeof asKept>["contacts"][number];

function particularsOf(form: Corrected) {
  return {
    name: form.name.trim(),
    shortName: form.shortName.trim() || shortNameOf(form.name.trim()),
    industry: orNull(form.industry),
    grade: form.grade,
    stage: form.stage,
    tags: tagsOf(form.tags),
    creditCode: creditCodeOf(form.creditCode) ?? orNull(form.creditCode),
    contacts: form.contacts.map(({ contactId, name, role, phone, needs }) => ({
      contactId,
      name: name.trim(),
      role: orNull(role),
      phone: orNull(phone),
      needs: orNull(needs),
    })),
  };
}

export function createBodyOf(
  form: CustomerForm,
  given: { ownerId: string; today: string; siteName: string },
): BodyOf<"customers.create"> {
  const number = orNull(form.number);
  return {
    commandId: form.commandId,
    customerId: form.customerId,
    externalId: number === null ? null : { system: ownNumbers, id: number },
    ...particularsOf(form),
    owners: [{ memberId: given.ownerId, share: "1" }],
    ownedFrom: given.today,
    coServedByIds: [],
    sites: form.sites
      .filter((site) => !isUntouched(site))
      .map((site) => ({ siteId: site.siteId, ...siteBodyOf(site, given.siteName), ...takenOf(site) })),
  };
}

/** On the client as it stood when the correction began: a draft from before codes and numbers were corrected says nothing about them. */
export function editBodyOf(
  form: CustomerForm,
  commandId: string,
  { mayNumber }: { mayNumber: boolean },
): BodyOf<"customers.edit"> {
  const { creditCode, ...rest } = particularsOf(form);
  const was = form.began?.as;
  return {
    commandId,
    revision: form.began?.revision ?? 0,
    ...rest,
    ...(was?.creditCode !== undefined && { creditCode }),
    ...(mayNumber && was?.externalIds !== undefined && { externalIds: numbersOf(form.externalIds) }),
  };
}
