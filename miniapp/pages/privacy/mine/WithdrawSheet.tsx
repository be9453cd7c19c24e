import { useWithdrawConsent } from "@/features/privacy/usePrivacy";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Sheet, Words } from "@/ui";

/** What follows from taking the consent back, before it is done. */
export function WithdrawSheet({ onClose, onDone }: { onClose: () => void; onDone: (positionsErased: number) => void }) {
  const { t } = usePageWords();
  const words = t.privacy.mine;
  const withdraw = useWithdrawConsent();

  async function confirm() {
    const answer = await withdraw.run(null);
    if (!answer) return;
    onDone(answer.positionsErased);
    onClose();
  }

  return (
    <Sheet
      id="withdraw-sheet"
      title={words.withdraw}
      onClose={onClose}
      foot={
        <>
          <Button id="withdraw-not" text={t.common.cancel} onTap={onClose} />
          <Button
            id="withdraw-confirm"
            kind="danger"
            grow
            text={words.withdrawNow}
            disabled={withdraw.busy}
            onTap={() => void confirm()}
          />
        </>
      }
    >
      <Words>{words.follow.erased}</Words>
      <Words>{words.follow.noCheckIn}</Words>
      <Words>{words.follow.kept}</Words>
      {withdraw.failure && <ErrorBlock id="withdraw-error" failure={withdraw.failure} />}
    </Sheet>
  );
}
