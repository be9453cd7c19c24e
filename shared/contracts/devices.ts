import { z } from "zod";
import { commandId, id, instant } from "./common";
import type { Contract } from "./contract";

/** A phone or browser in which I have signed in. */
export const deviceView = z.object({
  deviceId: id,
  via: z.enum(["weapp", "h5"]),
  /** Model and system, or browser and system; null where it does not say. */
  name: z.string().nullable(),
  /** Since when I sign in there, and when I did last. */
  firstAt: instant,
  lastAt: instant,
  /** The one that asks. */
  isThis: z.boolean(),
  /** Begun within a day, beside others. */
  isNew: z.boolean(),
});

export const devicesContracts = {
  "devices.mine": {
    summary: "The phones and browsers in which I have signed in, the one used last first (at most 50).",
    session: "member",
    answer: z.object({ items: z.array(deviceView) }),
    example: {},
  },
  "devices.remove": {
    summary: "Take one of them off the list; what is signed in there ends. `isMine`: false where it never was.",
    session: "member",
    params: z.strictObject({ deviceId: id }),
    body: z.strictObject({ commandId, isMine: z.boolean() }),
    answer: z.object({ sessionsEnded: z.number().int() }),
    example: {
      params: { deviceId: "6f1ed002ab5595859014ebf0951522d96f1ed002ab5595859014ebf0951522d9" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a61", isMine: true },
    },
  },
} satisfies Record<string, Contract>;
