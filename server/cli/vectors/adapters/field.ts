import { checkInRules, judgeDistance } from "@shared/domain/checkIn";
import { judgeVisit, recordWindowMs } from "@shared/domain/visit";
import { type Answer, type Inputs, whole } from "../inputs";

const verdicts = {
  inside: "accepted",
  doubtful: "accepted_low_confidence",
  outside: "outside",
  unverified: "unverified",
} as const;

export function geofence(inputs: Inputs): Answer {
  const accuracyCeilingM = inputs.has("accuracy_ceiling_m")
    ? inputs.count("accuracy_ceiling_m")
    : checkInRules.accuracyCeilingM;
  const verdict = judgeDistance(inputs.count("distance_m"), inputs.count("accuracy_m"), inputs.count("radius_m"), {
    accuracyMaxM: null,
    accuracyCeilingM,
  });
  return { result: verdicts[verdict] };
}

const hourMs = 3_600_000;

/** A delivery more changes nothing: a check-in is keyed by its client's event. */
export function effectiveVisit(inputs: Inputs): Answer {
  const delay =
    inputs.exactOrNull("followup_delay_hours") === null ? null : inputs.count("followup_delay_hours") * hourMs;
  const { effective } = judgeVisit({
    verdict: inputs.flag("within_client_radius") ? "inside" : "outside",
    recordDelayMs: inputs.flag("has_followup") ? 0 : delay,
    windowMs: inputs.has("window_hours") ? inputs.count("window_hours") * hourMs : recordWindowMs,
    stepsMissing: false,
    alreadyCountedToday: false,
  });
  return { count: whole(effective ? 1 : 0) };
}
