import { customerStages } from "./customer";

/** Its place on the way; -1 for one that a company has named itself. */
export const stageIndexOf = (stage: string): number => customerStages.findIndex((one) => one === stage);

/** Whether a customer is less far afterwards. From a stage that is not on the way none is back. */
export const isStepBack = (from: string, to: string): boolean => stageIndexOf(to) < stageIndexOf(from);

/** A stage may be left out on the way on; a way back has its reason. */
export function stageFault(
  from: string,
  to: string,
  reason: string | null,
): "stage.same" | "stage.reasonMissing" | null {
  if (from === to) return "stage.same";
  return isStepBack(from, to) && reason === null ? "stage.reasonMissing" : null;
}

export const stageReasonMax = 200;
