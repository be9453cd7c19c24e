import { useState } from "react";
import type { DeviceView } from "@shared/contracts";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { useDevices } from "@/features/privacy/useDevices";
import { known } from "@/texts";
import { meWords } from "@/texts/areas/main/me";
import { privacyWords } from "@/texts/areas/privacy";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, Page, Words } from "@/ui";
import { RemoveSheet } from "./RemoveSheet";

/** Where have I signed in, and was each of them me? */
export default function Devices() {
  const { t } = usePageWords(meWords, privacyWords);
  const words = t.privacy.devices;
  usePageFrame({ title: t.me.titles.devices });
  const { data, state, failure, refresh } = useDevices();
  usePullDown(refresh);
  const [asked, setAsked] = useState<{ device: DeviceView; isMine: boolean } | null>(null);
  const [removed, setRemoved] = useState<{ isMine: boolean } | null>(null);
  return (
    <Page
      id="page-devices"
      title={t.me.titles.devices}
      over={asked && <RemoveSheet {...asked} onClose={() => setAsked(null)} onDone={setRemoved} />}
    >
      {removed && (
        <Card tone={removed.isMine ? "ok" : "warn"} id="device-removed">
          <Words live="polite">{words.removed}</Words>
          {!removed.isMine && <Words as="sub">{words.changePassword}</Words>}
        </Card>
      )}
      <Loadable id="devices" state={state} failure={failure} onRetry={() => void refresh()}>
        {data?.items.length === 0 && (
          <Card>
            <Empty text={words.none} note={words.noneNote} />
          </Card>
        )}
        {data?.items.map((device) => (
          <Device
            key={device.deviceId}
            device={device}
            onRemove={(isMine) => {
              setRemoved(null);
              setAsked({ device, isMine });
            }}
          />
        ))}
      </Loadable>
      <Words as="note" tone="quiet">
        {words.note}
      </Words>
    </Page>
  );
}

function Device({ device, onRemove }: { device: DeviceView; onRemove: (isMine: boolean) => void }) {
  const { t, f } = usePageWords(privacyWords);
  const words = t.privacy.devices;
  const { deviceId, via, name, firstAt, lastAt, isThis, isNew } = device;
  const marks = [isThis && words.isThis, isNew && words.isNew].filter((mark) => mark !== false);
  return (
    <Card id={`device-${deviceId}`} {...(isNew && !isThis && { tone: "warn" })}>
      <Words as="head">{name ?? words.unnamed}</Words>
      <Words as="sub">{f.said(known(words.via, via), ...marks)}</Words>
      <Words as="sub" tone="quiet">
        {words.first({ at: f.instant(new Date(firstAt)) })}
      </Words>
      <Words as="sub" tone="quiet">
        {words.last({ at: f.instant(new Date(lastAt)) })}
      </Words>
      {!isThis && (
        <>
          <Button id={`not-me-${deviceId}`} kind="danger" text={words.notMe} onTap={() => onRemove(false)} />
          <Button id={`remove-${deviceId}`} kind="quiet" text={words.remove} onTap={() => onRemove(true)} />
        </>
      )}
    </Card>
  );
}
