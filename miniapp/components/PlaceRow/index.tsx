import { View } from "@tarojs/components";
import type { CheckInVerdict } from "@shared/domain/checkIn";
import { useWords } from "@/texts";
import { RadioMark, Row, Words } from "@/ui";
import "./index.scss";

export interface PlaceRowProps {
  id: string;
  name: string;
  distanceM: number | null;
  /** What a check-in here would be; null without a position. */
  preview: CheckInVerdict | null;
  /** Said below the name; null says nothing. */
  note: string | null;
  /** Why it would be in doubt or not count. */
  hint?: string | null;
  /** As a choice it has a round mark; otherwise it opens something. */
  checked?: boolean;
  onTap: () => void;
}

/** A client at a place: how far it is, and what that means. */
export function PlaceRow({ id, name, distanceM, preview, note, hint, checked, onTap }: PlaceRowProps) {
  const { t, f } = useWords();
  const distance = distanceM === null ? null : f.distance(distanceM);
  const word = preview && t.common.preview[preview];
  const label = f.said(name, note, distance, word, hint);
  return (
    <Row
      id={id}
      label={label}
      onTap={onTap}
      opens={checked === undefined}
      {...(checked !== undefined && { checked, lead: <RadioMark on={checked} /> })}
      text={name}
      note={
        <>
          {note && (
            <Words as="sub" tone="quiet">
              {note}
            </Words>
          )}
          {hint && (
            <Words as="sub" tone={preview === "doubtful" ? "warn" : "quiet"}>
              {hint}
            </Words>
          )}
        </>
      }
      value={
        distance === null ? undefined : (
          <View className="place-far">
            <Words as="head">{distance}</Words>
            {word && (
              <Words as="note" tone={preview === "inside" ? "ok" : preview === "doubtful" ? "warn" : "quiet"}>
                {word}
              </Words>
            )}
          </View>
        )
      }
    />
  );
}
