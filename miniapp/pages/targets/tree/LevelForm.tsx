import { View } from "@tarojs/components";
import { useState } from "react";
import { open } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import {
  changedTargets,
  fenOf,
  isPublishedAbove,
  leftFenOf,
  type Level,
  standingFen,
  targetFault,
  type TargetLine,
  textOf,
  unsolvedLevels,
  withoutTarget,
} from "@/features/targets/targetForm";
import { useTargetsForm } from "@/features/targets/useTargets";
import { DraftNote } from "@/components/DraftNote";
import { routes } from "@/routes";
import type { Formats } from "@/texts";
import { targetsWords } from "@/texts/areas/targets";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, Card, Empty, ErrorBlock, Line, Row, ShowsAmounts, TextField, Words } from "@/ui";
import "./index.scss";

export type TargetsDone = "carried" | "saved" | "published";

interface LevelFormProps {
  level: Level;
  /** As the page was asked for it. */
  unitId: string;
  /** What was done last: one word at a time, so that what is in force is not called a draft. */
  done: TargetsDone | null;
  onDone: (done: TargetsDone | null) => void;
  onPublish: () => void;
}

/** The unit's target, a field for each that hangs on it, and what can be done with what stands there. */
export function LevelForm({ level, unitId, done, onDone, onPublish }: LevelFormProps) {
  const { t, f } = usePageWords(targetsWords);
  const words = t.targets;
  const me = useMe();
  const { period, parent, rows, path, publication, hasBegun, carriedCount } = level;
  const { draft, type, save, carry } = useTargetsForm({
    period,
    unitId,
    about: [parent?.name, f.month(period)].filter(Boolean).join(" "),
  });
  const { typed } = draft.form;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const said = done && words[done];

  const changed = changedTargets(rows, typed);
  const isWrong = rows.some((line) => targetFault(line, typed, true) !== null);
  const leftFen = leftFenOf(level, typed);
  const maySetAny = rows.some(({ maySet }) => maySet);
  const waits = publication.levels.length > 0;
  const goesAbove = waits && isPublishedAbove(level);
  const without = rows.some((line) => standingFen(line) !== null) || parent !== null ? withoutTarget(rows) : [];

  /** What is typed here is what the level below is given out of. */
  async function openBelow(below: string) {
    if (changed.length > 0 && !isWrong && (await save.run(level)) === null) return;
    open(routes.targets({ period, unitId: below }));
  }
  const faultText = (line: TargetLine) => {
    const fault = targetFault(line, typed, left.has(line.subjectId));
    return fault && words.faults[fault];
  };
  return (
    <ShowsAmounts>
      {parent && (
        <Card id="targets-parent" title={path.map(({ name }) => name).join(" › ")}>
          <Words as="title">{standingFen(parent) === null ? words.none : f.sales(standingFen(parent) ?? 0)}</Words>
          <Words as="sub" tone="quiet">
            {standingText(parent, t, f)}
          </Words>
          {leftFen !== null && (
            <Words as="sub" tone={leftFen === 0 ? "ok" : "warn"} id="targets-left" live="polite">
              {leftText({ leftFen, keptFen: parent.keptFen }, t, f)}
            </Words>
          )}
        </Card>
      )}
      <DraftNote draft={draft} />
      <Card id="targets-level" title={parent ? words.level : words.company}>
        {rows.length === 0 && <Empty text={words.nobody} />}
        {rows.map((line, index) => (
          <TargetField
            key={line.subjectId}
            isFirst={index === 0}
            line={line}
            text={textOf(line, typed)}
            typedFen={fenOf(line, typed)}
            fault={faultText(line)}
            onType={(text) => {
              onDone(null);
              type(line.subjectId, text);
            }}
            onLeave={() => setLeft(new Set([...left, line.subjectId]))}
            onOpen={line.isUnit ? () => void openBelow(line.subjectId) : null}
          />
        ))}
        {!maySetAny && (
          <Words as="sub" tone="quiet">
            {words.othersSet({ names: f.names(me.data?.hrNames ?? []) })}
          </Words>
        )}
      </Card>
      <Card id="targets-actions">
        {said && (
          <Words live="polite" id="targets-said">
            {said}
          </Words>
        )}
        {carriedCount > 0 && (
          <>
            <Words as="sub" tone="quiet">
              {changed.length > 0 ? words.carryAfter : words.carryNote({ count: carriedCount })}
            </Words>
            <Button
              id="targets-carry"
              text={words.carry}
              disabled={carry.busy || changed.length > 0}
              onTap={() => void carry.run(level).then((answer) => answer !== null && onDone("carried"))}
            />
            {carry.failure && <ErrorBlock id="targets-carry-error" failure={carry.failure} />}
          </>
        )}
        {changed.length > 0 && (
          <>
            <Words as="sub" tone="quiet">
              {words.saveNote}
            </Words>
            {save.failure && <ErrorBlock id="targets-save-error" failure={save.failure} />}
            <Button
              id="targets-save"
              kind="primary"
              text={words.save({ count: changed.length })}
              disabled={isWrong || save.busy}
              onTap={() => void save.run(level).then((answer) => answer !== null && onDone("saved"))}
            />
          </>
        )}
        {changed.length === 0 && waits && !publication.may && (
          <Words as="sub" tone="warn">
            {words.begun({ month: f.month(period), names: f.names(me.data?.hrNames ?? []) })}
          </Words>
        )}
        {changed.length === 0 && without.length > 0 && (waits || said) && (
          <Words as="sub" tone="warn" id="targets-without">
            {words.without({ names: f.names(without.slice(0, namedMax)), count: without.length })}
          </Words>
        )}
        {changed.length === 0 && goesAbove && parent && (
          <>
            <Words as="sub" tone="warn" id="targets-above">
              {words.above({ name: parent.name })}
            </Words>
            {parent.maySet && (
              <Button
                id="targets-up"
                kind="primary"
                text={words.goAbove}
                onTap={() => open(routes.targets({ period, unitId: path.at(-2)?.unitId ?? "" }))}
              />
            )}
          </>
        )}
        {changed.length === 0 && waits && !goesAbove && <Unsolved level={level} />}
        {changed.length === 0 && waits && !goesAbove && publication.may && (
          <Button
            id="targets-publish"
            kind="primary"
            text={words.publish({ count: countOf(level) })}
            disabled={isWrong}
            onTap={() => onPublish()}
          />
        )}
        {!waits && changed.length === 0 && carriedCount === 0 && !said && (
          <Words as="sub" tone="quiet">
            {words.nothingWaits}
          </Words>
        )}
        {hasBegun && publication.may && maySetAny && (waits || changed.length > 0) && (
          <Words as="note" tone="quiet">
            {words.runningNote}
          </Words>
        )}
      </Card>
    </ShowsAmounts>
  );
}

/** So many people are named. */
const namedMax = 10;
/** So many levels are named. */
const unsolvedMax = 3;

/** What the sheet will ask about: the level that is shown may add up, and one below it not. */
function Unsolved({ level }: { level: Level }) {
  const { t, f } = usePageWords(targetsWords);
  const { unsolved, unsolvedMore, sheet } = t.targets;
  const all = unsolvedLevels(level);
  const more = all.length - unsolvedMax;
  return (
    <>
      {all.slice(0, unsolvedMax).map(({ level: { parentId, parentName, restFen }, fault }) => {
        const said = {
          rest: sheet.rest({ amount: f.sales(restFen) }),
          tooMuch: sheet.tooMuch({ amount: f.sales(-restFen) }),
          noParent: sheet.noParent,
        }[fault];
        return (
          <Words key={parentId} as="sub" tone="warn" id={`unsolved-${parentId ?? "top"}`}>
            {unsolved({ name: parentName ?? t.targets.company, fault: said })}
          </Words>
        );
      })}
      {more > 0 && (
        <Words as="sub" tone="warn">
          {unsolvedMore({ count: more })}
        </Words>
      )}
    </>
  );
}

const countOf = ({ publication }: Level): number =>
  publication.levels.reduce((sum, { targets }) => sum + targets.length, 0);

interface TargetFieldProps {
  isFirst: boolean;
  line: TargetLine;
  text: string;
  typedFen: number | null;
  fault: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
  onOpen: (() => void) | null;
}

function TargetField({ isFirst, line, text, typedFen, fault, onType, onLeave, onOpen }: TargetFieldProps) {
  const { t, f } = usePageWords(targetsWords);
  const words = t.targets;
  const { subjectId, name, maySet, leftFen, keptFen } = line;
  const note = standingText(line, t, f);
  if (line.sellsNothing)
    return (
      <>
        {!isFirst && <Line />}
        <Row
          id={`target-${subjectId}`}
          text={name}
          note={
            <Words as="sub" tone="quiet">
              {words.sellsNothing[line.isUnit ? "unit" : "member"]}
            </Words>
          }
          label={f.said(name, words.sellsNothing[line.isUnit ? "unit" : "member"])}
        />
      </>
    );
  const below = leftFen === null ? words.belowNone : leftText({ leftFen, keptFen }, t, f);
  return (
    <>
      {!isFirst && <Line />}
      {maySet ? (
        <>
          <TextField
            id={`target-${subjectId}`}
            kind="money"
            label={name}
            hint={words.hint}
            unit={t.common.yuan}
            value={text}
            // In words, since zeros are hard to count.
            aside={typedFen === null ? undefined : f.sales(typedFen)}
            fault={fault}
            onChange={onType}
            onLeave={onLeave}
          />
          <View className="target-note">
            <Words as="note" tone="quiet">
              {note}
            </Words>
          </View>
        </>
      ) : (
        <Row
          id={`target-${subjectId}`}
          text={name}
          value={line.valueFen === null ? words.none : f.sales(line.valueFen)}
          note={
            <Words as="sub" tone="quiet">
              {note}
            </Words>
          }
        />
      )}
      {onOpen && (
        <Row
          id={`open-${subjectId}`}
          text={words.openLevel({ name })}
          note={
            <Words as="sub" tone={leftFen === 0 ? "ok" : leftFen === null ? "quiet" : "warn"}>
              {below}
            </Words>
          }
          label={f.said(words.openLevel({ name }), below)}
          onTap={onOpen}
        />
      )}
    </>
  );
}

/** Last month's, and what is in force where something else is proposed. */
function standingText({ lastFen, valueFen, draft }: TargetLine, t: TextsWith<typeof targetsWords>, f: Formats): string {
  const words = t.targets;
  const last = lastFen === null ? words.noLast : words.last({ amount: f.sales(lastFen) });
  const now =
    draft === null
      ? valueFen === null
        ? null
        : words.inForce
      : valueFen === null
        ? words.proposed
        : words.proposedOver({ amount: f.sales(valueFen) });
  return [last, now].filter(Boolean).join(" · ");
}

function leftText(
  { leftFen, keptFen }: { leftFen: number; keptFen: number },
  t: TextsWith<typeof targetsWords>,
  f: Formats,
): string {
  if (leftFen === 0) return keptFen === 0 ? t.targets.addsUp : t.targets.kept({ amount: f.sales(keptFen) });
  return leftFen > 0 ? t.targets.left({ amount: f.sales(leftFen) }) : t.targets.tooMuch({ amount: f.sales(-leftFen) });
}
