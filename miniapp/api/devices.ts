import type { BodyOf } from "@shared/contracts";
import { devicesAsked } from "./answerShapes/devices";
import { caller } from "./http";

const call = caller(devicesAsked);

export const listDevices = () => call("devices.mine", {});
export const removeDevice = (deviceId: string, body: BodyOf<"devices.remove">) =>
  call("devices.remove", { params: { deviceId }, body });
