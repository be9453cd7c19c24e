import { View } from "@tarojs/components";
import { useState } from "react";
import type { CheckInView } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { useOwnPhotos } from "@/features/checkIns/useOwnPhotos";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Photo, Words } from "@/ui";

interface OwnPhotosProps {
  checkIn: CheckInView;
  /** Where something else is done first, a tap opens them. */
  folded?: boolean;
}

/** What I photographed for a check-in of mine, who else can see it, and until when it is kept. */
export function OwnPhotos({ checkIn, folded = false }: OwnPhotosProps) {
  const { t, f } = usePageWords(reviewWords);
  const words = t.review;
  const own = useOwnPhotos(checkIn);
  const [isOpen, setOpen] = useState(!folded);
  if (!own) return null;
  const wordFor = { tap: words.tapPhoto, answer: words.answerPhoto };
  const { photos, isSeenByDeciders } = own;
  return (
    <Card id="own-photos" title={words.ownPhotos}>
      {isOpen ? (
        photos.map(({ takenFor, address, keptUntil }) => (
          <View key={takenFor}>
            <Photo id={`own-photo-${takenFor}`} address={address} label={wordFor[takenFor]} />
            <Words as="note" tone="quiet">
              {f.said(wordFor[takenFor], words.photoKept({ day: f.day(businessDayOf(keptUntil)) }))}
            </Words>
          </View>
        ))
      ) : (
        <Button id="own-photos-open" kind="quiet" small text={words.ownPhotosOpen} onTap={() => setOpen(true)} />
      )}
      <Words as="note" tone="quiet" id="own-photos-seen">
        {isSeenByDeciders ? words.photoSeen : words.photoMine}
      </Words>
    </Card>
  );
}
