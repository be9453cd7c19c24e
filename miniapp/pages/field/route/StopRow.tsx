import { View } from "@tarojs/components";
import { clockTimeOf } from "@shared/domain/time";
import { standingNow } from "@/features/checkIns/dayStanding";
import { type DayStop, pointOf } from "@/features/dayPlan/dayStops";
import type { Formats } from "@/texts";
import { dayPlanWords } from "@/texts/areas/dayPlan";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, Row, StatusMark, Words } from "@/ui";

interface StopRowProps {
  n: number;
  count: number;
  stop: DayStop;
  /** It is moved and taken out, instead of opened. */
  arranging: boolean;
  onOpen: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One of a day's stops: why, how far from the one before, or how its visit stands. */
export function StopRow({ n, count, stop, arranging, onOpen, onMove, onRemove }: StopRowProps) {
  const { t, f } = usePageWords(dayPlanWords);
  const words = t.dayPlan;
  const { place, legM, checkIn } = stop;
  const { name, key } = place;
  const reason = checkIn ? `${words.done} ${clockTimeOf(new Date(checkIn.checkedInAt))}` : reasonText(stop, t);
  const leg = pointOf(place) === null ? words.noPin : legM !== null ? words.leg({ distance: f.distance(legM) }) : null;
  const standing = checkIn && standingNow(checkIn);
  return (
    <>
      <Row
        id={`stop-${key}`}
        lead={
          <View className="stop-number">
            <Words as="head">{String(n)}</Words>
          </View>
        }
        text={name}
        note={<Notes lines={[reason, leg]} />}
        label={labelOf([words.stop({ n, name }), reason, leg, standing && t.status.visit[standing]], f)}
        {...(standing && { value: <StatusMark about="visit" is={standing} /> })}
        {...(!arranging && { onTap: onOpen })}
      />
      {arranging && (
        <View className="stop-buttons">
          <Button
            id={`up-${key}`}
            small
            text={words.up}
            label={words.upOf({ name })}
            disabled={n === 1}
            onTap={() => onMove(-1)}
          />
          <Button
            id={`down-${key}`}
            small
            text={words.down}
            label={words.downOf({ name })}
            disabled={n === count}
            onTap={() => onMove(1)}
          />
          <Button id={`remove-${key}`} small text={words.remove} label={words.removeOf({ name })} onTap={onRemove} />
        </View>
      )}
    </>
  );
}

const Notes = ({ lines }: { lines: readonly (string | null)[] }) => (
  <>
    {lines.map(
      (line) =>
        line !== null && (
          <Words key={line} as="sub" tone="quiet">
            {line}
          </Words>
        ),
    )}
  </>
);

const labelOf = (parts: readonly (string | null)[], f: Formats): string => f.said(...parts);

function reasonText({ reason, place }: DayStop, t: TextsWith<typeof dayPlanWords>): string | null {
  const words = t.dayPlan.reasons;
  switch (reason?.kind) {
    case "step":
      return words.step({ text: place.customer.nextStep?.text ?? "" });
    case "unseen":
      return words.unseen({ days: reason.days });
    case "seen":
      return words.seen({ days: reason.days });
    case "neverSeen":
      return words.neverSeen();
    case "new":
      return words.new();
    default:
      return null;
  }
}
