let lastMs = 0;
let countInMs = 0;

/** So many ids of one millisecond are told apart by their place in it. */
const countMax = 0xfff;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
const randomHex = (digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(Math.random() * 16).toString(16)).join("");

/**
 * A UUID (version 7) to name a command or a sale. Those of one phone sort in the order in which they were made, also within one
 * millisecond: of two taps at one instant the first is the first. Not a secret: mini-program cores have no strong randomness.
 */
export function newId(): string {
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    countInMs = 0;
  } else if (countInMs < countMax) countInMs += 1;
  else {
    lastMs += 1;
    countInMs = 0;
  }
  const time = hex(lastMs, 12);
  const variant = (8 + Math.floor(Math.random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(countInMs, 3)}-${variant}${randomHex(3)}-${randomHex(12)}`;
}
