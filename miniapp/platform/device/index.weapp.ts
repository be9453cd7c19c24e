import Taro from "@tarojs/taro";

/** Model and system, as their owner knows them; null where the client does not say. */
export function deviceName(): string | null {
  try {
    const { model, system } = Taro.getSystemInfoSync();
    const said = [model, system].filter((part) => typeof part === "string" && part.trim() !== "");
    return said.length > 0 ? said.join(" · ").slice(0, 100) : null;
  } catch {
    return null;
  }
}
