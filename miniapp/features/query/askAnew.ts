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

/** Asked for the first time and not answered yet: what comes may be of before, and to ask anew alone would wait for just that. */
const isFirstUnderway = ({ meta, state }: Query): boolean =>
  state.data === undefined && state.fetchStatus === "fetching" && meta?.isLook !== true;

/**
 * All that this program shows is asked for anew: there is a network again, or something has arrived that waited. Nobody is looked at again
 * because of that.
 */
export async function askAnew(): Promise<void> {
  await queryClient.cancelQueries({ predicate: isFirstUnderway });
  await queryClient.invalidateQueries({ predicate: (query) => !wouldLookAgain(query) });
}
