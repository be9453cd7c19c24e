import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Button, Photo, Words } from "@/ui";

interface PhotoTakeProps {
  /** Of its parts. */
  id: string;
  /** Of the one that was taken just now; null while there is none. */
  address: string | null;
  /** One was sent before: this one takes its place. */
  hasSent?: boolean;
  /** Another one is there and stays. */
  isOneMore?: boolean;
  /** Who sees it and what stays of it; or why there is none. */
  note: string;
  isFault?: boolean;
  camera: { busy: boolean; take: () => void };
  disabled: boolean;
  onDrop: () => void;
}

/** The photo that goes with what is sent from this page: taken, seen before it goes, taken anew or left out. */
export function PhotoTake({
  id,
  address,
  hasSent = false,
  isOneMore = false,
  note,
  isFault = false,
  camera,
  disabled,
  onDrop,
}: PhotoTakeProps) {
  const { t } = usePageWords(reviewWords);
  const words = t.review;
  return (
    <>
      {address !== null && <Photo id={`${id}-photo`} address={address} label={words.photo} />}
      <Button
        id={`${id}-take`}
        kind="plain"
        text={address !== null || hasSent ? words.photoAgain : isOneMore ? words.photoMore : words.photoTake}
        disabled={camera.busy || disabled}
        onTap={camera.take}
      />
      {address !== null && (
        <Button id={`${id}-drop`} kind="plain" text={words.photoDrop} disabled={disabled} onTap={onDrop} />
      )}
      <Words as="note" tone={isFault ? "warn" : "quiet"} live="polite" id={`${id}-photo-note`}>
        {note}
      </Words>
    </>
  );
}
