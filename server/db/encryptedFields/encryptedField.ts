import { decrypt, encrypt } from "./cipher";
import type { FieldKeys } from "./fieldKeys";

/**
 * A field that is stored encrypted, as its model declares it. Beside it the document has one field for each blind index: a
 * keyed hash by which equal values are found without reading any.
 *
 * What a blind index gives away to somebody who has the database and no key: which documents of this collection have the same
 * value, and how often. For whole phone numbers that is next to nothing. An index of the last four digits has 10,000 values:
 * whoever sees it learns that two people share them, but not which they are, since without the key none of the 10,000 can be
 * tried; its key is its own, so that it cannot be compared with any other field. Whoever has the key as well can read the
 * numbers themselves anyway.
 */
export interface EncryptedField<Name extends string = string, Index extends string = string> {
  collection: string;
  field: Name;
  /** What each blind index is made of: the value itself, or a part of it; null where the value has no such part. */
  indexes: Record<Index, (value: string) => string | null>;
}

const declared: EncryptedField[] = [];

/** Declares a field, at the top of its model's file. `npm run keys:rotate` finds it by that. */
export function encryptedField<Name extends string, Index extends string>(
  field: EncryptedField<Name, Index>,
): EncryptedField<Name, Index> {
  declared.push(field);
  return field;
}

/** Every field that this process has loaded the model of. */
export const encryptedFields = (): readonly EncryptedField[] => declared;

/**
 * What is stored for a value, indexes included: a part of an update or a new document.
 * @param value in the one form in which equal values are equal texts; null empties the field
 */
export function sealed<Name extends string, Index extends string>(
  keys: FieldKeys,
  field: EncryptedField<Name, Index>,
  id: string,
  value: string | null,
  newIv?: () => Buffer,
): Record<Name | Index, string | null> {
  const place = { collection: field.collection, field: field.field, id };
  const entries: [string, string | null][] = [
    [field.field, value === null ? null : encrypt(keys, place, value, newIv)],
    ...Object.keys(field.indexes).map((index): [string, string | null] => {
      // Its names are the type parameter.
      const part = value === null ? null : field.indexes[index as Index](value);
      return [index, part === null ? null : indexValue(keys.current, field, index, part)];
    }),
  ];
  // The names above are those of the type.
  return Object.fromEntries(entries) as Record<Name | Index, string | null>;
}

/** The value of a document as it is stored; null where there is none. @throws FieldError */
export function opened<Name extends string>(
  keys: FieldKeys,
  field: Pick<EncryptedField<Name>, "collection" | "field">,
  record: { _id: string } & { [name in Name]?: string | null },
): string | null {
  const stored = record[field.field] ?? null;
  return stored === null ? null : decrypt(keys, { ...field, id: record._id }, stored);
}

/** A filter for documents with this value, whichever of our keys they were written with. The index is the model's. */
export function sealedFilter<Index extends string>(
  keys: FieldKeys,
  field: EncryptedField<string, Index>,
  index: NoInfer<Index>,
  part: string,
): Record<Index, { $in: string[] }> {
  const values = keys.all.map((key) => indexValue(key, field, index, part));
  return { [index]: { $in: values } } as Record<Index, { $in: string[] }>; // the one name
}

function indexValue(key: FieldKeys["current"], { collection }: EncryptedField, index: string, part: string): string {
  return `${key.id}.${key.hash(`${collection}.${index}`, part)}`;
}
