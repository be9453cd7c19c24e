import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const listDevices = () => call("devices.mine", {});
export const removeDevice = (deviceId: string, body: BodyOf<"devices.remove">) =>
  call("devices.remove", { params: { deviceId }, body });
