import type { Handlers } from "../../http";
import type { Deps } from "../../deps";
import { devicesShown } from "./devices";
import { removeDevice } from "./removeDevice";

/** Where somebody is signed in, told to the person alone. */
export const devicesHandlers = (deps: Deps): Handlers<"devices"> => ({
  "devices.mine": async ({ actor }) => ({
    items: await devicesShown(actor.id, actor.deviceId ?? null, deps.clock.now()),
  }),
  "devices.remove": ({ actor, params, body }) => removeDevice(deps, { actor, deviceId: params.deviceId, body }),
});
