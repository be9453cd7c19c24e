import { useState } from "react";
import { keepPurpose, lastPurpose } from "@/features/checkIns/purposeMemory";
import { purposes } from "@/features/visits/useVisit";
import { useWords } from "@/texts";
import { Card, Choices } from "@/ui";

/** Why I come: remembered for each client, and already there in the visit record. */
export function PurposeCard({ customerId }: { customerId: string }) {
  const { t } = useWords();
  const [purpose, setPurpose] = useState(() => lastPurpose(customerId));
  return (
    <Card title={t.field.purpose}>
      <Choices
        id="purpose"
        label={t.field.purpose}
        value={purpose}
        options={purposes.map((value) => ({ value, text: t.field.purposes[value] }))}
        onChoose={(value) => {
          setPurpose(value);
          keepPurpose(customerId, value);
        }}
      />
    </Card>
  );
}
