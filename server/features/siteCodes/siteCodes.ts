import { type SiteCodeFinding, siteCodeFinding, siteCodeHashOf, siteCodeMark } from "@shared/domain/siteCode";
import { byId } from "../../db";
import { type CustomerRecord, findPlace, formerPlacesOf, idsOf } from "../customers";
import { SiteCodeModel, type SiteCodeRecord } from "./siteCodeModel";

const codeRecords = byId<SiteCodeRecord>(SiteCodeModel);

interface PlaceIds {
  customerId: string;
  siteId: string;
}

/** A place by the ids that it has now; null where there is none. */
async function placeKeyOf({ customerId, siteId }: PlaceIds): Promise<string | null> {
  const { customer, site } = await findPlace(customerId, siteId);
  return site ? `${customer._id}/${site.siteId}` : null;
}

/** What was scanned at a tap: the hash of the code, and what was found of it. @param at when it was scanned */
export async function foundOf(
  text: string,
  place: PlaceIds,
  at: Date,
): Promise<{ qrHash: string; qrFinding: SiteCodeFinding } | null> {
  const qrHash = siteCodeHashOf(text);
  if (qrHash === null) return null;
  const code = await codeRecords.get(qrHash);
  if (!code) return { qrHash, qrFinding: siteCodeFinding(null, at) };
  const [here, there] = await Promise.all([placeKeyOf(place), placeKeyOf(code)]);
  return { qrHash, qrFinding: siteCodeFinding({ isHere: here === there, endedAt: code.endedAt ?? null }, at) };
}

/** A code that counts, at the place where it does. */
interface LiveCode {
  customerId: string;
  siteId: string;
  code: SiteCodeRecord;
}

/** The codes of these clients that count now; those of clients that have become them are theirs. The newest of a place is the last. */
async function liveCodesOf(customers: readonly CustomerRecord[]): Promise<LiveCode[]> {
  const ids = customers.flatMap(idsOf);
  if (ids.length === 0) return [];
  const codes = await SiteCodeModel.find({ customerId: { $in: ids }, endedAt: null }).lean<SiteCodeRecord[]>();
  const live = await Promise.all(
    customers.map(async (customer) => {
      const own = codes.filter(({ customerId }) => idsOf(customer).includes(customerId));
      const isMoved = own.some(({ customerId }) => customerId !== customer._id);
      const former = isMoved ? await formerPlacesOf(customer) : [];
      return own.flatMap((code): LiveCode[] => {
        const { customerId, siteId } = code;
        if (customerId === customer._id) return [{ customerId, siteId, code }];
        const now = former.find((one) => one.customerId === customerId && one.siteId === siteId);
        return now ? [{ customerId: customer._id, siteId: now.asSiteId, code }] : [];
      });
    }),
  );
  return live.flat().sort((a, b) => a.code.madeAt.getTime() - b.code.madeAt.getTime());
}

/** Those of one place. */
export const liveCodesAt = async (customer: CustomerRecord, siteId: string): Promise<SiteCodeRecord[]> =>
  (await liveCodesOf([customer])).filter((live) => live.siteId === siteId).map(({ code }) => code);

/** By what phones know the codes of these clients' places. */
export async function codeMarksOf(
  customers: readonly CustomerRecord[],
): Promise<(customerId: string, siteId: string) => string[]> {
  const live = await liveCodesOf(customers);
  return (customerId, siteId) =>
    live
      .filter((one) => one.customerId === customerId && one.siteId === siteId)
      .map(({ code }) => siteCodeMark(code._id));
}
