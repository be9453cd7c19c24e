import { useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { type CustomerForm, lengths } from "@/features/customers/customerForm";
import { takePin } from "@/features/customers/takePin";
import { open } from "@/features/navigation";
import { useConsent } from "@/features/session/useConsent";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, TextField, Words } from "@/ui";

/** Where a new client is: as typed, or where one stands. */
export function PlaceFields({
  form,
  change,
  fault,
}: {
  form: Pick<CustomerForm, "address" | "pin">;
  change: (part: Partial<Pick<CustomerForm, "address" | "pin">>) => void;
  fault: string | null;
}) {
  const { t, f } = useWords();
  const words = t.customers.edit;
  const { accepted } = useConsent();
  const [locating, setLocating] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  async function here() {
    // A position is taken after the person has agreed to it once.
    if (accepted !== true) return open(routes.consent());
    setLocating(true);
    const taken = await takePin().finally(() => setLocating(false));
    setSaid(taken ? words.pin.set({ accuracy: f.distance(taken.accuracyM) }) : words.pin.none);
    if (taken) change({ pin: { latDeg: taken.latDeg, lngDeg: taken.lngDeg } });
  }

  return (
    <Card id="customer-place" title={words.site}>
      <TextField
        id="customer-address"
        required={form.pin !== null}
        label={words.address}
        hint={words.addressHint}
        lengthMax={lengths.address}
        value={form.address}
        fault={fault}
        onChange={(address) => change({ address: tidiedLine(address) })}
      />
      <Button
        id="pin-here"
        kind="plain"
        text={locating ? words.pin.locating : words.pin.here}
        disabled={locating}
        onTap={() => void here()}
      />
      {(said ?? (form.pin && words.pin.kept)) && (
        <Words as="sub" tone="quiet" id="pin-said" live="polite">
          {said ?? words.pin.kept}
        </Words>
      )}
      {form.pin && (
        <>
          <Button
            id="pin-clear"
            kind="quiet"
            small
            text={words.pin.clear}
            onTap={() => {
              setSaid(null);
              change({ pin: null });
            }}
          />
          <Words as="note" tone="quiet">
            {words.pin.note}
          </Words>
        </>
      )}
    </Card>
  );
}
