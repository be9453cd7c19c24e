import { type Cell, isError, isFormula, isNumber, plainNumber, saysNothing } from "./cell";
import { held, isHeld, read, type Reading } from "./reading";
import { comparedName, readId, readLine } from "./texts";

/** What a table can name a colleague by. */
export interface KnownMember {
  /** Employee number, exact text: 00123 and 123 are two. Empty where the company has given none. */
  number: string;
  name: string;
  /** The account in the work messenger. */
  userid: string;
}

/** Middle dots of all kinds do not count in a name. */
export const comparedMemberName = (name: string): string => comparedName(name).replace(/[·•‧∙⋅・･.．]/g, "");

const withoutZeros = (number: string): string => number.replace(/^0+(?=.)/, "");

/** How a company's members are found by what tables say of them. */
export interface MemberFinder<M extends KnownMember> {
  byNumber(number: string): M | undefined;
  /** Those whose number is the same but for zeros in front. */
  alike(number: string): readonly M[];
  byName(name: string): readonly M[];
  byAccount(account: string): M | undefined;
}

export function memberFinder<M extends KnownMember>(members: readonly M[]): MemberFinder<M> {
  const grouped = (keyOf: (member: M) => string) => {
    const found = new Map<string, M[]>();
    for (const member of members) {
      const key = keyOf(member);
      if (key !== "") found.set(key, [...(found.get(key) ?? []), member]);
    }
    return found;
  };
  const numbers = grouped((member) => member.number);
  const alike = grouped((member) => withoutZeros(member.number));
  const names = grouped((member) => comparedMemberName(member.name));
  const accounts = grouped((member) => member.userid.toLowerCase());
  return {
    byNumber: (number) => numbers.get(number)?.[0],
    alike: (number) => (/^\d+$/.test(number) ? (alike.get(withoutZeros(number)) ?? []) : []),
    byName: (name) => names.get(comparedMemberName(name)) ?? [],
    byAccount: (account) => accounts.get(account.toLowerCase())?.[0],
  };
}

/** Which of the cells a refusal is about. */
export type MemberReading<M> = Reading<M> & { about?: "name" };

const all = (members: readonly KnownMember[]): string[] => members.map((member) => member.number);

/** Who is meant by a number, with the name beside it where the table has one; by name alone where it has no number. */
export function readMember<M extends KnownMember>(
  finder: MemberFinder<M>,
  numberCell: Cell | undefined,
  nameCell?: Cell,
): MemberReading<M> {
  const name = readLine(nameCell, 100);
  const stated = isHeld(name) ? null : name.value;
  if (saysNothing(numberCell))
    return stated === null ? held("member_missing") : { ...byName(finder, stated), about: "name" };
  if (isError(numberCell)) return held("formula_error");
  if (isFormula(numberCell)) return held("formula_without_value");
  const found = byNumber(finder, numberCell ?? "", stated);
  return isHeld(found) || stated === null ? found : agreeing(finder, found, stated);
}

function byName<M extends KnownMember>(finder: MemberFinder<M>, name: string): Reading<M> {
  const [member, other] = finder.byName(name);
  if (!member) return held("member_unknown");
  return other ? held("member_ambiguous", { candidates: all(finder.byName(name)) }) : read(member);
}

function byNumber<M extends KnownMember>(finder: MemberFinder<M>, cell: Cell, stated: string | null): Reading<M> {
  const id = readId(cell);
  if (isHeld(id)) return id;
  const text = id.value;
  const alike = finder.alike(text);
  const exact = finder.byNumber(text);
  if (isNumber(cell)) {
    // A number cell has no zeros of its own: whether 123 is 00123 its file cannot say.
    const [member, other] = alike;
    if (!member) return held("member_unknown");
    if (other) return held("member_ambiguous", { candidates: all(alike) });
    const shown = member.number === text || (cell.format !== "" && member.number === plainNumber(cell.number));
    return shown ? read(member) : read(member, "number_padded");
  }
  if (exact) return read(exact);
  const [member, other] = alike;
  // Zeros that are lost are believed where the name says so, too.
  if (member && !other && stated !== null && comparedMemberName(member.name) === comparedMemberName(stated)) {
    return read(member, "number_padded");
  }
  // People write a name where a number is asked for.
  return finder.byName(text).length > 0 ? byName(finder, text) : held("member_unknown");
}

function agreeing<M extends KnownMember>(
  finder: MemberFinder<M>,
  found: { value: M; notices: never[] } | Extract<Reading<M>, { value: M }>,
  stated: string,
): MemberReading<M> {
  if (comparedMemberName(found.value.name) === comparedMemberName(stated)) return found;
  const others = finder.byName(stated);
  if (others.length === 0) return { ...held("name_differs", { other: found.value.name }), about: "name" };
  return held("name_differs", { candidates: [found.value.number, ...all(others)] });
}

/** Who has this account; letters of either case are the same. */
export function readAccount<M extends KnownMember>(finder: MemberFinder<M>, cell: Cell | undefined): Reading<M> {
  const account = readLine(cell, 100);
  if (isHeld(account)) return account;
  if (account.value === null) return held("member_missing");
  const member = finder.byAccount(account.value);
  return member ? read(member) : held("member_unknown");
}
