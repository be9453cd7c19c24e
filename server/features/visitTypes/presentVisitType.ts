import type { ConfiguredVisitTypeView, VisitTypeView } from "@shared/contracts";
import type { VisitType } from "@shared/domain/visitType";
import type { ConfiguredType } from "./visitTypes";

export function presentVisitType({ typeId, version, name, steps, asksTimeOnSite, seenBy }: VisitType): VisitTypeView {
  const shown = steps.map(({ stepId, kind, label, required, options }) => ({
    ...{ stepId, kind, label, required },
    options: [...options],
  }));
  return { typeId, version, name, steps: shown, asksTimeOnSite, seenBy };
}

export const presentConfigured = (type: Omit<ConfiguredType, "outOfUseOn">): ConfiguredVisitTypeView => ({
  ...presentVisitType(type),
  inUse: type.inUse,
  changed: type.changed && { byName: type.changed.byName, at: type.changed.at.toISOString() },
});
