import type { DeviceView } from "@shared/contracts";
import { useRemoveDevice } from "@/features/privacy/useDevices";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Sheet, Words } from "@/ui";

/** What follows from taking a device off the list, before it is done. */
export function RemoveSheet({
  device,
  isMine,
  onClose,
  onDone,
}: {
  device: DeviceView;
  isMine: boolean;
  onClose: () => void;
  onDone: (done: { isMine: boolean }) => void;
}) {
  const { t } = usePageWords();
  const words = t.privacy.devices;
  const removal = useRemoveDevice();

  async function confirm() {
    const answer = await removal.run({ deviceId: device.deviceId, isMine });
    if (!answer) return;
    onDone({ isMine });
    onClose();
  }

  return (
    <Sheet
      id="remove-device"
      title={isMine ? words.remove : words.notMe}
      onClose={onClose}
      foot={
        <>
          <Button id="remove-device-not" text={t.common.cancel} onTap={onClose} />
          <Button
            id="remove-device-confirm"
            kind="danger"
            grow
            text={words.removeNow}
            disabled={removal.busy}
            onTap={() => void confirm()}
          />
        </>
      }
    >
      <Words as="head">{device.name ?? words.unnamed}</Words>
      <Words>{words.follow.ended}</Words>
      <Words>{words.follow.kept}</Words>
      <Words>{isMine ? words.follow.again : words.changePassword}</Words>
      {removal.failure && <ErrorBlock id="remove-device-error" failure={removal.failure} />}
    </Sheet>
  );
}
