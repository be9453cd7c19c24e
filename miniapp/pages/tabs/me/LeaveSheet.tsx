import { open } from "@/features/navigation";
import { leaveActions, type Unsent } from "@/features/session/useLeave";
import { routes } from "@/routes";
import { known, type Texts, useWords } from "@/texts";
import { Button, Sheet, Words } from "@/ui";

interface LeaveSheetProps {
  by: keyof typeof leaveActions;
  unsent: Unsent;
  onClose: () => void;
}

/** More than that are said as a number. */
const namedMax = 6;

/** Leaving with something that has not arrived: what it is, and the person says what becomes of it. */
export function LeaveSheet({ by, unsent: { queued, drafts, tapAt }, onClose }: LeaveSheetProps) {
  const { t } = useWords();
  const words = t.me.leave;
  const leave = leaveActions[by];
  const waits = queued.length > 0;
  const unsureCount = queued.filter(({ isUnsure }) => isUnsure).length;
  const drop = <Button id="leave-anyway" kind="danger" grow={!waits} text={words.anyway} onTap={() => leave()} />;
  return (
    <Sheet
      id="leave-sheet"
      title={waits ? words.queuedTitle({ count: queued.length }) : titleOf({ drafts, tapAt }, t)}
      onClose={onClose}
      foot={
        <>
          <Button id="leave-not" text={words.stay} onTap={onClose} />
          {waits ? <Button id="leave-keeping" kind="primary" grow text={words.keep} onTap={() => leave(true)} /> : drop}
        </>
      }
    >
      {tapAt !== null && (
        <Words id="leave-tap" tone="warn">
          {words.tap({ name: tapAt })}
        </Words>
      )}
      {waits && (
        <>
          <Named names={queued.map(({ kind, about }) => nameOf(known(t.queue.kinds, kind), about))} />
          <Words>{words.queuedKeep}</Words>
          <Words id="leave-queued-drop">
            {unsureCount > 0 ? words.queuedDropUnsure({ count: unsureCount }) : words.queuedDrop}
          </Words>
        </>
      )}
      {drafts.length > 0 && (
        <>
          <Words id="leave-drafts">{waits ? words.draftsToo({ count: drafts.length }) : words.text}</Words>
          <Named names={drafts.map(({ kind, about }) => nameOf(words.drafts[kind], about))} />
        </>
      )}
      {waits && (
        <>
          <Button id="leave-upload" text={t.queue.open} onTap={() => open(routes.queue())} />
          {drop}
        </>
      )}
    </Sheet>
  );
}

const titleOf = ({ drafts, tapAt }: Pick<Unsent, "drafts" | "tapAt">, { me: { leave } }: Texts): string =>
  drafts.length > 0 || tapAt === null ? leave.title({ count: drafts.length }) : leave.tapTitle({ name: tapAt });

const nameOf = (kind: string | undefined, about: string): string => [kind, about].filter(Boolean).join(" · ");

function Named({ names }: { names: readonly string[] }) {
  const { t } = useWords();
  const shown = names.slice(0, namedMax);
  return (
    <>
      {shown.map((name, index) => (
        <Words key={`${index}${name}`} as="sub">
          {name}
        </Words>
      ))}
      {shown.length < names.length && (
        <Words as="sub" tone="quiet">
          {t.me.leave.more({ count: names.length - shown.length })}
        </Words>
      )}
    </>
  );
}
