import { readStored } from "@/platform/storage";
import { type DraftName, type KeptDraft, draftKey, draftsOf, peekDraft, takeDraft } from "@/features/draft/useDraft";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { amountOf } from "./saleForm";

/*
 * Under which names sales are begun on this phone. One that goes by the queue keeps its draft until it has arrived, to come back as
 * that where its person takes it out; a second one of the same client is begun beside it, so that neither swallows the other.
 */

/** No id has it. */
const beside = "*";

const nameOf = (draft: string): DraftName => `sale:${draft}`;

const heldKeys = (): ReadonlySet<string | null> => new Set(commandQueue.list().map(({ draft }) => draft));

/** Those that were begun under a name or beside it, and do not go by the queue. @param base `new`, a client's or a sale's id */
function begunOf(base: string): string[] {
  const held = heldKeys();
  const beginning = draftKey(nameOf(""));
  return draftsOf(useSession.getState().memberId)
    .filter(({ kind, key }) => kind === "sale" && !held.has(key))
    .map(({ key }) => key.slice(beginning.length))
    .filter((name) => name === base || name.startsWith(`${base}${beside}`))
    .sort();
}

/** The one that was begun, else a new one's name that nothing goes by. */
export function saleDraftOf(base: string): string {
  const [begun] = begunOf(base);
  if (begun !== undefined) return begun;
  const held = heldKeys();
  let name = base;
  for (let count = 2; held.has(draftKey(nameOf(name))); count += 1) name = `${base}${beside}${count}`;
  return name;
}

/** What was typed of its amount, in fen; null for a draft of something else, and where that is no amount. */
export function amountOfDraft({ kind, key }: Pick<KeptDraft, "kind" | "key">): number | null {
  const kept = kind === "sale" ? readStored(key) : null;
  const amount = typeof kept === "object" && kept !== null && "amount" in kept ? kept.amount : null;
  return typeof amount === "string" ? amountOf({ amount }) : null;
}

/** Takes what was begun for a client under a name; null where there is nothing with an amount. */
export function takeBegun(base: string, customerId: string): Record<string, unknown> | null {
  const isOfClient = (name: string) => {
    const { customerId: of, amount } = peekDraft(nameOf(name)) ?? {};
    return typeof amount === "string" && amount !== "" && (of === customerId || base === customerId);
  };
  const name = begunOf(base).find(isOfClient);
  return name === undefined ? null : takeDraft(nameOf(name));
}
