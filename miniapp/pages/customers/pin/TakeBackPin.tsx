import { ReasonSheet } from "@/components/ReasonSheet";
import type { AcceptedPin, TakeBack } from "@/features/customers/useTakePinBack";
import { pinsWords } from "@/texts/areas/pins";
import { decidingWords } from "@/texts/areas/deciding";
import { usePageWords } from "@/texts/pageWords";
import { Button, Words } from "@/ui";

/** Who has confirmed the pin, and the way to say that this was wrong. */
export function AcceptedNote({ accepted, onTakeBack }: { accepted: AcceptedPin; onTakeBack: () => void }) {
  const { t, f } = usePageWords(pinsWords);
  const words = t.pins.takeBack;
  return (
    <>
      <Words as="sub" tone="quiet" id="pin-accepted">
        {words.by({ name: accepted.byName, time: f.instant(new Date(accepted.at)) })}
      </Words>
      <Button id="pin-take-back" small text={words.open} onTap={onTakeBack} />
    </>
  );
}

/** Why it was wrong: whoever proposed it reads that. */
export function TakeBackSheet({ takeBack, onClose }: { takeBack: TakeBack; onClose: () => void }) {
  const { t } = usePageWords(pinsWords, decidingWords);
  const words = t.pins.takeBack;
  return (
    <ReasonSheet
      id="take-back"
      title={words.title}
      note={words.note}
      reasons={[t.pins.reasons.elsewhere, t.pins.reasons.stay]}
      hint={t.pins.reasonHint}
      missing={t.deciding.reasonMissing}
      send={words.send}
      busy={takeBack.busy}
      failure={takeBack.failure}
      onClose={onClose}
      onSend={(reason) => void takeBack.run({ reason }).then((answer) => answer && onClose())}
    />
  );
}
