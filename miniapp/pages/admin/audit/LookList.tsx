import { View } from "@tarojs/components";
import { usePullDown } from "@/features/navigation";
import { type LooksSought, useAllLooks } from "@/features/office/useAllLooks";
import { auditWords } from "@/texts/areas/audit";
import { usePageWords } from "@/texts/pageWords";
import { Card, Earlier, Empty, Line, Loadable, Page, Row, Words } from "@/ui";
import { lookNote, lookText } from "./lookText";
import { SoughtCard } from "./SoughtCard";

/** The list of a phone: each look a sentence, with when and by which request. */
export function LookList({ sought }: { sought: LooksSought }) {
  const { t, f } = usePageWords(auditWords);
  const words = t.audit;
  const list = useAllLooks(sought);
  usePullDown(list.refresh);
  return (
    <Page id="page-audit" title={words.title}>
      <SoughtCard sought={sought} />
      <Loadable id="audit-looks" state={list.state} failure={list.failure} onRetry={() => void list.refresh()}>
        {list.items.length === 0 ? (
          <Card>
            <Empty text={words.empty} note={words.emptyNote} />
          </Card>
        ) : (
          <Card id="audit-list" flush>
            {list.items.map((look, index) => (
              <View key={look.lookId}>
                {index > 0 && <Line />}
                <Row
                  id={`audit-look-${index}`}
                  text={lookText(look, { t, f })}
                  note={
                    <Words as="note" tone="quiet">
                      {lookNote(look, { t, f })}
                    </Words>
                  }
                />
              </View>
            ))}
          </Card>
        )}
        <Earlier id="audit-earlier" earlier={list.earlier} />
      </Loadable>
      <Words as="note" tone="quiet">
        {words.note}
      </Words>
    </Page>
  );
}
