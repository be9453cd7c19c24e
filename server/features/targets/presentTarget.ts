import type { TargetVersionView, TargetView } from "@shared/contracts";
import type { TargetRecord } from "./targetModel";
import type { TargetVersionRecord } from "./targetVersionModel";

/** A target as somebody sees it. @param setsIt whether they may set it: proposals are no business of others */
export function presentTarget(target: TargetRecord, setsIt: boolean): TargetView {
  const { draft, remainder } = target;
  return {
    subjectId: target.subjectId,
    // The model takes what contracts let through.
    measure: target.measure as TargetView["measure"],
    period: target.period,
    valueFen: target.valueFen ?? null,
    remainder: setsIt && remainder ? { valueFen: remainder.valueFen, reason: remainder.reason } : null,
    draft:
      setsIt && draft
        ? {
            valueFen: draft.valueFen,
            reason: draft.reason ?? null,
            by: { kind: draft.by.kind, id: draft.by.id },
            at: draft.at.toISOString(),
          }
        : null,
    publishedAt: target.publishedAt?.toISOString() ?? null,
    revision: target.revision,
  };
}

export function presentTargetVersion(version: TargetVersionRecord): TargetVersionView {
  return {
    revision: version.revision,
    action: version.action,
    valueFen: version.valueFen ?? null,
    reason: version.reason ?? null,
    by: { kind: version.by.kind, id: version.by.id },
    at: version.at.toISOString(),
  };
}
