import { useFix, takeFix } from "@/features/location/useFix";
import { canOpenSettings, openSettings } from "@/features/location/useFix";
import { monotonicMs, serverNow, useTick } from "@/features/time";
import { usePageVisible } from "@/features/query/usePageVisible";
import { useWords } from "@/texts";
import { Button, Card, Row, Words } from "@/ui";

/** Poorer than this is worth a word. */
const weakM = 100;

/** Where this phone is, how sure it is of that, and since when; or why it does not know, and what helps. */
export function FixStrip() {
  const { t, f } = useWords();
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
              {t.field.locating}
            </Words>
          }
        />
      </Card>
    );
  if (taken) {
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
            <Words as="note" tone="quiet">
              {f.ago(monotonicMs() - taken.takenAtMs, serverNow())}
            </Words>
          }
          value={refresh}
        />
      </Card>
    );
  }
  if (!reason) return null;
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
