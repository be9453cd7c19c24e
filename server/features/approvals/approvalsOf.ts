import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import type { ApprovalKind, OpenApproval } from "./approvalKind";
import { approvalKinds } from "./approvalKinds";
import { type Deciders, readDeciders } from "../absences";

const pageSize = 100;
/** So many pages of a kind are looked through for one reader: most of what heads and finance may decide on waits for somebody nearer. */
const pagesMax = 10;

export interface Waiting {
  open: OpenApproval[];
  /** False: what was not looked through may wait as well. */
  isWhole: boolean;
}

/**
 * What waits for this very person to decide, oldest first: what they are asked about and reminded of, and nothing else.
 * @param enough of a kind; more is not looked for
 */
export async function approvalsOf(reader: MemberActor, on: BusinessDay, enough: number): Promise<Waiting> {
  let deciders: Promise<Deciders> | null = null;
  const read = () => (deciders ??= readDeciders(on));
  const kinds = await Promise.all(approvalKinds.map((kind) => waitingOf(kind, { reader, on, enough, read })));
  return {
    open: kinds.flatMap(({ open }) => open).sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime()),
    isWhole: kinds.every(({ isWhole }) => isWhole),
  };
}

interface Search {
  reader: MemberActor;
  on: BusinessDay;
  enough: number;
  /** Where nothing is open, nobody needs to know who decides. */
  read: () => Promise<Deciders>;
}

async function waitingOf(kind: ApprovalKind, { reader, on, enough, read }: Search): Promise<Waiting> {
  const mine: OpenApproval[] = [];
  let after: string | null = null;
  for (let page = 0; page < pagesMax && mine.length < enough; page += 1) {
    const { open, next } = await kind.candidatesFor(reader, { on, after, max: pageSize });
    if (open.length > 0) {
      const deciders = await read();
      const approvers = await Promise.all(open.map((one) => one.approverIds(deciders)));
      mine.push(...open.filter((_, index) => approvers[index]?.includes(reader.id)));
    }
    after = next;
    if (after === null) return { open: mine, isWhole: true };
  }
  return { open: mine, isWhole: false };
}
