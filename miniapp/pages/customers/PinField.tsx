import { useState } from "react";
import { distanceM } from "@shared/domain/geo";
import type { SiteForm } from "@/features/customers/siteForm";
import { takePin } from "@/features/customers/takePin";
import { open } from "@/features/navigation";
import { serverNow } from "@/features/time";
import { useConsent } from "@/features/session/useConsent";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Words } from "@/ui";

/** Where a place is: where one stands. @param was where it is known to be; null: it is not, or it is a new one */
export function PinField({
  id,
  pin,
  was,
  confirms,
  isOpen = pin !== null && (was === null || distanceM(pin, was) >= 1),
  onPin,
}: {
  id: string;
  pin: SiteForm["pin"];
  was: SiteForm["pin"];
  /** Whether whoever saves it confirms it. */
  confirms: boolean;
  /** Whether saving changes what is known of it: a new one, another one, or one that has not been confirmed. */
  isOpen?: boolean;
  /** `taken`: from which position; null where it was none. */
  onPin: (pin: SiteForm["pin"], taken: NonNullable<SiteForm["taken"]> | null) => void;
}) {
  const { t, f } = usePageWords(customerPagesWords);
  const words = t.customerPages.edit.pin;
  const { accepted } = useConsent();
  const [locating, setLocating] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  // Of one that was known before its status is said.
  const kept = pin && !was ? words.kept : null;
  const moved = pin && was ? distanceM(pin, was) : 0;

  async function here() {
    // A position is taken after the person has agreed to it once.
    if (accepted !== true) return open(routes.consent());
    setLocating(true);
    const taken = await takePin().finally(() => setLocating(false));
    setSaid(taken ? words.set({ accuracy: f.distance(taken.accuracyM) }) : words.none);
    if (!taken) return;
    const { latDeg, lngDeg, accuracyM } = taken;
    onPin({ latDeg, lngDeg }, { accuracyM, takenAt: serverNow().toISOString() });
  }

  return (
    <>
      <Button
        id={`${id}-pin-here`}
        kind="plain"
        text={locating ? words.locating : words.here}
        disabled={locating}
        onTap={() => void here()}
      />
      {(said ?? kept) && (
        <Words as="sub" tone="quiet" id={`${id}-pin-said`} live="polite">
          {said ?? kept}
        </Words>
      )}
      {moved >= 1 && (
        <Words as="sub" tone="warn" id={`${id}-pin-moved`}>
          {words.moved({ distance: f.distance(moved) })}
        </Words>
      )}
      {pin && (moved >= 1 || !was) && (
        <>
          <Button
            id={`${id}-pin-clear`}
            kind="quiet"
            small
            text={was ? words.back : words.clear}
            onTap={() => {
              setSaid(null);
              onPin(was, null);
            }}
          />
        </>
      )}
      {/* What saving does to a pin that nobody has confirmed yet. */}
      {pin && isOpen && (
        <Words as="note" tone={confirms ? "warn" : "quiet"} id={`${id}-pin-note`}>
          {confirms ? words.confirms : words.note}
        </Words>
      )}
    </>
  );
}
