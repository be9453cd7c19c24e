import { needsPerson, type QueueState } from "@shared/domain/commandQueue";
import type { Formats } from "@/texts";
import type { queueWords } from "@/texts/areas/main/queue";
import type { TextsWith } from "@/texts/pageWords";

/** As the queue lists it. */
interface Kept {
  look: QueueState;
  /** Also where the program ends; false: in memory alone. */
  isKept: boolean;
  lacksFile?: boolean;
}

/** What becomes of something that is on this phone and has not arrived, on every page that shows it. @param goes said where it goes by itself */
export function keptText(
  { look, isKept, lacksFile }: Kept,
  goes: string,
  { t, f }: { t: TextsWith<typeof queueWords>; f: Formats },
): string {
  // Of one that is held up it is the one before that needs its person.
  const stop = lacksFile || needsPerson(look) ? t.common.stripNeedsYou({ count: 1 }) : null;
  if (isKept) return stop ?? goes;
  return stop === null ? t.queue.keptInMemory : f.clauses([stop, t.queue.keptInMemory]);
}
