import { useState } from "react";
import { needsReason } from "@shared/domain/target";
import { tidiedLine } from "@shared/domain/tidyText";
import { open } from "@/features/navigation";
import { levelFault, type Level, type PublicationLevel } from "@/features/targets/targetForm";
import { usePublish } from "@/features/targets/useTargets";
import { routes } from "@/routes";
import { targetsWords } from "@/texts/areas/targets";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, ErrorBlock, Row, Sheet, TextField, Words } from "@/ui";

const reasonMax = 200;

/** What a publication changes, for whom, and what of it is kept back; then it is in force. */
export function PublishSheet({ level, onClose, onDone }: { level: Level; onClose: () => void; onDone: () => void }) {
  const { t, f } = usePageWords(targetsWords);
  const words = t.targets.sheet;
  const { publication, hasBegun, period } = level;
  const { levels, peopleCount, peopleNames, isWhole } = publication;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const publish = usePublish(period);
  const faults = levels.map((one) => levelFault(one, kept));
  const asksReason =
    kept.size > 0 ||
    needsReason(
      hasBegun,
      levels.flatMap(({ targets }) => targets),
    );
  const said = tidiedLine(reason).trim();
  const names =
    peopleNames.length < peopleCount ? words.andMore({ names: f.names(peopleNames) }) : f.names(peopleNames);
  const people = hasBegun ? words.peoplePaid : words.people;
  const waits = faults.includes("rest")
    ? words.waits.rest
    : faults.some((fault) => fault !== null)
      ? words.waits.levels
      : asksReason && said === ""
        ? words.waits.reason
        : null;
  return (
    <Sheet
      id="publish-sheet"
      title={words.title({ month: f.month(period) })}
      onClose={onClose}
      foot={
        <Button
          id="publish-send"
          kind="primary"
          grow
          // A button that cannot be tapped says what it waits for.
          text={waits ?? words.send}
          disabled={waits !== null || publish.busy}
          onTap={() => void publish.run({ level, kept, reason: said }).then((done) => done !== null && onDone())}
        />
      }
    >
      {peopleCount > 0 && <Words id="publish-people">{people({ count: peopleCount, names })}</Words>}
      {asksReason && (
        <TextField
          id="publish-reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          lengthMax={reasonMax}
          value={reason}
          onChange={(typed) => setReason(typed.slice(0, reasonMax))}
        />
      )}
      {levels.map((one, index) => (
        <LevelChanges
          key={one.parentId ?? "top"}
          level={one}
          fault={faults[index] ?? null}
          isKept={kept.has(one.parentId ?? "")}
          onKeep={() => setKept(new Set([...kept, one.parentId ?? ""]))}
          onOpen={() => {
            onClose();
            if (one.parentId !== (level.parent?.subjectId ?? null))
              open(routes.targets({ period, unitId: one.parentId ?? "" }));
          }}
        />
      ))}
      {!isWhole && (
        <Words as="sub" tone="quiet">
          {words.more}
        </Words>
      )}
      {publish.failure && <ErrorBlock id="publish-error" failure={publish.failure} />}
    </Sheet>
  );
}

interface LevelChangesProps {
  level: PublicationLevel;
  fault: ReturnType<typeof levelFault>;
  isKept: boolean;
  onKeep: () => void;
  onOpen: () => void;
}

function LevelChanges({ level, fault, isKept, onKeep, onOpen }: LevelChangesProps) {
  const { t, f } = usePageWords(targetsWords);
  const words = t.targets.sheet;
  const { parentId, parentName, parentFen, restFen, targets } = level;
  const id = parentId ?? "top";
  const title =
    parentName === null ? t.targets.company : words.under({ name: parentName, amount: f.sales(parentFen ?? 0) });
  const asksRest = fault === "rest" || isKept;
  return (
    <Card id={`publish-${id}`} flush title={title}>
      {targets.map(({ subjectId, name, beforeFen, afterFen }) => {
        const change =
          beforeFen === null
            ? words.first({ amount: f.sales(afterFen) })
            : words.fromTo({ before: f.sales(beforeFen), after: f.sales(afterFen) });
        return <Row key={subjectId} id={`publishes-${subjectId}`} text={name} value={change} />;
      })}
      {asksRest && (
        <Choices
          id={`rest-${id}`}
          label={words.rest({ amount: f.sales(restFen) })}
          value={isKept ? "keep" : null}
          options={[
            { value: "keep", text: words.keep({ amount: f.sales(restFen) }) },
            { value: "give", text: words.give },
          ]}
          onChoose={(choice) => (choice === "keep" ? onKeep() : onOpen())}
        />
      )}
      {fault === "rest" && (
        <Words as="sub" tone="warn">
          {words.rest({ amount: f.sales(restFen) })}
        </Words>
      )}
      {(fault === "tooMuch" || fault === "noParent") && (
        <>
          <Words as="sub" tone="warn">
            {fault === "noParent" ? words.noParent : words.tooMuch({ amount: f.sales(-restFen) })}
          </Words>
          <Button id={`mend-${id}`} text={words.give} onTap={onOpen} />
        </>
      )}
    </Card>
  );
}
