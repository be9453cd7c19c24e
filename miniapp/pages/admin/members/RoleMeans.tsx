import type { Role } from "@shared/domain/actor";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Words } from "@/ui";
import { roleLines } from "./roleText";

/** What a role brings, for whoever is about to give it: the same that 角色与范围 says. */
export function RoleMeans({ role }: { role: Role }) {
  const words = usePageWords(membersWords);
  return (
    <>
      {roleLines(role, words).map((line) => (
        <Words key={line} as="sub" tone="quiet">
          {line}
        </Words>
      ))}
    </>
  );
}
