import type { EventHandler } from "../../outbox";
import type { DeviceAdded } from "../auth";
import type { NoticeDeps } from "./deliver";
import { told } from "./tell";

/** Tells somebody, once, that there is a new device on their list: it may not be theirs. */
export const deviceTeller: EventHandler<DeviceAdded, NoticeDeps> = (device, delivery, deps) =>
  Promise.resolve(
    told(
      [
        {
          noticeId: `device_new:${delivery.eventId}`,
          kind: "device_new",
          params: device,
          channel: "member",
          receiverId: device.memberId,
          cause: delivery.eventId,
          answersAct: false,
          at: new Date(device.at),
        },
      ],
      deps,
    ),
  );
