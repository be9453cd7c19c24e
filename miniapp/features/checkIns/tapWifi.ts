import { type Fix } from "@shared/domain/checkIn";
import { hasInk, hasInvisible, lengthSeen } from "@shared/domain/invisible";
import { asksWifi, type Wifi, wifiWorth } from "@shared/domain/wifi";
import { connectedWifi } from "@/platform/wifi";
import type { Place } from "@/features/customers/places";

const nameMax = 32;

/** The network at a tap, where the position does not say enough and the phone tells one that is worth anything. */
export async function tapWifi(fix: Fix | null, { site }: Place): Promise<Wifi | null> {
  if (!asksWifi(fix, site)) return null;
  const said = await connectedWifi();
  return said && wifiWorth({ ssid: said.ssid !== null && isWritable(said.ssid) ? said.ssid : null, bssid: said.bssid });
}

/** Controls, halves of characters and what turns the order of a line. */
const unwritable = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Names may be any bytes; a check-in is not refused for one. */
const isWritable = (name: string): boolean =>
  !unwritable.test(name) && lengthSeen(name) <= nameMax && hasInk(name) && !hasInvisible(name);
