import { customerStages } from "@shared/domain/customer";
import { tidiedLine } from "@shared/domain/tidyText";
import { lengths } from "@/features/customers/customerForm";
import { emptySite } from "@/features/customers/siteForm";
import { newPartId, useCustomerForm } from "@/features/customers/useCustomerForm";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back, open, replace, reveal, usePageParams } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { DraftNote } from "@/components/DraftNote";
import { stageText } from "@/components/stageText";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Empty, ErrorBlock, Loadable, Page, Sheet, TextField, Words } from "@/ui";
import { ConflictCard } from "./ConflictCard";
import { ContactFields } from "./ContactFields";
import { PlaceFields } from "./PlaceFields";
import { SimilarRows } from "./SimilarRows";

const grades = ["A", "B", "C"] as const;

/** What is this client called, who is there, and where? */
export default function EditCustomer() {
  const { t } = usePageWords(customerPagesWords, fieldWords);
  const words = t.customerPages.edit;
  const { id, draft: begunAs } = usePageParams();
  const title = id ? words.title : t.customers.edit.newTitle;
  usePageFrame({ title });
  const me = useMe();
  const state = useCustomerForm(id ?? null, words.siteName, begunAs);
  const { draft, isNew, old, faults, similar, asked, conflict, arrivedId, command } = state;
  const { form, change, savedAt, refused } = draft;
  const faultOf = (field: string) => (faults[field] ? words.faults[faults[field]] : null);

  async function submit(isOther?: boolean) {
    const answer = await state.submit(isOther);
    if (!answer) return;
    if ("field" in answer) reveal(`customer-${answer.field.replaceAll(".", "-")}`);
    else replace(routes.customer({ id: answer.customerId }));
  }

  function joinMine(customerId: string) {
    // What waits at it follows to that one, and takes the draft along once it has arrived.
    if (!asked?.join(customerId)) draft.drop();
    replace(routes.customer({ id: customerId }));
  }

  function seeArrived(customerId: string) {
    state.letGo();
    replace(routes.customer({ id: customerId }));
  }

  const look = (customerId: string) => open(routes.customer({ id: customerId }));

  const mine = asked?.items.find((one) => one.mine);
  const hindrance = isNew
    ? me.data && me.data.team === null && words.notSelling
    : old?.data && !old.data.may.edit && words.noRight;
  if (hindrance || (old && !old.data))
    return (
      <Page id="page-customer-edit" title={title}>
        <Card>
          {hindrance ? (
            <Empty
              text={hindrance}
              action={{ id: "edit-back", text: t.common.back, onTap: () => back(routes.customers()) }}
            />
          ) : (
            old && (
              <Loadable id="old-customer" {...old} onRetry={() => void old.refresh()}>
                {null}
              </Loadable>
            )
          )}
        </Card>
      </Page>
    );
  // One that is in use and no longer among those that one chooses from stays.
  const stages = [...new Set([...customerStages, ...(form.stage ? [form.stage] : [])])];
  return (
    <Page
      id="page-customer-edit"
      title={title}
      bar={
        <Button
          id="customer-save"
          kind="primary"
          grow
          text={command.busy ? words.saving : isNew ? words.create : words.save}
          disabled={command.busy}
          onTap={() => void submit()}
        />
      }
      over={
        asked && (
          <Sheet
            id="maybe-known"
            title={words.ask.title}
            onClose={asked.forget}
            foot={
              <>
                <Button id="known-other" text={words.ask.other} grow onTap={() => void submit(true)} />
                {mine ? (
                  <Button
                    id="known-mine"
                    kind="primary"
                    text={words.ask.openMine({ name: mine.shortName })}
                    grow
                    onTap={() => joinMine(mine.customerId)}
                  />
                ) : (
                  <Button id="known-same" kind="primary" text={words.ask.same} grow onTap={asked.forget} />
                )}
              </>
            }
          >
            <Words id="maybe-known-words">{mine ? words.ask.textMine({ name: mine.shortName }) : words.ask.text}</Words>
            <SimilarRows items={asked.items} onOpen={look} name="asked" />
          </Sheet>
        )
      }
    >
      {command.failure && !asked && !conflict && (
        <Card>
          <ErrorBlock
            id="customer-error"
            failure={command.failure}
            {...(!arrivedId && { onRetry: () => void submit() })}
          />
          {arrivedId && <Button id="see-arrived" text={t.customers.edit.see} onTap={() => seeArrived(arrivedId)} />}
        </Card>
      )}
      {conflict && <ConflictCard conflict={conflict} />}
      <DraftNote draft={draft} />
      <Card>
        <TextField
          id="customer-name"
          required
          label={words.name}
          hint={words.nameHint}
          lengthMax={lengths.name}
          value={form.name}
          fault={faultOf("name")}
          onChange={(name) => change({ name: tidiedLine(name) })}
        />
        <TextField
          id="customer-shortName"
          label={words.shortName}
          hint={words.shortNameHint}
          lengthMax={lengths.shortName}
          value={form.shortName}
          fault={faultOf("shortName")}
          onChange={(shortName) => change({ shortName: tidiedLine(shortName) })}
        />
      </Card>
      {similar.length > 0 && (
        <Card id="similar" tone="warn" title={words.similar} flush>
          <SimilarRows items={similar} onOpen={look} name="similar" />
        </Card>
      )}
      <Card>
        <Choices
          id="customer-grade"
          field={{}}
          kind="segments"
          label={words.grade}
          value={form.grade}
          options={grades.map((grade) => ({ value: grade, text: t.field.list.grade({ grade }) }))}
          onChoose={(grade) => change({ grade })}
        />
        <Choices
          id="customer-stage"
          field={{}}
          label={words.stage}
          value={form.stage}
          options={stages.map((stage) => ({ value: stage, text: stageText(stage, t) }))}
          onChoose={(stage) => change({ stage })}
        />
        <TextField
          id="customer-industry"
          label={words.industry}
          hint={words.industryHint}
          lengthMax={lengths.industry}
          value={form.industry}
          fault={faultOf("industry")}
          onChange={(industry) => change({ industry: tidiedLine(industry) })}
        />
        <TextField
          id="customer-tags"
          label={words.tags}
          hint={words.tagsHint}
          lengthMax={400}
          value={form.tags}
          fault={faultOf("tags")}
          onChange={(tags) => change({ tags: tidiedLine(tags) })}
        />
        <TextField
          id="customer-creditCode"
          label={words.creditCode}
          hint={words.creditCodeHint}
          lengthMax={40}
          value={form.creditCode}
          fault={faultOf("creditCode")}
          onChange={(creditCode) => change({ creditCode: tidiedLine(creditCode) })}
        />
        {old?.data?.may.confirmPin && (
          <TextField
            id="customer-externalIds"
            label={words.number}
            hint={words.numbersHint}
            lengthMax={400}
            value={form.externalIds}
            fault={faultOf("externalIds")}
            onChange={(externalIds) => change({ externalIds: tidiedLine(externalIds) })}
          />
        )}
        {isNew && (
          <TextField
            id="customer-number"
            label={words.number}
            hint={words.numberHint}
            lengthMax={64}
            value={form.number}
            fault={faultOf("number")}
            onChange={(number) => change({ number: tidiedLine(number) })}
          />
        )}
      </Card>
      {isNew && (
        <PlaceFields
          sites={form.sites}
          change={(sites) => change({ sites })}
          faultOf={faultOf}
          confirms={(me.data?.leads ?? []).length > 0}
          onAdd={() => change({ sites: [...form.sites, emptySite(newPartId())] })}
        />
      )}
      <ContactFields contacts={form.contacts} change={(contacts) => change({ contacts })} faultOf={faultOf} />
      {refused ? (
        <Words as="sub" tone="warn" id="draft-refused" live="polite">
          {t.common.draftRefused}
        </Words>
      ) : (
        savedAt && (
          <Words as="note" tone="quiet" id="draft-saved">
            {words.draftSaved({ time: savedAt })}
          </Words>
        )
      )}
    </Page>
  );
}
