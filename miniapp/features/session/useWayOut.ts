import { back } from "@/features/navigation";
import { routes } from "@/routes";
import { useMe } from "./useMe";

/** For who has opened a page by its address that is not theirs: who gives rights, and the way back. */
export const useWayOut = (): { names: readonly string[]; onBack: () => void } => ({
  names: useMe().data?.administratorNames ?? [],
  onBack: () => back(routes.me()),
});
