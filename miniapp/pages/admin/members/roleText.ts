import type { Role } from "@shared/domain/actor";
import { rightsOfRoles } from "@shared/domain/roleRights";
import { alwaysSoOn } from "@shared/domain/staff";
import type { MemberRead, MemberRow } from "@/features/staff/useMembers";
import type { Formats } from "@/texts/formats";
import type { Texts } from "@/texts";
import type { membersWords } from "@/texts/areas/members";
import type { TextsWith } from "@/texts/pageWords";

type Held = MemberRow["roles"][number];

/** A role by its name, and of which department. */
export const heldName = ({ role, unitName }: Pick<Held, "role" | "unitName">, t: Texts): string =>
  unitName === null ? t.common.roles[role] : `${unitName} ${t.common.roles[role]}`;

/** The same with when it ends, or begins where it has not. */
export function heldText(
  held: Held,
  today: string,
  { t, f }: { t: TextsWith<typeof membersWords>; f: Formats },
): string {
  const role = heldName(held, t);
  if (held.fromOn > today) return t.members.from({ role, day: f.day(held.fromOn) });
  return held.lastOn === null ? role : t.members.until({ role, day: f.day(held.lastOn) });
}

/** From when until when something is so; null: it has no end, and nobody knows its beginning. */
export function spanText(
  { fromOn, lastOn }: Pick<Held, "fromOn" | "lastOn">,
  { t: { members: words }, f }: { t: TextsWith<typeof membersWords>; f: Formats },
): string | null {
  const isAlways = fromOn <= alwaysSoOn;
  if (lastOn === null) return isAlways ? null : words.placeSince({ from: f.day(fromOn) });
  const to = f.day(lastOn);
  return isAlways ? words.placeUntil({ to }) : words.place({ from: f.day(fromOn), to });
}

/** What a role is for: what it opens, by the table that the policies are held to, and what else there is to say. */
export function roleOpens(
  role: Role,
  { t, f }: { t: TextsWith<typeof membersWords>; f: Formats },
): { opens: string; besides: string } {
  const { rights, texts } = t.members.overview;
  return { opens: f.names(rightsOfRoles[role].map((right) => rights[right])), besides: texts[role].besides };
}

/** The same for whoever is about to give it, line by line. */
export function roleLines(role: Role, words: { t: TextsWith<typeof membersWords>; f: Formats }): string[] {
  const { opens, besides } = roleOpens(role, words);
  const { seesWith, opensWith, besidesWith, texts } = words.t.members.overview;
  return [seesWith({ what: texts[role].sees }), opensWith({ what: opens }), besidesWith({ what: besides })];
}

/** What somebody is by the directory. */
export const byDirectoryText = ({ byDirectory }: Pick<MemberRead, "byDirectory">, t: Texts): string[] =>
  byDirectory.map((role) => t.common.roles[role]);
