import { useState } from "react";
import type { ConfiguredVisitTypeView } from "@shared/contracts";
import { tidiedLine } from "@shared/domain/tidyText";
import { visitTypeLimits, visitTypeReaders } from "@shared/domain/visitType";
import { back, reveal } from "@/features/navigation";
import { newStep, useVisitTypeForm } from "@/features/visitTypes/useVisitTypeForm";
import { differs, formFaults, type VisitTypeForm } from "@/features/visitTypes/visitTypeForm";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { visitTypesWords } from "@/texts/areas/visitTypes";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Page, Row, Sheet, TextField, Words } from "@/ui";
import { StepCard } from "./StepCard";

interface TypeFormProps {
  title: string;
  /** Null: a new one. */
  type: ConfiguredVisitTypeView | null;
  types: readonly ConfiguredVisitTypeView[];
}

/** One type, to be added, changed or taken out of use. */
export function TypeForm({ title, type, types }: TypeFormProps) {
  const { t, f } = usePageWords(fieldWords, visitTypesWords);
  const words = t.visitTypes;
  const wordOf = useTypeWords();
  const { draft, command, overtaken, keepMine, takeTheirs } = useVisitTypeForm(type, words.kinds.record);
  const { form, change, drop, savedAt, refused } = draft;
  const [tried, setTried] = useState(false);
  const [asksRetire, setAsksRetire] = useState(false);
  const faults = formFaults(form, types);
  const isSame = type !== null && !differs(form, type);
  const faultOf = (field: string): string | null => {
    const code = faults[field];
    // Nothing is reproached while it is typed, but for what is too long.
    return code && (tried || code === "text.tooLong") ? (known(words.faults, code) ?? null) : null;
  };

  async function save(given: VisitTypeForm) {
    setTried(true);
    const [first] = Object.keys(formFaults(given, types));
    if (first !== undefined) return reveal(`type-${first.replaceAll(".", "-")}`);
    if (!(await command.run(given))) return;
    drop();
    back(routes.visitTypes());
  }
  const yesNo = [
    { value: "yes" as const, text: words.yes },
    { value: "no" as const, text: words.no },
  ];
  return (
    <Page
      id="page-visit-type"
      title={title}
      bar={
        <Button
          id="type-save"
          kind="primary"
          grow
          text={command.busy ? words.saving : isSame ? words.unchanged : type ? words.save : words.create}
          disabled={command.busy || isSame || overtaken}
          onTap={() => void save(form)}
        />
      }
      over={
        asksRetire && (
          <Sheet
            id="retire-sheet"
            title={words.retireAsk({ name: type ? wordOf(type.name) : "" })}
            onClose={() => setAsksRetire(false)}
            foot={
              <>
                <Button id="retire-keep" grow text={words.retireKeep} onTap={() => setAsksRetire(false)} />
                <Button
                  id="retire-send"
                  kind="danger"
                  grow
                  text={words.retireSend}
                  onTap={() => {
                    setAsksRetire(false);
                    void save({ ...form, inUse: false });
                  }}
                />
              </>
            }
          >
            <Words>{words.retireText}</Words>
          </Sheet>
        )
      }
    >
      {(savedAt ?? refused) && (
        <Words as="note" tone="quiet" id="draft-saved" live="polite">
          {refused ? t.common.draftRefused : savedAt && t.field.visit.draftSaved({ time: savedAt })}
        </Words>
      )}
      {overtaken && type?.changed && (
        <Card id="type-conflict" tone="warn">
          <Words live="assertive">
            {words.conflict({ name: type.changed.byName, time: f.instant(new Date(type.changed.at)) })}
          </Words>
          {type.steps.map(({ stepId, label, required }) => (
            <Words as="sub" key={stepId}>
              {f.said(wordOf(label), required && words.must)}
            </Words>
          ))}
          <Button id="type-take-theirs" text={words.takeTheirs} onTap={takeTheirs} />
          <Button id="type-keep-mine" text={words.keepMine} onTap={keepMine} />
        </Card>
      )}
      {command.failure && !overtaken && (
        <Card>
          <ErrorBlock id="type-error" failure={command.failure} onRetry={() => void save(form)} />
        </Card>
      )}
      <DraftNote draft={draft} />
      <Card>
        <TextField
          id="type-name"
          required
          label={words.name}
          hint={words.nameHint}
          lengthMax={visitTypeLimits.name}
          value={form.name}
          fault={faultOf("name")}
          onChange={(name) => change({ name: tidiedLine(name) })}
        />
        <Choices
          id="type-seenBy"
          field={{}}
          kind="segments"
          label={words.seenBy}
          value={form.seenBy}
          options={visitTypeReaders.map((value) => ({ value, text: words.readers[value] }))}
          onChoose={(seenBy) => change({ seenBy })}
        />
        <Choices
          id="type-time"
          field={{}}
          kind="segments"
          label={words.timeOnSite}
          value={form.asksTimeOnSite ? "yes" : "no"}
          options={yesNo}
          onChoose={(value) => change({ asksTimeOnSite: value === "yes" })}
        />
        <Words as="note" tone="quiet">
          {words.timeOnSiteNote}
        </Words>
      </Card>
      {form.steps.map((step, n) => (
        <StepCard
          key={step.stepId}
          steps={form.steps}
          n={n}
          faultOf={faultOf}
          onChange={(steps) => change({ steps })}
        />
      ))}
      {faultOf("steps") && (
        <Words as="sub" tone="warn" id="type-steps" live="assertive">
          {faultOf("steps")}
        </Words>
      )}
      {form.steps.length < visitTypeLimits.steps && (
        <Button
          id="type-add-step"
          kind="plain"
          text={words.addStep}
          onTap={() => change({ steps: [...form.steps, newStep()] })}
        />
      )}
      <Card id="type-preview" flush title={words.preview}>
        {form.steps.map(({ stepId, label, required, kind }) => (
          <Row
            key={stepId}
            text={label.trim() === "" ? words.labelHint : wordOf(label)}
            value={
              <Words as="sub" tone="quiet">
                {required || kind === "record" ? words.must : words.may}
              </Words>
            }
          />
        ))}
      </Card>
      {type && (
        <Card>
          {type.inUse && types[0]?.typeId !== type.typeId && (
            <>
              <Words as="note" tone="quiet">
                {words.firstNote}
              </Words>
              <Button
                id="type-first"
                text={words.first}
                disabled={command.busy || overtaken}
                onTap={() => void save({ ...form, isFirst: true })}
              />
            </>
          )}
          <Words as="note" tone="quiet">
            {words.retireNote}
          </Words>
          <Button
            id="type-retire"
            kind={type.inUse ? "danger" : "plain"}
            text={type.inUse ? words.retire : words.reuse}
            disabled={command.busy || overtaken}
            onTap={() => (type.inUse ? setAsksRetire(true) : void save({ ...form, inUse: true }))}
          />
        </Card>
      )}
    </Page>
  );
}
