import { type Fix, judgeCheckIn, type Pin } from "./checkIn";
import { distanceM } from "./geo";
import { pinAccuracyMaxM } from "./pin";

/*
 * The network that a phone is connected to at a tap says where it is as far as earlier check-ins there have shown: it stands in for a position that
 * nobody has, with doubt, and for none that is clear.
 */

export interface Wifi {
  /** Null where the phone does not say, or it is nothing that can be written. */
  ssid: string | null;
  /** The access point, as `aa:bb:cc:dd:ee:ff`. */
  bssid: string;
}

const bytesOf = /^[0-9a-f]{1,2}([:-][0-9a-f]{1,2}){5}$/i;

/** An access point's address as it is compared; null for what is none, such as what phones give that may not tell. */
export function bssidOf(said: string): string | null {
  if (!bytesOf.test(said)) return null;
  const bytes = said
    .toLowerCase()
    .split(/[:-]/)
    .map((byte) => (byte.length === 1 ? `0${byte}` : byte));
  const first = parseInt(bytes[0] ?? "", 16);
  // Made up by a phone or a router (locally administered), or of no single device (multicast): it is another one tomorrow, or somewhere else.
  if ((first & 0b11) !== 0 || bytes.every((byte) => byte === "00")) return null;
  return bytes.join(":");
}

/** As phones name the networks that they give to others. */
const hotspot =
  /iphone|ipad|android|hotspot|热点|的手机|^(huawei|honor|redmi|xiaomi|mi|oppo|vivo|oneplus|galaxy|realme|iqoo)([ _-]|$)/i;

/** What is worth sending of a network: not one that a phone gives, which goes where its owner goes. */
export function wifiWorth({ ssid, bssid: said }: { ssid: string | null; bssid: string }): Wifi | null {
  const bssid = bssidOf(said);
  return bssid === null || (ssid !== null && hotspot.test(ssid)) ? null : { ssid, bssid };
}

/** Whether a phone looks for its network at a tap: where its position is missing, old, poor or not at the place. */
export const asksWifi = (fix: Fix | null, pin: Pin): boolean =>
  judgeCheckIn(fix, pin).verdict !== "inside" || (fix?.accuracyM ?? Infinity) > pinAccuracyMaxM;

export const wifiFindings = ["known", "unknown"] as const;
export type WifiFinding = (typeof wifiFindings)[number];

/** A check-in with this network that counts by its position alone, or that somebody has accepted there. */
export interface WifiUse {
  memberId: string;
  on: string;
  isHere: boolean;
  /** Null where it has been erased. */
  fix: Fix | null;
}

export interface WifiRules {
  /** So many people, or so many days, have shown that it is there. */
  peopleMin: number;
  daysMin: number;
  /** A network that was seen at places farther apart travels. */
  travelsM: number;
}

export const wifiRules: WifiRules = { peopleMin: 2, daysMin: 3, travelsM: 1_000 };

/** What earlier check-ins say of a network at a place. @param uses before this one, wherever */
export function wifiFindingOf(uses: readonly WifiUse[], rules: WifiRules = wifiRules): WifiFinding {
  const here = uses.filter(({ isHere }) => isHere);
  const travels = uses.some(({ fix }) =>
    here.some((one) => fix !== null && one.fix !== null && distanceM(fix, one.fix) > rules.travelsM),
  );
  const isShown =
    new Set(here.map(({ memberId }) => memberId)).size >= rules.peopleMin ||
    new Set(here.map(({ on }) => on)).size >= rules.daysMin;
  return isShown && !travels ? "known" : "unknown";
}
