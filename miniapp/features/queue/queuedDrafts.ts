import { type DraftKind, type DraftName, draftKey, draftsOf } from "@/features/draft/useDraft";
import { useSession } from "@/features/session/sessionStore";
import { commandQueue } from "./commandQueue";

/*
 * Under which names what goes by the queue is begun on this phone. It keeps its draft until it has arrived, to come back as that where its
 * person takes it out; a second one of the same name is begun beside it, so that neither swallows the other.
 */

/** No id has it. */
const beside = "*";

const heldKeys = (): ReadonlySet<string | null> => new Set(commandQueue.list().map(({ draft }) => draft));

const nameOf = (kind: DraftKind, draft: string): DraftName => `${kind}:${draft}`;

/** Those that were begun under a name or beside it, and do not go by the queue. @param base `new`, or an id */
export function begunOf(kind: DraftKind, base: string): string[] {
  const held = heldKeys();
  const beginning = draftKey(nameOf(kind, ""));
  return draftsOf(useSession.getState().memberId)
    .filter((draft) => draft.kind === kind && !held.has(draft.key))
    .map(({ key }) => key.slice(beginning.length))
    .filter((name) => name === base || name.startsWith(`${base}${beside}`))
    .sort();
}

/** The one that was begun, else a new one's name that nothing goes by. */
export function openDraftOf(kind: DraftKind, base: string): string {
  const [begun] = begunOf(kind, base);
  if (begun !== undefined) return begun;
  const held = heldKeys();
  let name = base;
  for (let count = 2; held.has(draftKey(nameOf(kind, name))); count += 1) name = `${base}${beside}${count}`;
  return name;
}
