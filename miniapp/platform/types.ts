import type { Fix } from "@shared/domain/checkIn";

/** Which of two answers a login leads to: a code to exchange, or the page has left for WeCom's own login page. */
export type LoginStart = { kind: "code"; code: string } | { kind: "left" };

/** Why there is no login: the program does not run inside WeCom, or WeCom refused to give a code. */
export class LoginError extends Error {
  constructor(
    readonly reason: "notInWeCom" | "refused",
    message: string,
  ) {
    super(message);
    this.name = "LoginError";
  }
}

export type LocationReason =
  | "systemRefused" // the phone does not let WeCom use location
  | "appRefused" // the person refused it to this program
  | "unavailable" // no satellites, no network, time over
  | "unsupported"; // this browser or address has none

/** Why there is no position. */
export class LocationError extends Error {
  constructor(
    readonly reason: LocationReason,
    message: string,
  ) {
    super(message);
    this.name = "LocationError";
  }
}

/** A position taken just now, and when, on the phone's monotonic clock. */
export interface TakenFix {
  fix: Fix;
  takenAtMs: number;
}
