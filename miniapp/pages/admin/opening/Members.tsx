import { amountText } from "@shared/domain/moneyText";
import { openingKinds } from "@shared/domain/opening";
import { type OpeningMember, useOpeningMembers } from "@/features/openings/useOpenings";
import { balanceText } from "@/components/balanceText";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Card, Earlier, Loadable, Row, Words } from "@/ui";

/** What the table changes, person by person, with the row of the file for each balance. */
export function Members({ importId }: { importId: string }) {
  const { t } = usePageWords(openingsWords);
  const members = useOpeningMembers(importId);
  return (
    <>
      <Words as="head">{t.openings.members}</Words>
      <Loadable id="opening-members" {...members} onRetry={() => void members.refresh()}>
        {members.items.map((member) => (
          <MemberCard key={member.memberId} of={member} />
        ))}
        <Earlier id="members-more" earlier={members.earlier} />
      </Loadable>
    </>
  );
}

function MemberCard({ of: { memberId, name, sums, balances, isWhole } }: { of: OpeningMember }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const kinds = openingKinds.filter((kind) => balances.some((one) => one.kind === kind));
  return (
    <Card id={`member-${memberId}`} title={name}>
      <Words as="sub">{f.clauses(kinds.map((kind) => `${words.kinds[kind]} ${amountText(sums[kind])}`))}</Words>
      {balances.map((balance) => {
        const { kind, row, amountFen, changeFen } = balance;
        const wasFen = amountFen - changeFen;
        const value =
          wasFen === 0 ? amountText(amountFen) : words.change({ was: amountText(wasFen), is: amountText(amountFen) });
        return (
          <Row
            key={`${row}-${kind}`}
            id={`balance-${row}-${kind}`}
            text={words.kinds[kind]}
            note={balanceText(balance, words.row({ row }), f)}
            value={value}
            label={f.said(words.kinds[kind], value)}
          />
        );
      })}
      {!isWhole && (
        <Words as="note" tone="quiet">
          {words.more}
        </Words>
      )}
    </Card>
  );
}
