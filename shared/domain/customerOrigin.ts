/** Where a customer comes from, as plans and facts name it. */
export const customerOrigins = ["自有", "市场", "转介绍"] as const;
export type CustomerOrigin = (typeof customerOrigins)[number];

/** How somebody and the company have met, each with evidence of its own: a form, a scan, a card, a call. */
export const touchKinds = ["repEntry", "onlineAd", "exhibition", "referral"] as const;
export type TouchKind = (typeof touchKinds)[number];

const originOfTouch: Record<TouchKind, CustomerOrigin> = {
  repEntry: "自有",
  onlineAd: "市场",
  exhibition: "市场",
  referral: "转介绍",
};

export interface Touch {
  kind: TouchKind;
  /** Instant, ISO with offset or the day alone; all of one chain in one form. */
  at: string;
}

/**
 * What a customer is, whatever somebody has declared: the first touch that can be shown decides, later ones stay as evidence (R217, R218,
 * Q16, V195, V196). Of two at one instant the first listed. null: nothing can be shown.
 */
export function originOf(touches: readonly Touch[]): CustomerOrigin | null {
  let first: Touch | null = null;
  for (const touch of touches) if (first === null || touch.at < first.at) first = touch;
  return first && originOfTouch[first.kind];
}
