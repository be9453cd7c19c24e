import type { Clock } from "../../server/lib/clock";

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  private at: Date;

  constructor(at: string) {
    this.at = new Date(at);
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: string): void {
    this.at = new Date(at);
  }

  advance(by: { ms?: number; minutes?: number; hours?: number; days?: number }): void {
    const { ms = 0, minutes = 0, hours = 0, days = 0 } = by;
    this.at = new Date(this.at.getTime() + ms + minutes * 60_000 + hours * 3_600_000 + days * 86_400_000);
  }
}

/** Ids that come out the same every time: `00000000-0000-4000-8000-000000000001` and so on. */
export function countingIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`;
}
