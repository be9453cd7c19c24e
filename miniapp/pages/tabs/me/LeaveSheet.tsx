import { leaveActions } from "@/features/session/useLeave";
import { useWords } from "@/texts";
import { Button, Sheet, Words } from "@/ui";

interface LeaveSheetProps {
  by: keyof typeof leaveActions;
  /** How much of one's own has not been sent. */
  unsent: number;
  onClose: () => void;
}

/** Leaving takes what was written and not sent along: that is said before. */
export function LeaveSheet({ by, unsent, onClose }: LeaveSheetProps) {
  const { t } = useWords();
  return (
    <Sheet
      id="leave-sheet"
      title={t.me.leave.title({ count: unsent })}
      onClose={onClose}
      foot={
        <>
          <Button id="leave-not" text={t.me.leave.stay} onTap={onClose} />
          <Button id="leave-anyway" kind="danger" grow text={t.me.leave.anyway} onTap={() => void leaveActions[by]()} />
        </>
      }
    >
      <Words>{t.me.leave.text}</Words>
    </Sheet>
  );
}
