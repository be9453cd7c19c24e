import { Text, View } from "@tarojs/components";
import type { OfficeTab } from "@shared/domain/office";
import { usePullDown } from "@/features/navigation";
import { rowOpener } from "@/features/office/openRow";
import { useOfficeRows } from "@/features/office/useOfficeRows";
import { useCan, useRoleShown } from "@/features/session/useMe";
import { officeRowWords } from "@/components/officeRowWords";
import { officeWords } from "@/texts/areas/main/office";
import { usePageWords } from "@/texts/pageWords";
import { Card, Empty, Line, Loadable, Row, ShapeMark, toneOf, Words } from "@/ui";

/** How something stands is seen by its shape, not by its colour alone. */
const shapes = { ok: "tick", attention: "question", fault: "cross" } as const;

/** A tab of an office: at most eight rows with what there is, each opening where it is dealt with. */
export function OfficeTabCard({ tab, title }: { tab: OfficeTab; title: string }) {
  const { t, f } = usePageWords(officeWords);
  const { data, state, failure, refresh } = useOfficeRows(tab);
  const isAuditor = useRoleShown() === "auditor";
  const can = useCan();
  usePullDown(refresh);
  const note = t.office.notes[tab === "closing" && isAuditor ? "closingReads" : tab];
  return (
    <>
      <Card id={`office-${tab}`} flush title={title}>
        <Loadable id={`office-${tab}`} state={state} failure={failure} onRetry={() => void refresh()}>
          {data?.items.length === 0 && <Empty text={t.office.empty} />}
          {data?.items.map((row, index) => {
            const { text, note: below, value, isAsking, is } = officeRowWords(row, { t, f });
            const onTap = rowOpener(row, can);
            return (
              <View key={`${row.kind} ${row.period} ${row.subjectId}`}>
                {index > 0 && <Line />}
                <Row
                  id={`office-row-${index}`}
                  text={text}
                  {...(below && {
                    note: (
                      <Words as="sub" tone="quiet">
                        {below}
                      </Words>
                    ),
                  })}
                  {...(value !== null && {
                    value: is ? (
                      <View className={`mark mark-${toneOf[shapes[is]]}`}>
                        <ShapeMark shape={shapes[is]} />
                        <Text className="mark-word">{value}</Text>
                      </View>
                    ) : (
                      <Words as="head" tone={isAsking ? "warn" : "plain"}>
                        {value}
                      </Words>
                    ),
                  })}
                  label={f.said(text, value, below)}
                  {...(onTap && { onTap })}
                />
              </View>
            );
          })}
        </Loadable>
      </Card>
      <Words as="note" tone="quiet" id={`office-${tab}-note`}>
        {note}
      </Words>
    </>
  );
}
