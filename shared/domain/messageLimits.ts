/** In which form what a group is to hear goes out. */
export interface GroupMessages {
  messagesCount: number;
  form: "single" | "digest";
}

/** More alerts than a robot may send in a minute are one digest: beyond that WeCom refuses (V212). */
export const groupMessagesOf = (alertsCount: number, perMinute: number): GroupMessages =>
  alertsCount > perMinute ? { messagesCount: 1, form: "digest" } : { messagesCount: alertsCount, form: "single" };

/** Of messages to one member as many go out as the minute allows; WeCom drops what is beyond without a word, so that it waits here (V213). */
export function memberMessagesOf(messagesCount: number, perMinute: number): { nowCount: number; laterCount: number } {
  const nowCount = Math.min(messagesCount, perMinute);
  return { nowCount, laterCount: messagesCount - nowCount };
}
