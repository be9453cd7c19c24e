import type { OpeningView } from "@/features/openings/useOpenings";
import type { openingsWords } from "@/texts/areas/openings";

/** Where a table stands; one that was taken back by who has prepared it was sent back by nobody. */
export const stateText = (
  { state, decision }: Pick<OpeningView, "state" | "decision">,
  words: (typeof openingsWords)["zh"]["openings"],
): string => (state === "returned" && decision?.reason === null ? words.withdrawn : words.states[state]);
