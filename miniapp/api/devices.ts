import type { BodyOf } from "@shared/contracts";
import { devicesShapes } from "./answerShapes/devices";
import { caller } from "./http";

const call = caller(devicesShapes);

export const listDevices = () => call("devices.mine", {});
export const removeDevice = (deviceId: string, body: BodyOf<"devices.remove">) =>
  call("devices.remove", { params: { deviceId }, body });
