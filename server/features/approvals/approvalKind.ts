import type { Approver } from "@shared/domain/approval";
import type { MemberActor } from "../../http";
import type { ApprovalTold, GatheredKind } from "../notices";
import type { Deciders } from "../absences";

/** What waits for a decision, as it stands now. */
export interface OpenApproval {
  subjectId: string;
  /** It is asked about anew in each. */
  revision: number;
  /** Who is to decide: never whose own it is. Empty where nobody can. */
  approvers(deciders: Deciders): Promise<Approver[]>;
  /** Who has put it before them; null for a machine. */
  requestedById: string | null;
  /** Business instant since which it waits. */
  askedAt: Date;
  told: ApprovalTold;
}

/**
 * One kind of thing that is put before somebody: what of it is open, and who decides. When they are asked and reminded, and who hears
 * of it where nobody can, is the same for all.
 */
export interface ApprovalKind {
  name: ApprovalTold["kind"];
  /**
   * Many come at once, and none is urgent: whoever decides is asked about all of them together, at most once a day, by this message;
   * administrators are told by the other one where nobody can. Null where they decide themselves.
   */
  gathered?: { wait: GatheredKind; nobody: GatheredKind | null };
  /** Null once it has been decided, or taken back, or nobody has to any more. @param now business time */
  find(subjectId: string, now: Date): Promise<OpenApproval | null>;
  /** All that is open, some at a time, in a fixed order. @param after null for the first page @param now business time */
  page(after: string | null, now: Date): Promise<{ open: OpenApproval[]; next: string | null }>;
  /**
   * Whatever may wait for this reader, some at a time, in a fixed order; `approvers` says of each whether it does.
   * @param page `after`: null for the first one
   */
  candidatesFor(reader: MemberActor, page: CandidatesPage): Promise<Candidates>;
}

interface CandidatesPage {
  /** Business time. */
  now: Date;
  after: string | null;
  max: number;
  /** The leaders who are away and in whose place the reader decides, read once for all kinds. */
  absent: readonly MemberActor[];
}

export interface Candidates {
  open: OpenApproval[];
  next: string | null;
  /** The subjects among them on which the reader may decide, whoever is asked. */
  decidable: () => Promise<string[]>;
}

/** All that is open of a kind, page by page. */
export async function* everyOpen(kind: ApprovalKind, now: Date): AsyncGenerator<OpenApproval[]> {
  let after: string | null = null;
  do {
    const { open, next }: Awaited<ReturnType<ApprovalKind["page"]>> = await kind.page(after, now);
    yield open;
    after = next;
  } while (after !== null);
}

export const approverIdsOf = async (open: OpenApproval, deciders: Deciders): Promise<string[]> =>
  (await open.approvers(deciders)).map(({ memberId }) => memberId);
