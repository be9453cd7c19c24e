import type { Place } from "@/features/customers/places";
import type { PhotoChoice } from "@/features/photo/usePhoto";
import { PhotoTake } from "@/components/PhotoTake";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";

interface TapPhotoProps {
  place: Place;
  choice: PhotoChoice;
  busy: boolean;
}

/** What shows where I stand: it goes with the check-in, which is one tap with or without it. */
export function TapPhoto({ place, choice, busy }: TapPhotoProps) {
  const { t } = usePageWords(fieldWords);
  const words = t.field.photo;
  const { photo, reason, take, drop } = choice;
  return (
    <Card id="tap-photo" title={words.title}>
      {place.site.latDeg === null && (
        <Words as="sub" id="tap-photo-for-pin">
          {words.forPin}
        </Words>
      )}
      <PhotoTake
        id="tap"
        address={photo?.address ?? null}
        note={reason ? words.failed[reason] : words.note}
        isFault={reason !== null}
        camera={{ busy: choice.busy, take }}
        disabled={busy}
        onDrop={drop}
      />
    </Card>
  );
}
