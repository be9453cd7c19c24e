import { canonicalJson } from "@shared/domain/canonicalJson";
import { asKept, type ContactForm, type CustomerForm, type KeptContact } from "./customerForm";

/** What is corrected of a client: what two people may change at a time. */
export type Corrected = Pick<
  CustomerForm,
  "name" | "shortName" | "industry" | "grade" | "stage" | "tags" | "creditCode" | "externalIds" | "contacts"
>;

/** The same as it stood when a correction began, perhaps in a draft of a version that corrected less. */
export type Began = Omit<Corrected, "creditCode" | "externalIds"> & Partial<Corrected>;

const fields = ["name", "shortName", "industry", "grade", "stage", "tags", "creditCode", "externalIds"] as const;
export type CorrectedField = (typeof fields)[number];

/** One thing that stands otherwise by now than it did when the correction began: a field, or a person there. */
export interface OtherPart {
  /** `stage`, or `contact:p1`. */
  key: string;
  what: { field: CorrectedField } | { contactName: string };
  /** As typed here; null for a person who is not there. */
  mine: string | null;
  theirs: string | null;
  /** Changed here as well, to something else: the person chooses. */
  isAsked: boolean;
}

export type Choices = Readonly<Record<string, "mine" | "theirs">>;

/**
 * What others have changed while somebody was correcting a client. What is kept alike is the same, however it was typed: what arrived and lost its answer is no
 * change by others.
 * @param began as it stood when the correction began; null where that is not known: then all that differs is asked about
 */
export function changedMeanwhile(began: Began | null, mine: Corrected, theirs: Corrected): OtherPart[] {
  const kept = [began, mine, theirs].map((one) => one && asKept(one));
  const parts = fields.flatMap((field): OtherPart[] => {
    const [was, here, now] = kept.map((one) => one?.[field]);
    if (isSame(now, was) || isSame(now, here)) return [];
    const isAsked = !isSame(here, was);
    return [{ key: field, what: { field }, mine: mine[field], theirs: theirs[field], isAsked }];
  });
  const ids = new Set([...theirs.contacts, ...mine.contacts].map(({ contactId }) => contactId));
  for (const { contactId } of began?.contacts ?? []) ids.add(contactId);
  const people = [...ids].flatMap((contactId): OtherPart[] => {
    const [was, here, now] = kept.map((one) => contactIn<KeptContact>(one, contactId));
    if (isSame(now, was) || isSame(now, here)) return [];
    const contactName = now?.name ?? here?.name ?? was?.name ?? "";
    return [
      {
        key: `contact:${contactId}`,
        what: { contactName },
        mine: textOf(contactIn(mine, contactId)),
        theirs: textOf(contactIn(theirs, contactId)),
        isAsked: !isSame(here, was),
      },
    ];
  });
  return [...parts, ...people];
}

/** One of both: what only one has changed is as that one wrote it, what both have as was chosen. */
export function mergedOf(mine: Corrected, theirs: Corrected, parts: readonly OtherPart[], choices: Choices): Corrected {
  const takesTheirs = new Set(
    parts.filter(({ key, isAsked }) => !isAsked || choices[key] === "theirs").map(({ key }) => key),
  );
  const from = (field: CorrectedField) => (takesTheirs.has(field) ? theirs : mine);
  const merged = mine.contacts.flatMap((contact): ContactForm[] => {
    if (!takesTheirs.has(`contact:${contact.contactId}`)) return [contact];
    const now = contactIn(theirs, contact.contactId);
    return now ? [now] : [];
  });
  const here = new Set(mine.contacts.map(({ contactId }) => contactId));
  const added = theirs.contacts.filter(
    ({ contactId }) => !here.has(contactId) && takesTheirs.has(`contact:${contactId}`),
  );
  return {
    name: from("name").name,
    shortName: from("shortName").shortName,
    industry: from("industry").industry,
    grade: from("grade").grade,
    stage: from("stage").stage,
    tags: from("tags").tags,
    creditCode: from("creditCode").creditCode,
    externalIds: from("externalIds").externalIds,
    contacts: [...merged, ...added],
  };
}

const contactIn = <Contact extends { contactId: string }>(
  one: { contacts: readonly Contact[] } | null | undefined,
  id: string,
): Contact | undefined => one?.contacts.find(({ contactId }) => contactId === id);

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const textOf = (contact: ContactForm | undefined): string | null =>
  contact ? [contact.name, contact.role, contact.phone, contact.needs].filter((part) => part !== "").join(" · ") : null;
