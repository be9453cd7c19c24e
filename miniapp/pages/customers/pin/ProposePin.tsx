import type { AnswerOf } from "@shared/contracts";
import { tidiedLine } from "@shared/domain/tidyText";
import type { SiteForm } from "@/features/customers/siteForm";
import { proposalNoteMax, type ProposalForm } from "@/features/customers/usePins";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { ErrorBlock, TextField, Words } from "@/ui";
import { PinField } from "../PinField";

type Site = AnswerOf<"customers.read">["customer"]["sites"][number];

/** A confirmed pin that is wrong: where it is, and why, for a leader to decide. It goes with the page's own button. */
export function ProposePin({ site, was, form }: { site: Site; was: SiteForm["pin"]; form: ProposalForm }) {
  const { t, f } = usePageWords(customerPagesWords);
  const words = t.customerPages.site.propose;
  const proposed = site.proposed ?? null;
  return (
    <>
      <Words as="sub" id="site-pin-locked">
        {proposed === null
          ? words.locked
          : words.waits({ name: proposed.byName, time: f.instant(new Date(proposed.at)) })}
      </Words>
      <PinField
        id="propose"
        pin={form.pin ?? was}
        was={was}
        confirms={false}
        isOpen={false}
        onPin={(next, taken) => form.setPin(next && taken ? { ...next, accuracyM: taken.accuracyM } : null)}
      />
      {form.pin && (
        <TextField
          id="propose-note"
          required
          label={words.note}
          hint={words.noteHint}
          lengthMax={proposalNoteMax}
          value={form.note}
          fault={form.fault === "missing" ? words.noteMissing : form.fault && t.customerPages.edit.faults.tooLong}
          onChange={(typed) => form.setNote(tidiedLine(typed))}
        />
      )}
      {form.failure && <ErrorBlock id="propose-error" failure={form.failure} />}
    </>
  );
}
