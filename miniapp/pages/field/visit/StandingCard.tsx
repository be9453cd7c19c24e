import { View } from "@tarojs/components";
import type { VisitView } from "@shared/contracts";
import { visitStanding } from "@shared/domain/visit";
import { useWords } from "@/texts";
import { Card, StatusMark, Words } from "@/ui";
import { useReasonWords } from "./useReasonWords";
import "./index.scss";

/** Whether a visit counts, and why, in the same words whenever it is looked at. */
export function StandingCard({ id, visit }: { id: string; visit: VisitView }) {
  const { t } = useWords();
  const reason = useReasonWords(visit);
  const standing = visitStanding(visit);
  return (
    <Card id={id} tone={standing === "effective" ? "ok" : "warn"}>
      <View className="visit-done">
        <StatusMark about="visit" is={standing} />
        <View className="visit-done-reason">
          <Words live="polite" id="visit-verdict">
            {reason ?? t.field.visit.standing[standing]}
          </Words>
        </View>
      </View>
    </Card>
  );
}
