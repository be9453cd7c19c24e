import type { Fix } from "@shared/domain/checkIn";
import type { AudioType } from "@shared/domain/fileTypes";
import type { Moment } from "./monotonic";

/** When a question went to the server and its answer came, where both were before the program asked for it. */
export interface Underway {
  sentAt: Moment;
  receivedAt: Moment;
}

/** Which of two answers a login leads to: a code to exchange, or the page has left for WeCom's own login page. */
export type LoginStart = { kind: "code"; code: string } | { kind: "left" };

/** Why there is no login: not inside WeCom; not among those who may use the program; WeCom gave no code, or no answer at all. */
export class LoginError extends Error {
  constructor(
    readonly reason: "notInWeCom" | "notAllowed" | "refused" | "noAnswer",
    message: string,
  ) {
    super(message);
    this.name = "LoginError";
  }
}

export type LocationReason =
  | "systemRefused" // the phone does not let WeCom use location
  | "appRefused" // the person refused it to this program
  | "notDeclared" // the program has not declared to WeChat what it uses positions for
  | "tooOften" // asked for more often than the phone allows
  | "noAnswer" // the phone has not said anything
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

/** A position taken just now, and when. */
export interface TakenFix {
  fix: Fix;
  takenAt: Moment;
}

/** Why there is no photo: refused by the person or the system, no camera, or what came cannot be read. */
export class CameraError extends Error {
  constructor(
    /** "noAnswer": whoever is back from the camera, or never got there, and nothing has come of it. */
    readonly reason: "refused" | "unavailable" | "unreadable" | "noAnswer",
    message: string,
  ) {
    super(message);
    this.name = "CameraError";
  }
}

/** Why nothing was scanned: refused by the person or the system, no camera, no code in what it saw, or this browser reads none. */
export class ScanError extends Error {
  constructor(
    /** "noAnswer": whoever is back from the camera, or never got there, and nothing has come of it. */
    readonly reason: "refused" | "unavailable" | "unreadable" | "unsupported" | "noAnswer",
    message: string,
  ) {
    super(message);
    this.name = "ScanError";
  }
}

/** Of what kind a file is that a phone makes. */
export type MadeType = "image/jpeg" | "image/png" | AudioType;

/** A file as it will be sent, and an address under which this page can show or play it. */
export interface TakenFile {
  bytes: ArrayBuffer;
  type: MadeType;
  address: string;
}

/** A photo, or a drawing. */
export interface TakenPhoto extends TakenFile {
  type: "image/jpeg" | "image/png";
}

/** What was spoken. */
export interface TakenSound extends TakenFile {
  type: AudioType;
  lengthMs: number;
}

/** Why nothing is recorded: the person or the system refused the microphone, there is none, or this browser cannot. */
export class RecorderError extends Error {
  constructor(
    readonly reason: "refused" | "unavailable" | "unsupported",
    message: string,
  ) {
    super(message);
    this.name = "RecorderError";
  }
}

/** A recording that is under way. */
export interface Recording {
  /** Ends it. @throws RecorderError where nothing came of it */
  stop: () => Promise<TakenSound>;
  /** Ends it, and nothing stays. */
  cancel: () => void;
}

/** Where the pointer is on a drawing, from its top left, in CSS pixels. */
export interface DrawnPoint {
  x: number;
  y: number;
}

/** What was drawn without lifting the finger. */
export type Stroke = readonly DrawnPoint[];

/** Something to draw on, which is on the page. */
export interface Drawing {
  show: (strokes: readonly Stroke[]) => void;
  /** As a PNG with a white ground. @throws where the phone cannot */
  png: () => Promise<TakenPhoto>;
  close: () => void;
}

/** Where a finger or a mouse goes. */
export interface DrawingListener {
  down: (at: DrawnPoint) => void;
  move: (at: DrawnPoint) => void;
  up: () => void;
}

/** A network that a phone is connected to, as it says so. */
export interface ConnectedWifi {
  ssid: string | null;
  bssid: string;
}

/** A table that somebody has chosen to be read. */
export interface TableFile {
  name: string;
  bytes: ArrayBuffer;
}
