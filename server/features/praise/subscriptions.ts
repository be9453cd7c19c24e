import { subscribe } from "../../outbox";
import { praiseWaits } from "./events";
import { praiseReminder } from "./onPraiseWaits";

export const praiseSubscriptions = [subscribe("praise.remind", praiseWaits, praiseReminder)] as const;
