/** People named one after the other, as a person types them. */
const between = /[、,，;；]/;
const joined = "、";

export const namesIn = (people: string): string[] =>
  people
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Somebody of a client, with the name that they had there. */
export interface ClientContact {
  contactId: string;
  name: string;
}

/** Those of a client's contacts whom a text names; of two of one name nobody can say which it is. */
export const contactsNamed = (people: string, contacts: readonly ClientContact[]): ClientContact[] =>
  [...new Set(namesIn(people))].flatMap((name) => {
    const ofName = contacts.filter((contact) => contact.name === name);
    return ofName.length === 1 ? ofName : [];
  });

/** The people of a text whom a client does not know. */
export const strangersIn = (people: string, names: readonly string[]): string[] =>
  [...new Set(namesIn(people))].filter((name) => !names.includes(name));

/** The same people with one more; without one who is among them already. What was typed beside stays. */
export function withPerson(people: string, name: string): string {
  const names = namesIn(people);
  return (names.includes(name) ? names.filter((one) => one !== name) : [...names, name]).join(joined);
}
