import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import {
  findMembersByWords,
  findUnits,
  type FoundMember,
  type OrgUnit,
  unitAndAbove,
  unitSpansOfAll,
} from "../members";
import { mayReadStaff, memberByNumber } from "../staff";

interface Person extends FoundMember {
  /** Where their results count; null where nowhere. */
  unitId: string | null;
  unitName: string | null;
}

/**
 * People by name, initials, the end of their phone or their employee number: those of units that the asker leads; all for those who see
 * what is kept of members.
 */
export async function findPeople(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  { words, max, today }: { words: string; max: number; today: BusinessDay },
): Promise<{ people: Person[]; isCut: boolean }> {
  const seesAll = mayReadStaff(actor);
  if (!seesAll && actor.leads.length === 0) return { people: [], isCut: false };
  const units = await findUnits();
  const unitOf = new Map<string, OrgUnit>();
  const keep = async (batch: FoundMember[]): Promise<FoundMember[]> => {
    const spans = await unitSpansOfAll(batch.map(({ memberId }) => memberId));
    return batch.filter(({ memberId }) => {
      if (memberId === actor.id) return false;
      const now = spans
        .get(memberId)
        ?.find(({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || today < untilOn));
      const path = now ? unitAndAbove(units, now.unitId) : [];
      if (path[0]) unitOf.set(memberId, path[0]);
      return seesAll || path.some(({ unitId }) => actor.leads.includes(unitId));
    });
  };
  const [numbered, { found, isCut }] = await Promise.all([
    memberByNumber(words),
    findMembersByWords(deps, words, { max, keep }),
  ]);
  const byNumber = numbered?.active ? await keep([{ memberId: numbered.memberId, name: numbered.name }]) : [];
  const people = new Map([...byNumber, ...found].map((member) => [member.memberId, member]));
  return {
    people: [...people.values()].map(({ memberId, name }) => {
      const unit = unitOf.get(memberId);
      return { memberId, name, unitId: unit?.unitId ?? null, unitName: unit?.name ?? null };
    }),
    isCut,
  };
}
