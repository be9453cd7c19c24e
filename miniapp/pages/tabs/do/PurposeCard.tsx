import { useState } from "react";
import { keepPurpose, lastPurpose } from "@/features/checkIns/purposeMemory";
import { keepType, useLastType } from "@/features/checkIns/typeMemory";
import { useTypeWords, useVisitTypes } from "@/features/visits/useVisitTypes";
import { purposes, typeAmong } from "@/features/visits/visitForm";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices } from "@/ui";

/** Why I come, and what kind of visit it is: remembered for each client, and already there in the visit record. */
export function PurposeCard({ customerId }: { customerId: string }) {
  const { t } = usePageWords(fieldWords);
  const wordOf = useTypeWords();
  const [purpose, setPurpose] = useState(() => lastPurpose(customerId));
  const lastType = useLastType();
  const [typeId, setTypeId] = useState<string | null>(null);
  const types = useVisitTypes();
  return (
    <>
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
      {types.length > 1 && (
        <Card title={t.field.visitType}>
          <Choices
            id="type"
            label={t.field.visitType}
            value={typeAmong(types, typeId ?? lastType(customerId)).typeId}
            options={types.map((type) => ({ value: type.typeId, text: wordOf(type.name) }))}
            onChoose={(value) => {
              setTypeId(value);
              keepType(customerId, value);
            }}
          />
        </Card>
      )}
    </>
  );
}
