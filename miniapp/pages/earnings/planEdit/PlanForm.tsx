import { useMemo, useState } from "react";
import type { Plan } from "@shared/domain/pay/phone";
import { tidiedLine } from "@shared/domain/tidyText";
import { replace, reveal } from "@/features/navigation";
import { faultsOf, fieldsOf, planChoices, planOfChoice, planTyped, planWithRows } from "@/features/plans/planForm";
import { usePlanForm, useSubmitPlan } from "@/features/plans/usePlans";
import { DraftNote } from "@/components/DraftNote";
import { ReasonSheet } from "@/components/ReasonSheet";
import { routes } from "@/routes";
import { planTextWords } from "@/texts/areas/planText";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Page, RadioGroup, RadioMark, Row, TextField, Words } from "@/ui";
import { PlanDoubts, PlanFindings, useDoubtsSaid, useFindings } from "../PlanDoubts";
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

/** Which plan, its name and numbers, and below them the whole text with its example as it would pay. */
export function PlanForm({ planId, kept, sentBack = null, revision, startOn, companyUnitId }: PlanFormProps) {
  const { t, f } = usePageWords(planTextWords, setupWords);
  const words = t.setup.planEdit;
  const draft = usePlanForm(planId);
  const { form, change, drop } = draft;
  const submit = useSubmitPlan(revision);
  const [tried, setTried] = useState(false);
  const [asksWhy, setAsksWhy] = useState(false);
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
  const sound = faults.length === 0 ? dated : null;
  const findings = useFindings(sound);
  const doubts = useDoubtsSaid(sound, findings);
  const nameFault = tried && name.trim() === "" ? words.nameMissing : null;

  async function send() {
    setTried(true);
    const wrong = base && fieldsOf(base, form.values).find(({ isWrong }) => isWrong);
    if (name.trim() === "") return reveal("plan-name");
    if (wrong) return reveal(`number-${wrong.path.replaceAll(".", "-")}`);
    if (!dated || faults.length > 0) return reveal("plan-faults");
    if (doubts.length > 0) return setAsksWhy(true);
    await submitted(dated, null);
  }

  async function submitted(what: Plan, reason: string | null) {
    const sent = await submit.run({ plan: what, reason });
    if (!sent) return;
    drop();
    replace(routes.planReview({ id: sent.planId }));
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
          id="plan-send"
          kind="primary"
          grow
          text={submit.busy ? words.sending : words.send}
          disabled={submit.busy || base === null}
          onTap={() => void send()}
        />
      }
      over={
        asksWhy &&
        dated && (
          <ReasonSheet
            id="plan-doubt"
            title={t.planText.doubts.ask}
            note={f.sentences(doubts)}
            reasons={t.planText.doubts.reasons}
            hint={t.planText.doubts.hint}
            missing={t.planText.doubts.missing}
            send={t.planText.doubts.send}
            busy={submit.busy}
            failure={submit.failure}
            onClose={() => setAsksWhy(false)}
            onSend={(reason) => void submitted(dated, reason)}
          />
        )
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
      {(faults.length > 0 || submit.failure) && (
        <Card id="plan-faults" tone="warn">
          {faults.length > 0 && (
            <Words live="polite">{words.wrong + f.sentences(faults.map((one) => one.message))}</Words>
          )}
          {submit.failure && <ErrorBlock id="plan-error" failure={submit.failure} onRetry={() => void send()} />}
        </Card>
      )}
      {dated && faults.length === 0 && (
        <>
          <PlanDoubts said={doubts} />
          <PlanFindings rules={dated} findings={findings} />
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
