import type { PublicPraise } from "@shared/contracts";
import { setPublicPraise } from "@/api/me";
import type { Failure } from "@/ui";
import { useMe } from "./useMe";
import { useProfileChange } from "./useProfileChange";

export interface PublicPraiseChoice {
  /** Null while it is not known. */
  choice: PublicPraise | "none" | null;
  failure: Failure | null;
  onChoose: (choice: PublicPraise) => void;
}

/** Whether my group may hear my name with a win. */
export function usePublicPraise(): PublicPraiseChoice {
  const me = useMe();
  const choose = useProfileChange(async (commandId, revision, publicPraise: PublicPraise) => ({
    ...(await setPublicPraise({ commandId, revision, publicPraise })),
    hasChosenPraise: true,
  }));
  const { publicPraise, hasChosenPraise } = me.data?.member ?? {};
  return {
    choice: hasChosenPraise === false ? "none" : (publicPraise ?? null),
    failure: choose.failure,
    onChoose: (choice) => void choose.run(choice),
  };
}
