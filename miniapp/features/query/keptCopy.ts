import { useEffect } from "react";
import { readStored, store } from "@/platform/storage";

/** What this program stored itself, in the form it stored it. */
export function readCopy<Data>(name: string): Data | undefined {
  const copy = readStored(name);
  return typeof copy === "object" && copy !== null ? (copy as Data) : undefined;
}

/**
 * Keeps every answer on this phone, for when there is no network.
 * @param name null: nothing is kept
 * @param answeredAtMs 0 while what is shown is the copy itself
 */
export function useKeptCopy(name: string | null, data: object | undefined, answeredAtMs: number): void {
  useEffect(() => {
    if (name !== null && answeredAtMs > 0 && data !== undefined) store(name, data);
  }, [name, data, answeredAtMs]);
}
