import Taro from "@tarojs/taro";

/*
 * What stays on the phone. Every name begins with what it is (`setting:`, `session:`, `draft:<member>:`, `copy:<member>:`),
 * so that one kind can be dropped without the others.
 */

/** What the queue may take of it: the mini-program has 10 MB, of which one key has 1 MB at most; a browser 5 MB for a page. */
export const queueBytesMax = (process.env.TARO_ENV === "h5" ? 1 : 2) * 1024 * 1024;

/** What the phone had no room for lasts while the program runs: who is in, a draft. */
const unkept = new Map<string, unknown>();

export function readStored(name: string): unknown {
  if (unkept.has(name)) return unkept.get(name);
  try {
    const value: unknown = Taro.getStorageSync(name);
    return value === "" ? null : (value ?? null);
  } catch {
    return null; // a private window, or storage that is broken: the program works without memory
  }
}

const isCopy = (name: string): boolean => name.startsWith("copy:");

/**
 * Where the phone is full, copies of answers make room for what a person has written or chosen: they can be asked for again.
 * @returns false where the phone refused to keep it all the same
 */
export function store(name: string, value: unknown): boolean {
  if (write(name, value)) return true;
  if (isCopy(name)) return false;
  const copies = storedNames().filter(isCopy);
  for (const copy of copies) forget(copy);
  if (copies.length > 0 && write(name, value)) return true;
  unkept.set(name, value);
  return false;
}

function write(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value);
  } catch {
    return false;
  }
  unkept.delete(name);
  return true;
}

export function forget(name: string): void {
  unkept.delete(name);
  try {
    Taro.removeStorageSync(name);
  } catch {
    // Nothing was kept.
  }
}

export function storedNames(): string[] {
  const names = [...unkept.keys()];
  try {
    return [...new Set([...Taro.getStorageInfoSync().keys, ...names])];
  } catch {
    return names;
  }
}
