import { normalisedPhone } from "@shared/domain/phone";
import { sealedFilter } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import type { Directory } from "./directoryState";
import { memberIdOf } from "./memberIds";
import { MemberModel, memberPhone, type MemberRecord } from "./memberModel";

type Keys = Pick<Deps, "fieldKeys">;

/** A number that the directory tells of a member. */
export interface ToldPhone {
  phone: string;
  /** Null where none is recorded. */
  isRecorded: boolean | null;
  /** What it may be recorded as, by each of our keys, the one that we write with first. */
  indexes: string[];
}

/** The number, beside what is recorded of the member; undefined where none is told, or none can be kept. */
export function toldPhoneOf(
  { fieldKeys }: Keys,
  recorded: Pick<MemberRecord, "phoneIndex"> | undefined,
  mobile: string | null,
): ToldPhone | undefined {
  const phone = mobile === null ? null : normalisedPhone(mobile);
  if (phone === null || fieldKeys.all.length === 0) return undefined;
  const indexes = sealedFilter(fieldKeys, memberPhone, "phoneIndex", phone).phoneIndex.$in;
  const index = recorded?.phoneIndex ?? null;
  return { phone, indexes, isRecorded: index === null ? null : indexes.includes(index) };
}

/** Numbers in the directory, by member. WeCom tells them to few apps, so a number that is missing there, or is none, says nothing. */
export function phonesTold(
  { fieldKeys, logger }: Keys & Pick<Deps, "logger">,
  recorded: readonly MemberRecord[],
  { users, recordedIds }: Pick<Directory, "users" | "recordedIds">,
): Map<string, ToldPhone> {
  if (fieldKeys.all.length === 0 && users.some(({ mobile }) => mobile !== null && normalisedPhone(mobile) !== null))
    logger.warn("phone numbers of the directory are not kept: FIELD_KEYS is not set");
  const known = new Map(recorded.map((member) => [member._id, member]));
  return new Map(
    users.flatMap(({ memberId: userId, mobile }): [string, ToldPhone][] => {
      const memberId = memberIdOf(userId, recordedIds);
      const told = toldPhoneOf({ fieldKeys }, known.get(memberId), mobile);
      return told ? [[memberId, told]] : [];
    }),
  );
}

/** Those of them that are not the ones recorded. */
export const phoneChanges = (...args: Parameters<typeof phonesTold>): Map<string, string> =>
  new Map(
    [...phonesTold(...args)].flatMap(([memberId, { phone, isRecorded }]) => (isRecorded ? [] : [[memberId, phone]])),
  );

/** Who has this number, in whatever form it is written. For other parts of the server: no page shows or asks for it yet. */
export async function findMemberIdsByPhone({ fieldKeys }: Keys, text: string): Promise<string[]> {
  const phone = normalisedPhone(text);
  if (phone === null) return [];
  return idsOf(
    await MemberModel.find(sealedFilter(fieldKeys, memberPhone, "phoneIndex", phone)).lean<MemberRecord[]>(),
  );
}

/** Whose number ends so. Several people may: ask for more before anything depends on it. */
export async function findMemberIdsByLastFour({ fieldKeys }: Keys, lastFour: string): Promise<string[]> {
  const filter = sealedFilter(fieldKeys, memberPhone, "phoneLast4Index", lastFour);
  return idsOf(await MemberModel.find(filter).lean<MemberRecord[]>());
}

const idsOf = (records: MemberRecord[]): string[] => records.map(({ _id }) => _id).sort();
