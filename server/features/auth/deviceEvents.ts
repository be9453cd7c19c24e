import { defineEvent } from "../../outbox";

/** Somebody has signed in where they never had, and has other devices. */
export interface DeviceAdded {
  memberId: string;
  via: "weapp" | "h5";
  name: string | null;
  /** Business time, ISO. */
  at: string;
}

export const deviceAdded = defineEvent<DeviceAdded>("device.added");
