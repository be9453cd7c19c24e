import { useMemo, useState } from "react";
import type { Plan } from "@shared/domain/pay/phone";
import { tidiedLine } from "@shared/domain/tidyText";
import { replace, reveal } from "@/features/navigation";
import { faultsOf, fieldsOf, planChoices, planOfChoice, planTyped, planWithRows } from "@/features/plans/planForm";
import { type ShownFinding, useDraftPlan, usePlanForm } from "@/features/plans/usePlans";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import { planTextWords } from "@/texts/areas/planText";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Page, RadioGroup, RadioMark, Row, TextField, Words } from "@/ui";
import { PlanDoubts, useDoubtsSaid } from "../PlanDoubts";
import { PlanText } from "../PlanText";
import { NumberFields } from "./NumberFields";

interface PlanFormProps {
  /** Empty: a new one. */
  planId: string;
  /** What has come back; null: one of the shipped ones is chosen. */
  kept: Plan | null;
  /** Why a second person has sent it back. */
  sentBack?: { name: string; reason: string } | null;
  revision: number;
  /** In the month from whose first it may begin. */
  startOn: string;
  companyUnitId: string | null;
}

/** Those of its check are read once it is saved. */
const noFindings: readonly ShownFinding[] = [];

/** Which plan, its name and numbers, and below them the whole text with its example as it would pay. */
export function PlanForm({ planId, kept, sentBack = null, revision, startOn, companyUnitId }: PlanFormProps) {
  const { t, f } = usePageWords(planTextWords, setupWords);
  const words = t.setup.planEdit;
  const draft = usePlanForm(planId);
  const { form, change, drop } = draft;
  const save = useDraftPlan(revision);
  const [tried, setTried] = useState(false);
  const base = useMemo(() => {
    const begun = kept ?? (form.choice && companyUnitId ? planOfChoice(form.choice, companyUnitId) : null);
    return begun && planWithRows(begun, form.rows);
  }, [kept, form.choice, form.rows, companyUnitId]);
  const name = form.name === "" && !draft.begun ? (base?.name ?? "") : form.name;
  const plan = useMemo(() => (base ? planTyped(base, { ...form, name }, startOn) : null), [base, form, name, startOn]);
  // One object as long as nothing is typed: what is found in it is not looked for again.
  const dated = useMemo(
    () => (plan && kept ? { ...plan, code: kept.code, version: kept.version } : plan),
    [plan, kept],
  );
  const faults = dated && name.trim() !== "" ? faultsOf(dated) : [];
  const doubts = useDoubtsSaid(faults.length === 0 ? dated : null, noFindings);
  const nameFault = tried && name.trim() === "" ? words.nameMissing : null;

  async function send() {
    setTried(true);
    const wrong = base && fieldsOf(base, form.values).find(({ isWrong }) => isWrong);
    if (name.trim() === "") return reveal("plan-name");
    if (wrong) return reveal(`number-${wrong.path.replaceAll(".", "-")}`);
    if (!dated || faults.length > 0) return reveal("plan-faults");
    const saved = await save.run(dated);
    if (!saved) return;
    drop();
    replace(routes.planReview({ id: saved.planId }));
  }
  const [year, month] = startOn.split("-").map(Number);
  const firsts = { now: `${startOn.slice(0, 7)}-01`, next: firstOfNext(year ?? 0, month ?? 0) };

  return (
    <Page
      id="page-plan-edit"
      title={words.title}
      barNote={words.who}
      bar={
        <Button
          id="plan-save"
          kind="primary"
          grow
          text={save.busy ? words.saving : words.save}
          disabled={save.busy || base === null}
          onTap={() => void send()}
        />
      }
    >
      <DraftNote draft={draft} />
      {sentBack && (
        <Card id="plan-sent-back" tone="warn">
          <Words>{t.setup.planReview.sentBack(sentBack)}</Words>
        </Card>
      )}
      {!kept && (
        <Card flush title={words.choose}>
          <RadioGroup
            id="plan-choices"
            label={words.choose}
            options={planChoices.map((choice) => ({ id: `choice-${choice}`, choose: () => choose(choice) }))}
          >
            {planChoices.map((choice) => (
              <Row
                key={choice}
                id={`choice-${choice}`}
                text={words.choices[choice]}
                note={
                  <Words as="sub" tone="quiet">
                    {words.choices[`${choice}Note`]}
                  </Words>
                }
                label={f.said(words.choices[choice], words.choices[`${choice}Note`])}
                lead={<RadioMark on={form.choice === choice} />}
                checked={form.choice === choice}
                opens={false}
                onTap={() => choose(choice)}
              />
            ))}
          </RadioGroup>
        </Card>
      )}
      {base && (
        <>
          <Card>
            <TextField
              id="plan-name"
              required
              label={words.name}
              lengthMax={40}
              value={name}
              fault={nameFault}
              onChange={(typed) => change({ name: tidiedLine(typed) })}
            />
            <Choices
              id="plan-from"
              label={words.from}
              kind="segments"
              field={{}}
              value={form.from}
              options={(["now", "next"] as const).map((value) => ({ value, text: f.day(firsts[value]) }))}
              onChoose={(from) => change({ name, from })}
            />
            <Words as="sub" tone="quiet">
              {words.fromNote}
            </Words>
          </Card>
          <NumberFields
            fields={fieldsOf(base, form.values)}
            shown={tried}
            tables={base.tables}
            onRows={(table, count) => change({ name, rows: { ...form.rows, [table]: count } })}
            onType={(path, typed) => change({ name, values: { ...form.values, [path]: typed } })}
          />
        </>
      )}
      {(faults.length > 0 || save.failure) && (
        <Card id="plan-faults" tone="warn">
          {faults.length > 0 && (
            <Words live="polite">{words.wrong + f.sentences(faults.map((one) => one.message))}</Words>
          )}
          {save.failure && <ErrorBlock id="plan-error" failure={save.failure} onRetry={() => void send()} />}
        </Card>
      )}
      {dated && faults.length === 0 && (
        <>
          <PlanDoubts said={doubts} />
          <Words as="head">{words.text}</Words>
          <PlanText rules={dated} />
        </>
      )}
    </Page>
  );

  function choose(choice: (typeof planChoices)[number]) {
    if (choice === form.choice) return;
    // Another plan has other numbers.
    change({ choice, values: {}, rows: {}, name: (companyUnitId && planOfChoice(choice, companyUnitId)?.name) || "" });
  }
}

const firstOfNext = (year: number, month: number): string =>
  month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
