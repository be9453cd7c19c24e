import type { DeviceView } from "@shared/contracts";
import { useRemoveDevice } from "@/features/privacy/useDevices";
import { FinalSheet } from "@/components/FinalSheet";
import { privacyWords } from "@/texts/areas/privacy";
import { usePageWords } from "@/texts/pageWords";
import { Words } from "@/ui";

interface RemoveSheetProps {
  device: DeviceView;
  isMine: boolean;
  onClose: () => void;
  onDone: (done: { isMine: boolean }) => void;
}

/** What follows from taking a device off the list, before it is done. */
export function RemoveSheet({ device, isMine, onClose, onDone }: RemoveSheetProps) {
  const { t } = usePageWords(privacyWords);
  const words = t.privacy.devices;
  return (
    <FinalSheet
      id="remove-device"
      title={isMine ? words.remove : words.notMe}
      now={words.removeNow}
      command={useRemoveDevice()}
      given={() => ({ given: { deviceId: device.deviceId, isMine } })}
      onClose={onClose}
      onDone={() => onDone({ isMine })}
    >
      <Words as="head">{device.name ?? words.unnamed}</Words>
      <Words>{words.follow.ended}</Words>
      <Words>{words.follow.kept}</Words>
      <Words>{isMine ? words.follow.again : words.changePassword}</Words>
    </FinalSheet>
  );
}
