import { useEffect } from "react";
import { hashKey } from "@tanstack/react-query";
import { hasShape, type Shape } from "@/api/shape";
import { forget, readStored, store } from "@/platform/storage";
import { answerTimeOf, noteCopyTime } from "./answerTimes";

/*
 * The last answers on this phone, for when there is no network. A copy carries whose it is and in which form it is kept, and is held
 * against its contract's shape before it is drawn: what another version or another program left there is dropped, and asked for again.
 */

/** Raised where a copy of before would be read as something else, although it has the shape. */
const formVersion = 1;

export interface CopyPlace {
  name: string;
  owner: string;
  shape: Shape;
}

/**
 * @param hash the question's, whose time is the copy's own from now on
 * @returns undefined where there is none that can be drawn; it is gone then
 */
export function readCopy<Data>(hash: string, { name, owner, shape }: CopyPlace): Data | undefined {
  const copy = readStored(name);
  if (copy === null) return undefined;
  const { of, version, answeredAt, data } = copy as Record<"of" | "version" | "answeredAt" | "data", unknown>;
  if (of !== owner || version !== formVersion || !hasShape(data, shape)) {
    forget(name);
    return undefined;
  }
  const at = typeof answeredAt === "string" ? new Date(answeredAt) : null;
  noteCopyTime(hash, at && !Number.isNaN(at.getTime()) ? at : null);
  return data as Data; // its shape has just been looked at
}

/** What a page is drawing and has not finished: where that breaks, it was one of these. */
const drawing = new Map<string, { key: readonly string[]; name: string | null }>();

/**
 * Keeps every answer on this phone.
 * @param place null: nothing is kept
 * @param answeredAtMs 0 while what is shown is the copy itself
 */
export function useKeptCopy(
  key: readonly string[],
  place: CopyPlace | null,
  data: object | undefined,
  answeredAtMs: number,
): void {
  const name = place?.name ?? null;
  const owner = place?.owner ?? null;
  const id = key.join(":");
  const hash = hashKey(key);
  if (data !== undefined) beginDrawing(id, key, name);
  useEffect(() => {
    // Runs for what has been drawn alone.
    drawing.delete(id);
  });
  useEffect(() => {
    if (name === null || answeredAtMs === 0 || data === undefined) return;
    const answeredAt = answerTimeOf(hash)?.toISOString() ?? null;
    store(name, { of: owner, version: formVersion, answeredAt, data });
  }, [hash, name, owner, data, answeredAtMs]);
}

function beginDrawing(id: string, key: readonly string[], name: string | null): void {
  drawing.set(id, { key, name });
}

/** Drops what a page was drawing when it broke, copies and answers. @returns their keys */
export function dropWhatBroke(): (readonly string[])[] {
  const broken = [...drawing.values()];
  drawing.clear();
  for (const { name } of broken) if (name !== null) forget(name);
  return broken.map(({ key }) => key);
}
