import { View } from "@tarojs/components";
import type { CustomerView } from "@shared/contracts";
import { stand, stands, useStand } from "@/features/demo/stand";
import { takeFix } from "@/features/location/useFix";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Words } from "@/ui";
import "./index.scss";

/** Demo in a browser only: where this phone stands. */
export function DemoPanel({ customers }: { customers: readonly CustomerView[] }) {
  const { t } = usePageWords(fieldWords);
  const { stand: where, customerId } = useStand();
  const move = (change: Parameters<typeof stand>[0]) => {
    stand(change, customers);
    void takeFix(0);
  };
  return (
    <Card id="demo-panel" title={t.field.demo.title}>
      <Choices
        id="demo-stand"
        label={t.field.demo.short}
        value={where}
        options={stands.map((value) => ({ value, text: t.field.demo[value] }))}
        onChoose={(value) => move({ stand: value })}
      />
      {where !== "browser" && where !== "noFix" && (
        <View className="demo-part">
          <Choices
            id="demo-client"
            label={t.common.tabs.customers}
            value={customerId ?? customers[0]?.customerId ?? null}
            options={customers.map((customer) => ({ value: customer.customerId, text: customer.shortName }))}
            onChoose={(value) => move({ customerId: value })}
          />
        </View>
      )}
      <View className="demo-part">
        <Words as="note" tone="quiet">
          {t.field.demo.note}
        </Words>
      </View>
    </Card>
  );
}
