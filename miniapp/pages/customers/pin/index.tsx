import { useState } from "react";
import { isUsedMeanwhile } from "@shared/domain/pin";
import { tidiedLine } from "@shared/domain/tidyText";
import { PinField } from "../PinField";
import { radiiM, siteLengths } from "@/features/customers/siteForm";
import { useProposePin } from "@/features/customers/usePins";
import { useTakePinBack } from "@/features/customers/useTakePinBack";
import { useSiteForm } from "@/features/customers/useSiteForm";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back, open, replace, reveal } from "@/features/navigation";
import { decidersText } from "@/components/decidersText";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { siteCodeWords } from "@/texts/areas/siteCode";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Empty, ErrorBlock, Loadable, Page, Row, TextField, Words } from "@/ui";
import { ProposePin } from "./ProposePin";
import { AcceptedNote, TakeBackSheet } from "./TakeBackPin";

/** Where is this place of a client, and how far around it does one count as being there? */
export default openedWith({ id: "id", site: "id?", draft: "id?" }, CustomerPin);

function CustomerPin({ id, site: siteId, draft: begun }: { id: string; site?: string; draft?: string }) {
  const { t, f } = usePageWords(customerPagesWords, siteCodeWords);
  const words = t.customerPages.site;
  const title = siteId ? words.title : words.newTitle;
  usePageFrame({ title });
  const state = useSiteForm(id, siteId ?? null, t.customerPages.edit.siteName, begun);
  const { customer, draft, isNew, isGone, faults, conflict, command } = state;
  const { form, change, savedAt, refused } = draft;
  const proposal = useProposePin(id, siteId ?? "");
  const busy = command.busy || proposal.busy;
  const page = customer.data;
  const known = page?.customer.sites.find((site) => site.siteId === siteId);
  const takeBack = useTakePinBack(known?.accepted);
  const [takingBack, setTakingBack] = useState(false);

  async function submit() {
    if (!proposal.check()) return reveal("propose-note");
    const answer = await state.submit();
    if (answer === true) {
      if (await proposal.send()) replace(routes.customer({ id }));
    } else if (answer) reveal(`site-${answer.field}`);
  }

  const hindrance = isGone ? words.gone : page && !page.may.edit && t.customerPages.edit.noRight;
  if (!page || hindrance)
    return (
      <Page id="page-customer-pin" title={title}>
        <Card>
          {hindrance ? (
            <Empty
              text={hindrance}
              action={{ id: "pin-back", text: t.common.back, onTap: () => back(routes.customer({ id })) }}
            />
          ) : (
            <Loadable id="site" {...customer} onRetry={() => void customer.refresh()}>
              {null}
            </Loadable>
          )}
        </Card>
      </Page>
    );
  const isConfirmed = known?.pinStatus === "confirmed" && known.latDeg !== null;
  const mayMove = !isConfirmed || page.may.confirmPin;
  const radii = [...new Set([...radiiM, form.radiusM])].sort((a, b) => a - b);
  return (
    <Page
      id="page-customer-pin"
      title={title}
      over={takingBack && <TakeBackSheet takeBack={takeBack} onClose={() => setTakingBack(false)} />}
      bar={
        <Button
          id="site-save"
          kind="primary"
          grow
          text={
            busy
              ? t.customerPages.edit.saving
              : isNew
                ? words.addThis
                : proposal.pin
                  ? words.propose.save
                  : t.customerPages.edit.save
          }
          disabled={busy}
          onTap={() => void submit()}
        />
      }
    >
      {command.failure && !conflict && (
        <Card>
          <ErrorBlock id="site-error" failure={command.failure} onRetry={() => void submit()} />
        </Card>
      )}
      {conflict && (
        <Card id="site-conflict" tone="warn" title={words.conflict.title}>
          <Words as="sub">
            {words.conflict.text({ name: conflict.theirs.name, address: conflict.theirs.address })}
          </Words>
          <Button id="site-keep-mine" text={words.conflict.keepMine} onTap={conflict.keepMine} />
          <Button id="site-take-theirs" text={t.customerPages.edit.takeTheirs} onTap={conflict.takeTheirs} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <Card id="site-fields" title={page.customer.shortName}>
        <TextField
          id="site-name"
          required
          label={words.name}
          hint={words.nameHint}
          lengthMax={siteLengths.name}
          value={form.name}
          fault={faults.name ? t.customerPages.edit.faults[faults.name] : null}
          onChange={(name) => change({ name: tidiedLine(name) })}
        />
        <TextField
          id="site-address"
          required
          label={t.customerPages.edit.address}
          hint={t.customerPages.edit.addressHint}
          lengthMax={siteLengths.address}
          value={form.address}
          fault={faults.address ? t.customerPages.edit.faults[faults.address] : null}
          onChange={(address) => change({ address: tidiedLine(address) })}
        />
      </Card>
      <Card id="site-pin" title={words.pin}>
        {known && (
          <Words as="sub" tone={known.latDeg === null ? "warn" : "quiet"} id="site-pin-status">
            {known.latDeg === null
              ? t.customerPages.detail.pin.none
              : known.proposed && isUsedMeanwhile(known.proposed.source ?? "")
                ? words[known.proposed.source === "taken" ? "takenWaits" : "typedWaits"]({
                    accuracy:
                      typeof known.proposed.accuracyM === "number" ? f.distance(known.proposed.accuracyM) : null,
                    name: known.proposed.byName,
                    time: f.instant(new Date(known.proposed.at)),
                    who: decidersText(known.proposed.deciderNames, "leader", { t, f }),
                  })
                : t.customerPages.detail.pin[known.pinStatus]}
          </Words>
        )}
        {known?.accepted && <AcceptedNote accepted={known.accepted} onTakeBack={() => setTakingBack(true)} />}
        {mayMove ? (
          <PinField
            id="site"
            pin={form.pin}
            was={draft.form.began?.as?.pin ?? null}
            confirms={page.may.confirmPin}
            {...(page.may.confirmPin && !isConfirmed && { isOpen: true })}
            onPin={(pin, taken) => change({ pin, taken })}
          />
        ) : (
          known && <ProposePin site={known} was={form.began?.as?.pin ?? null} form={proposal} />
        )}
        <Words as="sub" tone="quiet">
          {words.radius}
        </Words>
        {page.may.confirmPin ? (
          <Choices
            id="site-radius"
            label={words.radius}
            value={String(form.radiusM)}
            options={radii.map((radiusM) => ({ value: String(radiusM), text: f.distance(radiusM) }))}
            onChoose={(radiusM) => change({ radiusM: Number(radiusM) })}
          />
        ) : (
          <Words as="sub">{words.radiusIs({ radius: f.distance(form.radiusM) })}</Words>
        )}
      </Card>
      {known && page.may.confirmPin && (
        <Card flush>
          <Row
            id="site-code"
            text={t.siteCode.page.title}
            label={t.siteCode.page.title}
            onTap={() => open(routes.siteCode({ id: page.customer.customerId, site: known.siteId }))}
          />
        </Card>
      )}
      {refused ? (
        <Words as="sub" tone="warn" id="draft-refused" live="polite">
          {t.common.draftRefused}
        </Words>
      ) : (
        savedAt && (
          <Words as="note" tone="quiet" id="draft-saved">
            {t.customerPages.edit.draftSaved({ time: savedAt })}
          </Words>
        )
      )}
    </Page>
  );
}
