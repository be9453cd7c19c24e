import type { SetupStep } from "./useSetup";

/**
 * Where the guide leads from a step: to the next one in its order that is left and the reader can do, what can wait among them; then to
 * those before. Without a step, from the beginning.
 */
export function nextStep(steps: readonly SetupStep[], from?: SetupStep): SetupStep | null {
  const at = from ? steps.indexOf(from) : -1;
  const round = [...steps.slice(at + 1), ...steps.slice(0, Math.max(at, 0))];
  return round.find(({ state, mayI }) => state === "open" && mayI) ?? null;
}
