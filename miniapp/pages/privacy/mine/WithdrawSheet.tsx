import { useWithdrawConsent } from "@/features/privacy/usePrivacy";
import { FinalSheet } from "@/components/FinalSheet";
import { privacyWords } from "@/texts/areas/privacy";
import { usePageWords } from "@/texts/pageWords";
import { Words } from "@/ui";

interface WithdrawSheetProps {
  onClose: () => void;
  onDone: (positionsErased: number) => void;
}

/** What follows from taking the consent back, before it is done. */
export function WithdrawSheet({ onClose, onDone }: WithdrawSheetProps) {
  const { t } = usePageWords(privacyWords);
  const words = t.privacy.mine;
  return (
    <FinalSheet
      id="withdraw"
      title={words.withdraw}
      now={words.withdrawNow}
      command={useWithdrawConsent()}
      given={() => ({ given: null })}
      onClose={onClose}
      onDone={({ positionsErased }) => onDone(positionsErased)}
    >
      <Words>{words.follow.erased}</Words>
      <Words>{words.follow.noCheckIn}</Words>
      <Words>{words.follow.kept}</Words>
    </FinalSheet>
  );
}
