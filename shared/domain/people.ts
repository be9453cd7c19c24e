/** People named one after the other, as a person types them. */
const between = /[、,，;；]/;
const joined = "、";

export const namesIn = (people: string): string[] =>
  people
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** The same people with one more; without one who is among them already. What was typed beside stays. */
export function withPerson(people: string, name: string): string {
  const names = namesIn(people);
  return (names.includes(name) ? names.filter((one) => one !== name) : [...names, name]).join(joined);
}
