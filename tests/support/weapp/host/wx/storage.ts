import { ApiRefusal, type CallOptions } from "./asyncApi";

const MAX_KEY_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 10 * 1024 * 1024;

/** Storage of one phone: a text for each key. Hand the same one to a second launch to start the app again. */
export type Storage = Map<string, string>;

/** `wx.*Storage*` with the client's limits: values go through JSON, 1 MB a key, 10 MB in all. */
export function storageApis(storage: Storage) {
  const read = (key: string): unknown => {
    const text = storage.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as { data: unknown }).data;
  };
  const write = (key: unknown, data: unknown, api: string): void => {
    if (typeof key !== "string" || key === "")
      throw new ApiRefusal(`${api}:fail parameter error: key should be a text`);
    const text = JSON.stringify({ data });
    if (text.length > MAX_KEY_BYTES) throw new ApiRefusal(`${api}:fail entry size limit reached`);
    const others = totalBytes(storage) - (storage.get(key)?.length ?? 0);
    if (others + text.length > MAX_TOTAL_BYTES)
      throw new ApiRefusal(`${api}:fail the total size of storage exceeds the limit`);
    storage.set(key, text);
  };
  const info = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(totalBytes(storage) / 1024),
    limitSize: MAX_TOTAL_BYTES / 1024,
  });
  return {
    sync: {
      getStorageSync: (key: string) => read(key) ?? "",
      setStorageSync: (key: string, data: unknown) => write(key, data, "setStorageSync"),
      removeStorageSync: (key: string) => void storage.delete(key),
      clearStorageSync: () => storage.clear(),
      getStorageInfoSync: info,
    },
    async: {
      getStorage({ key }: CallOptions) {
        const data = read(String(key));
        if (data === undefined) throw new ApiRefusal("getStorage:fail data not found");
        return { data };
      },
      setStorage: ({ key, data }: CallOptions) => write(key, data, "setStorage"),
      removeStorage: ({ key }: CallOptions) => void storage.delete(String(key)),
      clearStorage: () => storage.clear(),
      getStorageInfo: info,
    },
  };
}

function totalBytes(storage: Storage): number {
  let bytes = 0;
  for (const [key, text] of storage) bytes += key.length + text.length;
  return bytes;
}
