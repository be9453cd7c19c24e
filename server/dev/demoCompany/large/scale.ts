import type { BusinessDay, Month } from "@shared/domain/time";

/** How large a company is generated, and from what. */
export interface Scale {
  seed: string;
  branches: number;
  teamsPerBranch: number;
  /** Sellers in all, those of the small demo among them. */
  reps: number;
  /** The last one is the month that the demo begins in. */
  months: readonly Month[];
  /** The last day on which anything has happened. */
  until: BusinessDay;
}

export const largeScale: Scale = {
  seed: "xiaoli-2026",
  branches: 10,
  teamsPerBranch: 2,
  reps: 500,
  months: ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"],
  until: "2026-03-25",
};
