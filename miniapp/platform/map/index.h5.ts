import type { Gcj02Point } from "@shared/domain/geo";

/** A browser has no map of its own, and we ask no vendor's: addresses and distances have to say it. */
export const canShowPlace = (): boolean => false;

export function showPlace(_point: Gcj02Point, _named: { name: string; address: string }): void {}
