import { View } from "@tarojs/components";
import type { DuplicatePair } from "@/features/customers/useDuplicates";
import { CustomerRow } from "@/components/CustomerRow";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Line, Row } from "@/ui";
import "./index.scss";

interface PairCardProps {
  pair: DuplicatePair;
  busy: boolean;
  /** What would become of both. */
  onLook: (customerId: string, otherId: string) => void;
  onOpen: (customerId: string) => void;
  onDecide: (isDifferent: boolean) => void;
}

/** Two clients that may be one: why, whose they are, where, and what can be said about it. */
export function PairCard({ pair, busy, onLook, onOpen, onDecide }: PairCardProps) {
  const { t, f } = usePageWords(customerPagesWords);
  const words = t.customerPages.duplicates;
  const { pairId, sides, sameBy, decided } = pair;
  const [a, b] = sides;
  const names = f.names(sides.map(({ shortName }) => shortName));
  const why = f.names(sameBy.map((by) => t.customers.sameBy[by]));
  return (
    <Card id={`pair-${pairId}`} title={why} flush>
      {sides.map(({ customerId, name, address, ownerNames }) => {
        const owner =
          ownerNames.length === 0
            ? t.customers.ownedByNobody
            : t.customerPages.edit.ownedBy({ names: f.names(ownerNames) });
        return (
          <CustomerRow
            key={customerId}
            id={`side-${customerId}`}
            {...{ name, address }}
            about={owner}
            onTap={() => onOpen(customerId)}
          />
        );
      })}
      <Line />
      {decided ? (
        <>
          <Row text={words.decided({ name: decided.byName, day: f.day(decided.on) })} />
          <View className="pair-buttons">
            <Button
              id={`undo-${pairId}`}
              text={words.undo}
              label={f.said(words.undo, names)}
              disabled={busy}
              onTap={() => onDecide(false)}
            />
          </View>
        </>
      ) : (
        <View className="pair-buttons">
          <Button
            id={`same-${pairId}`}
            text={words.same}
            label={f.said(words.same, names)}
            disabled={busy || !a || !b}
            onTap={() => a && b && onLook(a.customerId, b.customerId)}
          />
          <Button
            id={`different-${pairId}`}
            text={words.different}
            label={f.said(words.different, names)}
            disabled={busy}
            onTap={() => onDecide(true)}
          />
        </View>
      )}
    </Card>
  );
}
