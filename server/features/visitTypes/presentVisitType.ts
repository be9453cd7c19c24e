import type { ConfiguredVisitTypeView, VisitTypeView } from "@shared/contracts";
import { isShortStep, type VisitType } from "@shared/domain/visitType";
import type { ConfiguredType } from "./visitTypes";

export function presentVisitType({ typeId, version, name, steps, asksTimeOnSite, seenBy }: VisitType): VisitTypeView {
  const shown = steps.map((step) => ({
    ...{ stepId: step.stepId, kind: step.kind, label: step.label, required: step.required },
    options: [...step.options],
    isShort: isShortStep(step),
  }));
  return { typeId, version, name, steps: shown, asksTimeOnSite, seenBy };
}

export const presentConfigured = (type: Omit<ConfiguredType, "outOfUseOn" | "rank">): ConfiguredVisitTypeView => ({
  ...presentVisitType(type),
  inUse: type.inUse,
  changed: type.changed && { byName: type.changed.byName, at: type.changed.at.toISOString() },
});
