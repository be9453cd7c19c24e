import { type BusinessDay } from "@shared/domain/time";
import { MemberModel, type MemberRecord } from "./memberModel";
import { MembershipModel, type MembershipRecord } from "./membershipModel";
import type { Grant } from "./roles";

/** A member as those see one who look after people. */
export interface Person {
  memberId: string;
  name: string;
  /** In doubt: WeCom tells somebody under that userid who may be somebody else. */
  state: "here" | "left" | "unsure";
  /** All that administrators gave, also what is over. */
  grants: readonly Grant[];
  /** Of the member, which roles are part of. */
  revision: number;
}

export async function findPerson(memberId: string): Promise<Person | null> {
  const record = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
  return record && personOf(record);
}

export const personOf = ({ _id, name, state, isUnsure, grants, revision }: MemberRecord): Person => ({
  memberId: _id,
  name,
  state: state === "left" ? "left" : isUnsure ? "unsure" : "here",
  grants: grants ?? [],
  revision,
});

export interface PlaceEver {
  unitId: string;
  part: "member" | "leader";
  fromOn: BusinessDay;
  /** The first day on which it is over; null while it lasts. */
  untilOn: BusinessDay | null;
}

/** Where somebody has belonged and what they have led by the directory, newest first. */
export async function placesEver(memberId: string): Promise<PlaceEver[]> {
  const records = await MembershipModel.find({ memberId }).lean<MembershipRecord[]>();
  return records
    .map(({ unitId, part, fromOn, untilOn }) => ({ unitId, part, fromOn, untilOn: untilOn ?? null }))
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
}
