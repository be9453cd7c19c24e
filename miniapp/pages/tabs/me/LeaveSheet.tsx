import { useContext } from "react";
import { amountText } from "@shared/domain/moneyText";
import { open } from "@/features/navigation";
import { saleOf } from "@/features/sales/queuedSales";
import { amountOfDraft } from "@/features/sales/saleDrafts";
import { leaveActions, type Unsent, useUnsent, wayToKeep } from "@/features/session/useLeave";
import { routes } from "@/routes";
import { type Texts, known } from "@/texts";
import { meWords } from "@/texts/areas/main/me";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, FrameContext, Sheet, Words } from "@/ui";

interface LeaveSheetProps {
  by: keyof typeof leaveActions;
  onClose: () => void;
}

/** More than that are said as a number. */
const namedMax = 6;

/** Leaving with something that has not arrived: what it is, what becomes of it either way, and the person says which. */
export function LeaveSheet({ by, onClose }: LeaveSheetProps) {
  const { t } = usePageWords(meWords, queueWords);
  const words = t.me.leave;
  const leave = leaveActions[by];
  const { online } = useContext(FrameContext);
  const unsent = useUnsent();
  const { queued, drafts, tapAt } = unsent ?? { queued: [], drafts: [], tapAt: null };
  const waits = queued.length > 0;
  const unsureCount = queued.filter(({ isUnsure }) => isUnsure).length;
  const drop = unsent ? (
    <Button id="leave-anyway" kind="danger" grow={!waits} text={words.anyway} onTap={() => leave()} />
  ) : (
    <Button id="leave-now" kind="primary" grow text={t.me.signOut} onTap={() => leave()} />
  );
  return (
    <Sheet
      id="leave-sheet"
      title={waits ? words.queuedTitle({ count: queued.length }) : titleOf(unsent, t)}
      onClose={onClose}
      foot={
        <>
          <Button id="leave-not" text={words.stay} onTap={onClose} />
          {waits ? (
            <Button
              id="leave-keeping"
              kind="primary"
              grow
              text={words[drafts.length > 0 ? "keepUploads" : "keep"]}
              onTap={() => leave(true)}
            />
          ) : (
            drop
          )}
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
          <Named
            names={queued.map((entry) =>
              nameOf(
                known(t.queue.kinds, entry.kind),
                entry.about,
                worthOf(saleOf(entry)?.amountFen ?? null, t),
                entry.files.length > 0 ? t.queue.hasFiles : null,
              ),
            )}
          />
          <Words id="leave-queued-keep">{words[unsureCount > 0 ? "queuedKeepUnsure" : "queuedKeep"]}</Words>
          <Words id="leave-queued-drop">
            {unsureCount === 0
              ? words.queuedDrop
              : unsureCount === queued.length
                ? words.queuedDropAllUnsure
                : words.queuedDropUnsure({ count: unsureCount })}
          </Words>
        </>
      )}
      {drafts.length > 0 && (
        <>
          <Words id="leave-drafts" tone="warn">
            {words[waits ? "draftsToo" : "drafts"]({ count: drafts.length })}
          </Words>
          <Named
            names={drafts.map((draft) =>
              nameOf(words.draftKinds[draft.kind], draft.about, worthOf(amountOfDraft(draft), t)),
            )}
          />
          <Words id="leave-drafts-keep">{words.keepDrafts[wayToKeep(drafts, online)]}</Words>
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

function titleOf(unsent: Unsent | null, { me: { leave } }: TextsWith<typeof meWords>): string {
  if (!unsent) return leave.nothingLeft;
  const { drafts, tapAt } = unsent;
  return drafts.length > 0 || tapAt === null ? leave.title({ count: drafts.length }) : leave.tapTitle({ name: tapAt });
}

const nameOf = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(" · ");

const worthOf = (amountFen: number | null, { common }: Texts): string | null =>
  amountFen === null ? null : `${amountText(amountFen)} ${common.yuan}`;

function Named({ names }: { names: readonly string[] }) {
  const { t } = usePageWords(meWords);
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
