import type { BusinessDay } from "@shared/domain/time";
import { approvalKinds } from "./approvalKinds";
import type { MemberActor } from "../../http";
import type { OpenApproval } from "./approvalKind";
import { readDeciders } from "./deciders";

/** So much of a kind is looked through for one reader; whoever leads a company leaves most of it to those who are nearer. */
const candidatesMax = 200;

/** What waits for this very person to decide, oldest first: what they are asked about and reminded of, and nothing else. */
export async function approvalsOf(reader: MemberActor, on: BusinessDay): Promise<OpenApproval[]> {
  const candidates = await Promise.all(approvalKinds.map((kind) => kind.candidatesFor(reader, candidatesMax, on)));
  const open = candidates.flat();
  if (open.length === 0) return [];
  const deciders = await readDeciders(on);
  const approvers = await Promise.all(open.map((one) => one.approverIds(deciders)));
  return open
    .filter((_, index) => approvers[index]?.includes(reader.id))
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}
