import type { Deps } from "../../deps";
import type { FindSession } from "../../http";
import { sessionsOf } from "./sessions";

export { deviceAdded, type DeviceAdded } from "./deviceEvents";
export { devicesHandlers } from "./deviceRoutes";
export { countDevicesOf, devicesShown, deviceUse, eraseDevices, eraseDevicesOf } from "./devices";
export { authHandlers } from "./routes";

/** The look-ups that the HTTP layer is handed. */
export const sessionFinders = (deps: Deps): { findSession: FindSession; findOldSession: FindSession } => {
  const { find, findOld } = sessionsOf(deps);
  return { findSession: find, findOldSession: findOld };
};
