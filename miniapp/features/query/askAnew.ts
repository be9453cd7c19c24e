import type { Query } from "@tanstack/react-query";
import { queryClient } from "./queryClient";

/** Whether each answer is noted as a look at somebody else; of some it shows by the answer. */
export type IsLook<Data> = boolean | ((answered: Data) => boolean);

/** Whether asking for it again would be noted as one more look. Of what nobody has been answered, or not properly, that is not known. */
export function wouldLookAgain({ meta, state }: Query): boolean {
  if (state.data === undefined || state.error !== null || state.dataUpdatedAt === 0) return false;
  const isLook = meta?.isLook as IsLook<unknown> | undefined; // as `useApiQuery` notes it
  return typeof isLook === "function" ? isLook(state.data) : isLook === true;
}

/** Asked for the first time and not answered yet: what comes may be of before, and to ask anew now would wait for just that. */
const isFirstUnderway = ({ state }: Query): boolean => state.data === undefined && state.fetchStatus === "fetching";

/** Those that are asked again once they have been answered. */
const askedAfter = new Set<Query>();

async function askAfterAnswer(query: Query): Promise<void> {
  askedAfter.add(query);
  await query.promise?.catch(() => {});
  askedAfter.delete(query);
  const isAnswered = (one: Query) => one === query && one.state.data !== undefined && !wouldLookAgain(one);
  await queryClient.invalidateQueries({ predicate: isAnswered });
}

/**
 * All that this program shows is asked for anew: there is a network again, or something has arrived that waited. Nobody is looked at again
 * because of that. What is on its way for the first time is shown as it comes: where much arrives over a slow network a page would else
 * wait for the end of it.
 */
export async function askAnew(): Promise<void> {
  const underway = queryClient.getQueryCache().findAll({ predicate: isFirstUnderway });
  await Promise.all([
    queryClient.invalidateQueries({ predicate: (query) => !underway.includes(query) && !wouldLookAgain(query) }),
    ...underway.filter((query) => !askedAfter.has(query)).map(askAfterAnswer),
  ]);
}
