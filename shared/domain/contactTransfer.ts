/** WeCom hands one customer on so often within 90 days. */
export const transfersMax = 2;

/** Whether WeCom takes one more hand-over of a customer from one colleague to another (V214). */
export const mayTransfer = (transfersIn90Days: number, request: number): boolean =>
  transfersIn90Days + request <= transfersMax;

/** As WeCom counts them. */
export const transferStates = { 1: "done", 2: "waiting", 3: "refused", 4: "receiverFull" } as const;
export type TransferState = (typeof transferStates)[keyof typeof transferStates];

export const transferStateOf = (status: number): TransferState | null =>
  (transferStates as Record<number, TransferState | undefined>)[status] ?? null;

/** Whose customer it is follows what has happened, not what was asked for: a customer may refuse, and a receiver be full (V215). */
export const changesOwner = (state: TransferState | null): boolean => state === "done";
