/** What is known of a lead when it is judged. */
export interface LeadEvidence {
  isFormFilled: boolean;
  isNeedClear: boolean;
  followUpsCount: number;
}

/** What a lead must have to be worth the marketing side's pay; whatever is not named does not count. */
export interface LeadDefinition {
  isFormNeeded?: true;
  isNeedNeeded?: true;
  /** More than so many. */
  followUpsAbove?: number;
}

export type MissingOfLead = "form" | "need" | "followUps";

/**
 * The definitions of the source in the order in which they held. It tells of the second as one from the start and as one that came later
 * (C35): definitions are versions, and the day on which a lead was entered decides for good (R228, Q17).
 */
export const leadDefinitions = {
  v1: { followUpsAbove: 2 },
  v2: { isFormNeeded: true, isNeedNeeded: true },
} as const satisfies Record<string, LeadDefinition>;

/**
 * What a lead lacks to be valid (R212, R227, V190–V194); empty: it is valid.
 * @param definition in force when it was entered; null: there was none, so that no lead is valid and nothing can be done about it
 */
export function judgeLead(
  lead: LeadEvidence,
  definition: LeadDefinition | null,
): { isValid: boolean; missing: MissingOfLead[] } {
  if (definition === null) return { isValid: false, missing: [] };
  const { isFormNeeded, isNeedNeeded, followUpsAbove } = definition;
  const missing: MissingOfLead[] = [];
  if (isFormNeeded && !lead.isFormFilled) missing.push("form");
  if (isNeedNeeded && !lead.isNeedClear) missing.push("need");
  if (followUpsAbove !== undefined && lead.followUpsCount <= followUpsAbove) missing.push("followUps");
  return { isValid: missing.length === 0, missing };
}
