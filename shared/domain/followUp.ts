/** How one was in touch with a customer without going there. */
export const followUpChannels = ["phone", "wecom", "mail"] as const;
export type FollowUpChannel = (typeof followUpChannels)[number];

/** What a follow-up's record says. */
export interface FollowUpText {
  channel: FollowUpChannel;
  people: string | null;
  record: string;
}

/** Letters as a person counts them. */
export const followUpLengths = { record: 500, people: 100 } as const;

/** Whether two versions of a record say the same. */
export const saysTheSame = (one: FollowUpText, other: FollowUpText): boolean =>
  one.channel === other.channel && one.people === other.people && one.record === other.record;
