import { isIP } from "node:net";

/**
 * The address that a request comes from. Each proxy adds what it sees to the right end of X-Forwarded-For, so of its parts as
 * many are believed as there are proxies of ours; whatever stands further left was written by the caller.
 * @param proxies how many stand in front of this process
 * @param forwardedFor the header, repeated ones joined by commas
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  const connected = plainAddress(socketAddress ?? "") ?? "unknown";
  if (proxies === 0 || forwardedFor === undefined) return connected;
  const parts = forwardedFor.split(",");
  const believed = parts.slice(Math.max(0, parts.length - proxies));
  // A part that is no address was written by a proxy that does not say: the nearest one that does is the best we know.
  for (const part of believed) {
    const address = plainAddress(part);
    if (address !== null) return address;
  }
  return connected;
}

/** An address without port, brackets and zone, IPv4 in IPv6 as IPv4; null where it is none. */
export function plainAddress(text: string): string | null {
  const trimmed = text.trim().replace(/^"(.*)"$/, "$1");
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(trimmed)?.[1] ?? trimmed;
  const address = bare.replace(/%.*$/, "").toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
  return isIP(mapped) === 0 ? null : mapped;
}

/**
 * What limits count and logs name: an IPv4 address as it is; of an IPv6 address the network, since a single subscriber has all
 * of it and its other half may name a device.
 */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::") ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  const network = [...left, ...missing, ...right].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}
