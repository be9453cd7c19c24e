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

/** What somebody is by the directory. */
export const byDirectoryText = ({ byDirectory }: Pick<MemberRead, "byDirectory">, t: Texts): string[] =>
  byDirectory.map((role) => t.common.roles[role]);
