import type { SimilarCustomer } from "@/features/customers/useCustomerForm";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { Row, Words } from "@/ui";

/** Clients that the one being typed may be, with why and whose they are. */
export function SimilarRows({
  items,
  onOpen,
  name,
}: {
  items: readonly SimilarCustomer[];
  onOpen: (customerId: string) => void;
  /** Tells two lists on one page apart. */
  name: string;
}) {
  const { t, f } = usePageWords(customerPagesWords);
  const words = t.customerPages.edit;
  return items.map(({ customerId, shortName, ownerNames, sameBy, mine, mayOpen }) => {
    const owners = mine
      ? words.ownedByYou
      : ownerNames.length === 0
        ? t.customers.ownedByNobody
        : words.ownedBy({ names: f.names(ownerNames) });
    const why = f.names(sameBy.map((by) => t.customers.sameBy[by]));
    const note = words.similarRow({ why, owners });
    return (
      <Row
        key={customerId}
        id={`${name}-${customerId}`}
        text={shortName}
        label={f.said(shortName, note)}
        note={
          <Words as="sub" tone="quiet">
            {note}
          </Words>
        }
        {...(mayOpen && { onTap: () => onOpen(customerId) })}
      />
    );
  });
}
