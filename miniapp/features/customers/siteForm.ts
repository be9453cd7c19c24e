import type { BodyOf, SiteView } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";

/** A place of a client, as it is typed. */
export interface SiteForm {
  siteId: string;
  name: string;
  address: string;
  /** Where the phone was when the person said that this is the place, or as it was known; null: not known yet. */
  pin: { latDeg: number; lngDeg: number } | null;
  radiusM: number;
  /** From which position the pin was taken here; null or absent: it was known before. */
  taken?: { accuracyM: number; takenAt: string } | null;
}

/** What a place has unless a leader chooses otherwise. */
export const radiusUsualM = 200;
export const radiiM = [100, 200, 300, 500, 1000];

export const siteLengths = { name: 60, address: 200 };

export const emptySite = (siteId: string): SiteForm => ({
  siteId,
  name: "",
  address: "",
  pin: null,
  radiusM: radiusUsualM,
});

export const siteFormOf = ({ siteId, name, address, latDeg, lngDeg, radiusM }: SiteView): SiteForm => ({
  siteId,
  name,
  address,
  pin: latDeg === null || lngDeg === null ? null : { latDeg, lngDeg },
  radiusM,
});

export const isUntouched = ({ name, address, pin }: SiteForm): boolean =>
  name.trim() === "" && address.trim() === "" && pin === null;

/** @param isNamed whether it has to be told from another one */
export function siteFaults(
  { name, address }: SiteForm,
  { isNamed }: { isNamed: boolean },
): Partial<Record<"name" | "address", "missing" | "tooLong">> {
  const ofName = faultOf(name, siteLengths.name, isNamed);
  const ofAddress = faultOf(address, siteLengths.address, true);
  return { ...(ofName && { name: ofName }), ...(ofAddress && { address: ofAddress }) };
}

function faultOf(typed: string, max: number, isRequired: boolean): "missing" | "tooLong" | null {
  if (isRequired && typed.trim() === "") return "missing";
  return lengthSeen(typed.trim()) > max ? "tooLong" : null;
}

export const siteBodyOf = (
  { name, address, pin, radiusM }: SiteForm,
  usualName: string,
): Pick<BodyOf<"sites.edit">, "name" | "address" | "pin" | "radiusM"> => ({
  name: name.trim() || usualName,
  address: address.trim(),
  pin,
  radiusM,
});

/** What is sent with a pin beside what is kept: how it was taken, where it was. */
export const takenOf = ({ pin, taken }: SiteForm): Pick<BodyOf<"sites.edit">, "pinTaken"> =>
  pin && taken ? { pinTaken: taken } : {};
