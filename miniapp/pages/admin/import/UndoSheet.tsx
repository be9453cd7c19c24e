import { type ImportView, useUndo } from "@/features/imports/useImport";
import { importsWords } from "@/texts/areas/imports";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Sheet, Words } from "@/ui";

/** What taking a table's clients back means, before it is done. */
export function UndoSheet({ view, onClose }: { view: ImportView; onClose: () => void }) {
  const { t } = usePageWords(importsWords);
  const words = t.imports;
  const undo = useUndo(view);
  const count = view.counts.find(({ is }) => is === "created")?.count ?? 0;
  return (
    <Sheet
      id="undo-import"
      title={words.undoTitle({ file: view.fileName, count })}
      onClose={onClose}
      foot={
        <>
          <Button id="undo-not" text={words.undoNot} grow onTap={onClose} />
          <Button
            id="undo-now"
            kind="danger"
            text={words.undoNow}
            grow
            disabled={undo.busy}
            onTap={() => void undo.run(null).then((begun) => begun && onClose())}
          />
        </>
      }
    >
      <Words as="sub">{words.undoMeans}</Words>
      {undo.failure && <ErrorBlock id="undo-failed" failure={undo.failure} />}
    </Sheet>
  );
}
