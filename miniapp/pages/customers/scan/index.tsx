import { useEffect } from "react";
import { useCodeScan } from "@/features/checkIns/useCodeScan";
import { questionWordMax } from "@shared/domain/visitQuestion";
import { tidiedLine } from "@shared/domain/tidyText";
import type { Place } from "@/features/customers/places";
import { usePlaces } from "@/features/customers/useCustomers";
import { useReasonToGo } from "@/features/customers/useReasonToGo";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { takeFix } from "@/features/location/useFix";
import { back, open, replace, reveal } from "@/features/navigation";
import { usePageVisible } from "@/features/query/usePageVisible";
import { useConsent } from "@/features/session/useConsent";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { siteCodeWords } from "@/texts/areas/siteCode";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, ErrorBlock, Loadable, Page, TextField, Words } from "@/ui";

/** To check in at a client's place by the code that hangs there. */
export default openedWith({ id: "id", site: "id" }, ScanCode);

function ScanCode({ id, site }: { id: string; site: string }) {
  const { t } = usePageWords(siteCodeWords);
  const words = t.siteCode.scan;
  usePageFrame({ title: words.title });
  const served = usePlaces();
  const place = served.places.find((one) => one.customer.customerId === id && one.site.siteId === site);
  if (place) return <AtPlace place={place} places={served.places} />;
  return (
    <Page id="page-scan" title={words.title}>
      <Card>
        <Loadable id="scan" state={served.state} failure={served.failure} onRetry={() => void served.refresh()}>
          <Empty
            text={words.gone}
            action={{ id: "scan-back", text: t.common.back, onTap: () => back(routes.checkIn()) }}
          />
        </Loadable>
      </Card>
    </Page>
  );
}

function AtPlace({ place, places }: { place: Place; places: readonly Place[] }) {
  const { t, f } = usePageWords(fieldWords, siteCodeWords);
  const words = t.siteCode.scan;
  const { accepted } = useConsent();
  const visible = usePageVisible();
  useEffect(() => {
    // As on 打卡: when the page shows, and where that was agreed to.
    if (visible && accepted) void takeFix();
  }, [visible, accepted]);
  const { canScan, scan, busy, other, reason, failure } = useCodeScan(place, places);
  const toGo = useReasonToGo(place.customer);
  const asksFirst = accepted === false;
  async function scanAndGo() {
    if (!toGo.check()) return reveal("ask-why");
    if (!(await scan())) return;
    toGo.say();
    back(routes.checkIn());
  }
  const far = place.distanceM === null ? null : f.distance(place.distanceM);
  return (
    <Page
      id="page-scan"
      title={words.title}
      bar={
        canScan ? (
          <Button
            id="scan"
            kind="primary"
            grow
            text={busy ? words.busy : asksFirst ? t.field.consentFirst : words.scan}
            disabled={busy}
            onTap={() => {
              if (asksFirst) open(routes.consent());
              else void scanAndGo();
            }}
          />
        ) : (
          <Button id="scan-back" kind="primary" grow text={words.back} onTap={() => back(routes.checkIn())} />
        )
      }
    >
      {failure && (
        <Card>
          <ErrorBlock id="scan-error" failure={failure} />
        </Card>
      )}
      {(other || reason) && (
        <Card id="scan-other" tone="warn">
          <Words live="polite">
            {other
              ? other.kind === "elsewhere"
                ? words.elsewhere({ name: other.place.name })
                : words.notOurs
              : reason && words.failed[reason]}
          </Words>
          {other?.kind === "elsewhere" && (
            <Button
              id="scan-there"
              kind="plain"
              text={words.there({ name: other.place.name })}
              onTap={() =>
                replace(routes.scanCode({ id: other.place.customer.customerId, site: other.place.site.siteId }))
              }
            />
          )}
        </Card>
      )}
      {!canScan && (
        <Card id="scan-unsupported" tone="warn">
          <Words>{words.failed.unsupported}</Words>
        </Card>
      )}
      {toGo.why && (
        <Card>
          <TextField
            id="ask-why"
            required
            label={t.field.ask.why}
            hint={t.field.ask.whyHint}
            lengthMax={questionWordMax}
            value={toGo.why.text}
            fault={toGo.why.isMissing ? t.field.ask.whyMissing : null}
            onChange={(typed) => toGo.why?.change(tidiedLine(typed))}
          />
        </Card>
      )}
      <Card id="scan-place" title={place.name}>
        <Words>{words.what}</Words>
        <Words as="sub" id="scan-brings">
          {words.brings[place.preview ?? "unverified"]}
        </Words>
        {far !== null && (
          <Words as="note" tone="quiet">
            {words.far({ distance: far })}
          </Words>
        )}
      </Card>
    </Page>
  );
}
