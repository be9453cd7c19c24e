import { View } from "@tarojs/components";
import type { SameBy } from "@shared/domain/customerSame";
import { useWords } from "@/texts";
import { Button, Words } from "@/ui";
import "./index.scss";

interface Similar {
  customerId: string;
  shortName: string;
  ownerNames: readonly string[];
  sameBy: readonly SameBy[];
  /** Whether I own it. */
  mine?: boolean | undefined;
}

interface ClientAskedProps {
  /** Of the buttons. */
  id: string;
  items: readonly Similar[];
  /** It is this one, which I serve. */
  onSame: (customerId: string) => void;
  onOther: () => void;
}

/** Whether a client that waits on this phone is one that is known, with one tap for each answer. */
export function ClientAsked({ id, items, onSame, onOther }: ClientAskedProps) {
  const { t, f } = useWords();
  const words = t.customers.waiting;
  return (
    <>
      <Words id={`${id}-asked`} tone="warn">
        {words.asked}
      </Words>
      {items.map(({ customerId, shortName, ownerNames, sameBy, mine }) => {
        const why = f.names(sameBy.map((by) => t.customers.sameBy[by]));
        const owner = ownerNames.length === 0 ? t.customers.ownedByNobody : f.names(ownerNames);
        return (
          <Words key={customerId} as="sub" tone="quiet">
            {mine ? words.mine({ name: shortName, why }) : words.theirs({ name: shortName, why, owner })}
          </Words>
        );
      })}
      <View className="client-asked">
        {items.flatMap(({ customerId, shortName, mine }) =>
          mine
            ? [
                <Button
                  key={customerId}
                  id={`${id}-same-${customerId}`}
                  text={words.same({ name: shortName })}
                  onTap={() => onSame(customerId)}
                />,
              ]
            : [],
        )}
        <Button id={`${id}-other`} text={words.other} onTap={onOther} />
      </View>
    </>
  );
}
