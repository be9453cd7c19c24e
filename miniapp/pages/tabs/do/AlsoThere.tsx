import type { CustomerView } from "@shared/contracts";
import { useWords } from "@/texts";
import { Card, Words } from "@/ui";

/** Before the tap: who else works this client, so that two do not go there without knowing of each other. */
export function AlsoThere({ customer }: { customer: CustomerView }) {
  const { t, f } = useWords();
  const { shortName: client, otherThere = null, otherOwners = [] } = customer;
  if (otherThere === null && otherOwners.length === 0) return null;
  return (
    <Card id="also-there" {...(otherThere && { tone: "warn" as const })}>
      {otherThere && (
        <Words live="polite">{t.field.alsoThere({ client, name: otherThere.byName, day: f.day(otherThere.on) })}</Words>
      )}
      {otherOwners.length > 0 && (
        <Words as="sub" tone="quiet">
          {t.field.alsoOwned({
            client,
            names: f.names(otherOwners.map(({ name, from }) => t.field.ownerSince({ name, day: f.day(from) }))),
          })}
        </Words>
      )}
    </Card>
  );
}
