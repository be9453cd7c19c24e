import { ageOf, canOpenSettings, openSettings, takeFix, useFix } from "@/features/location/useFix";
import { serverNow, useTick } from "@/features/time";
import { usePageVisible } from "@/features/query/usePageVisible";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Row, Words } from "@/ui";

/** Poorer than this is worth a word. */
const weakM = 100;

/** Where this phone is, how sure it is of that, and since when; or why it does not know, and what helps. */
export function FixStrip() {
  const { t, f } = usePageWords(fieldWords);
  const { taken, reason, locating } = useFix();
  const visible = usePageVisible();
  useTick(1000, visible && taken !== null);
  const refresh = <Button id="refresh-fix" kind="quiet" small text={t.field.refresh} onTap={() => void takeFix(0)} />;
  if (locating)
    return (
      <Card flush>
        <Row
          id="fix"
          text={
            <Words as="sub" tone="quiet" live="polite">
              {t.common.locating}
            </Words>
          }
        />
      </Card>
    );
  const age = taken && ageOf(taken);
  // After a sleep nobody knows how old it is: it is asked for anew, here and at the tap.
  if (taken && age !== null) {
    const { accuracyM } = taken.fix;
    const accuracy = accuracyM === null ? null : f.distance(accuracyM);
    const weak = accuracyM !== null && accuracyM > weakM;
    const text =
      accuracy === null ? t.field.locatedNoAccuracy : weak ? t.field.weak({ accuracy }) : t.field.located({ accuracy });
    return (
      <Card flush>
        <Row
          id="fix"
          text={
            <Words as="sub" tone={weak ? "warn" : "plain"}>
              {text}
            </Words>
          }
          note={
            <Words as="note" tone={reason ? "warn" : "quiet"}>
              {reason && `${t.field.noNewFix[reason]} · `}
              {f.ago(age, serverNow())}
            </Words>
          }
          value={refresh}
        />
      </Card>
    );
  }
  if (!reason && !taken) return null;
  if (!reason)
    return (
      <Card flush>
        <Row
          id="fix"
          text={
            <Words as="sub" tone="warn">
              {t.field.fixTooOld}
            </Words>
          }
          value={refresh}
        />
      </Card>
    );
  const words = reason === "appRefused" && !canOpenSettings ? t.field.noRight.appRefusedH5 : t.field.noRight[reason];
  return (
    <Card id="no-fix" tone="warn">
      <Words live="polite">{words}</Words>
      <Button id="refresh-fix" kind="plain" small text={t.field.refresh} onTap={() => void takeFix(0)} />
      {canOpenSettings && reason === "appRefused" && (
        <Button id="open-settings" kind="plain" small text={t.field.noRight.openSettings} onTap={openSettings} />
      )}
    </Card>
  );
}
