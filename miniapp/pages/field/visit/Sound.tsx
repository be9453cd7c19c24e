import { useKeptAddress } from "@/features/photo/useFormFiles";
import { usePlayer } from "@/features/voice/usePlayer";
import type { FormFile } from "@/features/visits/visitForm";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Button, Words } from "@/ui";

interface SoundProps {
  id: string;
  /** Null: it is not there any more. */
  address: string | null;
  lengthMs: number;
}

/** What was spoken, to be heard. */
export function Sound({ id, address, lengthMs }: SoundProps) {
  const { t } = usePageWords(visitStepsWords);
  const words = t.visitSteps.voice;
  const { isPlaying, failed, toggle } = usePlayer(address);
  if (address === null)
    return (
      <Words as="note" tone="quiet">
        {words.gone}
      </Words>
    );
  const length = words.seconds({ count: Math.max(1, Math.round(lengthMs / 1_000)) });
  return (
    <>
      <Button id={id} small text={isPlaying ? words.pause : words.play({ length })} onTap={toggle} />
      {failed && (
        <Words as="note" tone="warn" live="polite">
          {words.cannotPlay}
        </Words>
      )}
    </>
  );
}

/** The same of one that is on this phone. */
export function KeptSound({
  file,
  ...rest
}: Omit<SoundProps, "address"> & { file: Pick<FormFile, "fileId" | "isKept" | "type"> }) {
  const address = useKeptAddress(file);
  return address === undefined ? null : <Sound {...rest} address={address} />;
}
