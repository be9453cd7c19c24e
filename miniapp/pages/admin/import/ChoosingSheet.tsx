import { type ImportChoices, type ImportView, useChoose } from "@/features/imports/useImport";
import { ErrorBlock, RadioMark, Row, Sheet } from "@/ui";

/** Something about a file that can be said otherwise than it was found. */
export interface Choice {
  id: string;
  title: string;
  options: { value: string; text: string; choices: ImportChoices }[];
  value: string | null;
}

interface ChoosingSheetProps {
  view: ImportView;
  choosing: Choice;
  onClose: () => void;
}

/** Says it; the file is looked at once more. */
export function ChoosingSheet({ view, choosing, onClose }: ChoosingSheetProps) {
  const choose = useChoose(view);
  return (
    <Sheet id="choose-sheet" title={choosing.title} onClose={onClose}>
      {choosing.options.map(({ value, text, choices }, n) => (
        <Row
          key={value}
          id={`choose-${n}`}
          lead={<RadioMark on={value === choosing.value} />}
          text={text}
          label={text}
          checked={value === choosing.value}
          opens={false}
          onTap={() => void choose.run(choices).then((begun) => begun && onClose())}
        />
      ))}
      {choose.failure && <ErrorBlock id="choose-failed" failure={choose.failure} />}
    </Sheet>
  );
}
