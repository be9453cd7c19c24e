import { open } from "@/features/navigation";
import { leaveActions, type Unsent } from "@/features/session/useLeave";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Sheet, Words } from "@/ui";

interface LeaveSheetProps {
  by: keyof typeof leaveActions;
  unsent: Unsent;
  onClose: () => void;
}

/** Leaving with something that has not arrived: the person says what becomes of it. */
export function LeaveSheet({ by, unsent: { queued, drafts }, onClose }: LeaveSheetProps) {
  const { t } = useWords();
  const words = t.me.leave;
  const leave = leaveActions[by];
  const drop = <Button id="leave-anyway" kind="danger" grow={queued === 0} text={words.anyway} onTap={() => leave()} />;
  return (
    <Sheet
      id="leave-sheet"
      title={queued > 0 ? words.queuedTitle({ count: queued }) : words.title({ count: drafts })}
      onClose={onClose}
      foot={
        <>
          <Button id="leave-not" text={words.stay} onTap={onClose} />
          {queued > 0 ? (
            <Button id="leave-keeping" kind="primary" grow text={words.keep} onTap={() => leave(true)} />
          ) : (
            drop
          )}
        </>
      }
    >
      {queued > 0 && <Words>{words.queuedText}</Words>}
      {drafts > 0 && <Words>{queued > 0 ? words.draftsToo({ count: drafts }) : words.text}</Words>}
      {queued > 0 && (
        <>
          <Button id="leave-upload" text={t.queue.open} onTap={() => open(routes.queue())} />
          {drop}
        </>
      )}
    </Sheet>
  );
}
