import type { CustomerView } from "@shared/contracts";
import { questionWordMax } from "@shared/domain/visitQuestion";
import { tidiedLine } from "@shared/domain/tidyText";
import { useAskColleague } from "@/features/customers/askColleague";
import { AskColleague } from "@/components/AskColleague";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, TextField, Words } from "@/ui";

interface AlsoThereProps {
  customer: CustomerView;
  /** Why one goes there although the colleague would rather that one did not; null: nobody has to say. */
  why: { text: string; isMissing: boolean; change: (text: string) => void } | null;
}

/** Before the tap: who else works this client, so that two do not go there without knowing of each other. */
export function AlsoThere({ customer, why }: AlsoThereProps) {
  const { t, f } = usePageWords(fieldWords);
  const { shortName: client, otherThere = null, otherOwners = [], asked = null } = customer;
  const ask = useAskColleague(customer, otherThere?.byName ?? otherOwners[0]?.name ?? "");
  if (otherThere === null && otherOwners.length === 0 && asked === null) return null;
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
      <AskColleague {...ask} />
      {why && (
        <TextField
          id="ask-why"
          required
          label={t.field.ask.why}
          hint={t.field.ask.whyHint}
          lengthMax={questionWordMax}
          value={why.text}
          fault={why.isMissing ? t.field.ask.whyMissing : null}
          onChange={(typed) => why.change(tidiedLine(typed))}
        />
      )}
    </Card>
  );
}
