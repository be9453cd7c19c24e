import Taro from "@tarojs/taro";

/*
 * What stays on the phone. Every name begins with what it is (`setting:`, `session:`, `draft:<member>:`, `copy:<member>:`),
 * so that one kind can be dropped without the others.
 */

export function readStored(name: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(name);
    return value === "" ? null : (value ?? null);
  } catch {
    return null; // a private window, or storage that is broken: the program works without memory
  }
}

/** @returns false where the phone refused to keep it */
export function store(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(name);
  } catch {
    // Nothing was kept.
  }
}

export function storedNames(): string[] {
  try {
    return Taro.getStorageInfoSync().keys;
  } catch {
    return [];
  }
}
