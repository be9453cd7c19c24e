import type { ApprovalTold } from "../notices";

/** What waits for a decision, as it stands now. */
export interface OpenApproval {
  subjectId: string;
  /** It is asked about anew in each. */
  revision: number;
  /** Whose leaders decide. */
  unitId: string;
  /** Whose own it is: they are never asked. */
  ownIds: readonly string[];
  requestedById: string;
  /** Business instant since which it waits. */
  askedAt: Date;
  told: ApprovalTold;
}

/**
 * One kind of thing that is put before somebody: what of it is open. Who is asked, when they are reminded, and who is asked next is
 * the same for all.
 */
export interface ApprovalKind {
  /** Null once it has been decided, or taken back. */
  find(subjectId: string): Promise<OpenApproval | null>;
  /** All that is open, some at a time, in a fixed order. @param after null for the first page */
  page(after: string | null): Promise<{ open: OpenApproval[]; next: string | null }>;
}
