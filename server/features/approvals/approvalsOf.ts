import type { Approver } from "@shared/domain/approval";
import { confirmBy } from "@shared/domain/sale";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findMembers } from "../members";
import type { ApprovalKind, OpenApproval } from "./approvalKind";
import { approvalKinds } from "./approvalKinds";
import { type Deciders, readDeciders, standsInFor } from "../absences";

const pageSize = 100;
/** So many pages of a kind are looked through for one reader: most of what heads and finance may decide on waits for somebody nearer. */
const pagesMax = 10;

/** Something that a reader may decide on, and who is asked about it by now. */
export interface Decidable {
  approval: OpenApproval;
  approvers: readonly Approver[];
  /** Whether the reader is among those. */
  isAsked: boolean;
  /** The leaders who are away and in whose place the reader is asked; empty where it is theirs, and where others are asked. */
  insteadOfNames: readonly string[];
  insteadOfIds: readonly string[];
  /** Many come at once, to be decided on together: they are one row of a list. */
  isGathered: boolean;
  /** Of what is gathered: false where there is more of its kind than was counted. */
  isCounted: boolean;
}

type Found = Omit<Decidable, "insteadOfNames" | "isCounted">;

export interface Waiting {
  open: Decidable[];
  /** False: what was not looked through may wait as well, beside what is gathered and has a row that says so. */
  isWhole: boolean;
}

interface Wanted {
  /** Business time. */
  now: Date;
  /** Of a kind; more is not looked for. */
  enough: number;
  /** Also what others are asked about, as far as the reader may decide on it. */
  withOthers: boolean;
}

/**
 * What a person may decide on: first what waits for this very person, which they are asked about and reminded of, then the rest; of each
 * first what counts in another month if it is not decided on in these days, else oldest first.
 */
export async function approvalsOf(reader: MemberActor, wanted: Wanted): Promise<Waiting> {
  let deciders: Promise<Deciders> | null = null;
  const on = businessDayOf(wanted.now);
  // Where nothing is open, nobody needs to know who decides.
  const read = () => (deciders ??= readDeciders(on));
  const absent = await standsInFor(reader, on);
  const kinds = await Promise.all(approvalKinds.map((kind) => waitingOf(kind, { reader, absent, read, ...wanted })));
  const found = kinds
    .flatMap(({ open, isWhole }) => open.map((one) => ({ ...one, isCounted: isWhole })))
    .sort((a, b) => (orderOf(a, on) < orderOf(b, on) ? -1 : 1));
  const away = await findMembers([...new Set(found.flatMap(({ insteadOfIds }) => insteadOfIds))]);
  const oldestFirst = found.map((one) => ({
    ...one,
    insteadOfNames: one.insteadOfIds.map((memberId) => away.get(memberId)?.name ?? memberId),
  }));
  return {
    open: [...oldestFirst.filter(({ isAsked }) => isAsked), ...oldestFirst.filter(({ isAsked }) => !isAsked)],
    isWhole: kinds.every(({ isWhole, isGathered, open }) => isWhole || (isGathered && open.length > 0)),
  };
}

interface Search extends Wanted {
  reader: MemberActor;
  absent: readonly MemberActor[];
  read: () => Promise<Deciders>;
}

const orderOf = ({ approval }: Found, on: BusinessDay): string =>
  `${endsWithMonth(approval, on) ? 0 : 1} ${approval.askedAt.toISOString()} ${approval.told.kind}:${approval.subjectId}`;

const endsWithMonth = ({ told }: OpenApproval, on: BusinessDay): boolean =>
  told.kind === "sale" && confirmBy(told.signedOn, on) !== null;

async function waitingOf(
  kind: ApprovalKind,
  { reader, absent, read, now, enough, withOthers }: Search,
): Promise<{ open: Found[]; isWhole: boolean; isGathered: boolean }> {
  const isGathered = kind.gathered !== undefined;
  const found: Found[] = [];
  let after: string | null = null;
  // What others are asked about never crowds out what waits for the reader.
  const isEnough = () => found.filter(({ isAsked }) => isAsked).length >= enough;
  for (let page = 0; page < pagesMax && !isEnough(); page += 1) {
    const { open, next, decidable } = await kind.candidatesFor(reader, { now, after, max: pageSize, absent });
    if (open.length > 0) {
      const [deciders, mayDecide] = await Promise.all([
        read(),
        withOthers ? decidable() : Promise.resolve<string[]>([]),
      ]);
      const approversOfEach = await Promise.all(open.map((one) => one.approvers(deciders)));
      for (const [index, approval] of open.entries()) {
        const asked = approversOfEach[index] ?? [];
        const mine = asked.find(({ memberId }) => memberId === reader.id);
        if (!mine && !mayDecide.includes(approval.subjectId)) continue;
        const insteadOfIds = mine?.insteadOfIds ?? [];
        found.push({ approval, approvers: asked, isAsked: mine !== undefined, insteadOfIds, isGathered });
      }
    }
    after = next;
    if (after === null) return { open: found, isWhole: true, isGathered };
  }
  return { open: found, isWhole: false, isGathered };
}
