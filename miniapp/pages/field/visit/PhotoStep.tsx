import { visitTypeLimits } from "@shared/domain/visitType";
import { useCamera } from "@/features/photo/useCamera";
import { useFormFiles, useKeptAddress } from "@/features/photo/useFormFiles";
import type { FormFile } from "@/features/visits/visitForm";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Button, FieldFrame, Photo, Words } from "@/ui";

interface PhotoStepProps {
  id: string;
  label: string;
  required: boolean;
  fault: string | null;
  files: readonly FormFile[];
  onChange: (files: FormFile[]) => void;
}

/** Photos that are taken here and now, some of them. */
export function PhotoStep({ id, label, required, fault, files, onChange }: PhotoStepProps) {
  const words = usePageWords(visitStepsWords).t.visitSteps.photos;
  const { add, remove } = useFormFiles(files, onChange);
  const camera = useCamera((taken) => add(taken));
  const max = visitTypeLimits.photos;
  return (
    <FieldFrame id={id} {...{ label, required, fault }} aside={words.count({ count: files.length, max })}>
      {files.map((file, n) => (
        <TakenFile
          key={file.fileId}
          id={`${id}-${n}`}
          file={file}
          label={words.nth({ n: n + 1 })}
          removeText={words.remove({ n: n + 1 })}
          onRemove={() => remove(file)}
        />
      ))}
      {files.length < max && (
        <Button
          id={id}
          kind="plain"
          text={words[files.length === 0 ? "take" : "takeMore"]}
          disabled={camera.busy}
          onTap={camera.take}
        />
      )}
      <Words as="note" tone={camera.reason ? "warn" : "quiet"} live="polite" id={`${id}-note`}>
        {camera.reason ? words.failed[camera.reason] : words.note}
      </Words>
    </FieldFrame>
  );
}

interface TakenFileProps {
  id: string;
  file: FormFile;
  label: string;
  removeText: string;
  onRemove: () => void;
}

/** One that was taken, as far as this phone has it, and a way to take it out again. */
export function TakenFile({ id, file, label, removeText, onRemove }: TakenFileProps) {
  const words = usePageWords(visitStepsWords).t.visitSteps.photos;
  const address = useKeptAddress(file);
  return (
    <>
      {file.isOnServer ? (
        <Words tone="quiet">{words.arrived({ what: label })}</Words>
      ) : address ? (
        <Photo id={`${id}-photo`} address={address} label={label} />
      ) : (
        address === null && <Words tone="warn">{words.lost({ what: label })}</Words>
      )}
      <Button id={`${id}-remove`} kind="quiet" small text={removeText} onTap={onRemove} />
    </>
  );
}
