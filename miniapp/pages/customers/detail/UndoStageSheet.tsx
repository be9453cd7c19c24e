import type { TimelineItemView } from "@shared/contracts";
import { useUndoStage } from "@/features/stages/useStageMove";
import { stageText } from "@/components/stageText";
import { stagesWords } from "@/texts/areas/main/stages";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Sheet, Words } from "@/ui";

/** What taking a change of stage back means, before it is done. */
export function UndoStageSheet({ item, onClose }: { item: TimelineItemView; onClose: () => void }) {
  const { t } = usePageWords(stagesWords);
  const words = t.stages;
  const undo = useUndoStage();
  const { from = "", to = "" } = item.stage ?? {};
  const run = () =>
    void undo.run(item.itemId).then((answer) => {
      if (answer !== null) onClose();
    });
  return (
    <Sheet
      id="undo-stage"
      title={words.undoTitle({ from: stageText(from, t), to: stageText(to, t) })}
      onClose={onClose}
      foot={
        <>
          <Button id="undo-stage-not" text={words.undoNot} grow onTap={onClose} />
          <Button id="undo-stage-now" kind="primary" text={words.undoNow} grow disabled={undo.busy} onTap={run} />
        </>
      }
    >
      <Words>{words.undoText}</Words>
      {undo.failure && <ErrorBlock id="undo-stage-error" failure={undo.failure} onRetry={run} />}
    </Sheet>
  );
}
