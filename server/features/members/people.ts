import type { BusinessDay } from "@shared/domain/time";
import { allBy, byId } from "../../db";
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

const records = byId<MemberRecord>(MemberModel);

export async function findPerson(memberId: string): Promise<Person | null> {
  const record = await records.get(memberId);
  return record ? personOf(record) : null;
}

/** In the order of the ids; who is unknown is left out. */
export async function findPeople(memberIds: readonly string[]): Promise<Person[]> {
  return (await Promise.all(memberIds.map(findPerson))).filter((person) => person !== null);
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

const places = allBy<MembershipRecord, "memberId">(MembershipModel, "memberId");

/** Where somebody has belonged and what they have led by the directory, newest first. */
export async function placesEver(memberId: string): Promise<PlaceEver[]> {
  return ((await places.get(memberId)) ?? [])
    .map(({ unitId, part, fromOn, untilOn }) => ({ unitId, part, fromOn, untilOn: untilOn ?? null }))
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
}

/** The same for many, in one read. */
export async function placesEverOf(memberIds: readonly string[]): Promise<Map<string, PlaceEver[]>> {
  return new Map(await Promise.all(memberIds.map(async (id) => [id, await placesEver(id)] as const)));
}
