import { useEffect, useState } from "react";
import { salesModes } from "@shared/domain/staff";
import { tidiedLine } from "@shared/domain/tidyText";
import { useDraft } from "@/features/draft/useDraft";
import { back } from "@/features/navigation";
import { bodyOf, faultsOf, formOf, type RecordForm as Form } from "@/features/staff/recordForm";
import { type MemberRead, useSetRecord } from "@/features/staff/useMembers";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import { known } from "@/texts";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Page, TextField, Words } from "@/ui";
import { DayChoice } from "./DayChoice";
import { SuperiorField } from "./SuperiorField";

/** Number, days, whom they report to and how they sell. Where somebody was faster both are shown, and one is chosen. */
export function RecordForm({ read, today }: { read: MemberRead; today: string }) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const { member } = read;
  const { memberId } = member;
  const draft = useDraft(
    `record:${memberId}`,
    () => ({ ...formOf(member, today), revision: read.revision }),
    () => member.name,
  );
  const { revision, ...form } = draft.form;
  const [isTried, setTried] = useState(false);
  const command = useSetRecord(memberId);
  const isOvertaken = revision !== read.revision;
  const faults = faultsOf(form, member, today);
  const faultOf = (field: string): string | null => {
    const code = faults[field];
    return code && (isTried || code !== "reportsTo.self") ? (known(words.faults, code) ?? null) : null;
  };
  const before = formOf(member, today);
  const isSame = JSON.stringify(form) === JSON.stringify(before);
  // What stands here already is nothing that is kept, whoever has written it.
  const isIdle = draft.begun && isSame && !isOvertaken;
  useEffect(() => {
    if (isIdle) draft.drop();
  });
  const change = (part: Partial<Form & { revision: number }>) => {
    command.forget();
    draft.change(part);
  };

  async function save() {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    if (!(await command.run({ revision, ...bodyOf(form, member, today) }))) return;
    draft.drop();
    back(routes.members({ id: memberId }));
  }

  return (
    <Page
      id="page-record"
      title={words.editTitle}
      bar={
        <Button
          id="record-save"
          kind="primary"
          grow
          text={command.busy ? words.saving : isSame ? words.unchanged : words.save}
          disabled={command.busy || isSame || isOvertaken}
          onTap={() => void save()}
        />
      }
    >
      <DraftNote draft={draft} />
      {isOvertaken && (
        <Card id="record-conflict" tone="warn">
          <Words live="assertive">{words.conflict}</Words>
          <Words as="sub">
            {f.said(
              member.employeeNumber ?? words.unset,
              member.joinedOn ? f.day(member.joinedOn) : words.unset,
              before.salesMode || words.unset,
            )}
          </Words>
          <Button
            id="record-take-theirs"
            text={words.takeTheirs}
            onTap={() => change({ ...before, revision: read.revision })}
          />
          <Button id="record-keep-mine" text={words.keepMine} onTap={() => change({ revision: read.revision })} />
        </Card>
      )}
      {command.failure && !isOvertaken && (
        <Card>
          <ErrorBlock id="record-error" failure={command.failure} />
        </Card>
      )}
      <Card title={member.name}>
        <TextField
          id="record-number"
          label={words.fields.number}
          hint={words.numberHint}
          lengthMax={32}
          value={form.employeeNumber}
          fault={faultOf("employeeNumber")}
          onChange={(typed) => change({ employeeNumber: tidiedLine(typed) })}
        />
        <DayChoice
          id="record-joined"
          label={words.fields.joined}
          value={form.joinedOn}
          fault={faultOf("joinedOn")}
          onChange={(joinedOn) => change({ joinedOn })}
          mayClear
        />
        <DayChoice
          id="record-left"
          label={words.fields.leftOn}
          value={form.leftOn}
          fault={faultOf("leftOn")}
          onChange={(leftOn) => change({ leftOn })}
          mayClear
        />
      </Card>
      <Card>
        <SuperiorField
          memberId={memberId}
          chosen={form.reportsToId === "" ? null : form.reportsToName}
          fault={faultOf("reportsTo.value")}
          onChoose={(one) => change({ reportsToId: one?.memberId ?? "", reportsToName: one?.name ?? "" })}
        />
        {form.reportsToId !== before.reportsToId && (
          <DayChoice
            id="record-line-from"
            label={words.fromLabel({ what: words.fields.reportsTo })}
            value={form.reportsToFrom}
            fault={faultOf("reportsTo.fromOn")}
            onChange={(on) => change({ reportsToFrom: on === "" ? today : on })}
          />
        )}
      </Card>
      <Card>
        <Choices
          id="record-mode"
          field={{ fault: faultOf("salesMode.value") }}
          label={words.fields.mode}
          value={form.salesMode === "" ? "none" : form.salesMode}
          options={[
            ...salesModes.map((mode) => ({ value: mode as string, text: mode })),
            { value: "none", text: words.nobody },
          ]}
          onChoose={(mode) => change({ salesMode: mode === "none" ? "" : mode })}
        />
        {form.salesMode !== before.salesMode && (
          <DayChoice
            id="record-mode-from"
            label={words.fromLabel({ what: words.fields.mode })}
            value={form.salesModeFrom}
            fault={faultOf("salesMode.fromOn")}
            onChange={(on) => change({ salesModeFrom: on === "" ? today : on })}
          />
        )}
      </Card>
    </Page>
  );
}
