import { type EventType, eventTypes } from "./eventTypes";

/** Whether this version of the program knows the type: an event may have been left by a newer one. */
export function knownType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}
