import type { SaleView } from "@shared/contracts";
import { useSession } from "@/features/session/sessionStore";
import { useMe } from "@/features/session/useMe";
import { notesWords } from "@/texts/areas/main/notes";
import { usePageWords } from "@/texts/pageWords";
import { Words } from "@/ui";

/** What a confirmed sale means, and whom its reader tells where it is wrong. */
export function FinalNote({ sale }: { sale: SaleView }) {
  const { t } = usePageWords(notesWords);
  const memberId = useSession((session) => session.memberId);
  const isFinance = useMe().data?.member.roles.includes("finance");
  const words = t.notes.final;
  if (sale.state !== "confirmed") return null;
  return (
    <Words as="note" tone="quiet" id="sale-final">
      {memberId === sale.rep.memberId ? words.mine : isFinance ? words.finance : words.leader}
    </Words>
  );
}
