import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { pinStatuses } from "@shared/domain/customerMerge";
import { schemaVersion } from "../../db";

/** What a leader's word on a pin has replaced, until that is taken back or the pin is set anew. */
const beforePinSchema = new Schema(
  {
    latDeg: { type: Number, default: null },
    lngDeg: { type: Number, default: null },
    pinStatus: { type: String, enum: pinStatuses, required: true },
    proposalId: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

const siteSchema = new Schema(
  {
    siteId: { type: String, required: true },
    name: { type: String, required: true },
    address: { type: String, required: true },
    // GCJ-02 degrees; null while nobody has set the pin.
    latDeg: { type: Number, default: null },
    lngDeg: { type: Number, default: null },
    radiusM: { type: Number, required: true, min: 1 },
    pinStatus: { type: String, enum: pinStatuses, required: true },
    /** Null or missing: there is no word of a leader's to be taken back. */
    before: { type: beforePinSchema, default: null },
  },
  { _id: false, strict: "throw" },
);

const ownerSchema = new Schema(
  {
    memberId: { type: String, required: true },
    /** Exact decimal; the shares of a day add up to 1. */
    share: { type: String, required: true },
    from: { type: String, required: true },
    /** The last day; null while it lasts. */
    to: { type: String, default: null },
  },
  { _id: false, strict: "throw" },
);

const serviceSchema = new Schema(
  {
    memberId: { type: String, required: true },
    /** The first day; null: since before that was noted. */
    from: { type: String, default: null },
    /** The last day; null while it lasts. */
    to: { type: String, default: null },
  },
  { _id: false, strict: "throw" },
);

const mergedSchema = new Schema(
  {
    /** The client that it has become. */
    intoId: { type: String, required: true },
    /** The last day on which it was one of its own: what happened until then is its own, what happens later is the other's. */
    on: { type: String, required: true },
    at: { type: Date, required: true },
    byName: { type: String, required: true },
    /** Where its places are to be found now. `isAdded`: it has come with this merge. */
    sites: {
      type: [
        new Schema(
          {
            siteId: { type: String, required: true },
            asSiteId: { type: String, required: true },
            isAdded: { type: Boolean, required: true },
          },
          { _id: false, strict: "throw" },
        ),
      ],
      required: true,
    },
    /** Places of the other that have their pin from this one, and the pin that they had. */
    pinsTaken: {
      type: [
        new Schema(
          {
            asSiteId: { type: String, required: true },
            before: {
              type: new Schema(
                {
                  latDeg: { type: Number, default: null },
                  lngDeg: { type: Number, default: null },
                  radiusM: { type: Number, required: true },
                  pinStatus: { type: String, enum: pinStatuses, required: true },
                },
                { _id: false, strict: "throw" },
              ),
              required: true,
            },
          },
          { _id: false, strict: "throw" },
        ),
      ],
      default: [],
    },
    /** Its people who have come with this merge, and as whom. */
    contacts: {
      type: [
        new Schema(
          { contactId: { type: String, required: true }, asContactId: { type: String, required: true } },
          { _id: false, strict: "throw" },
        ),
      ],
      required: true,
    },
    tags: { type: [String], required: true },
    /** Whether the other has its credit code from it. */
    isCreditCodeTaken: { type: Boolean, default: false },
    /** Who serves the other beside its owners because of this merge. */
    coServedByIds: { type: [String], required: true },
    /** What it was before, for the merge to be undone. */
    before: {
      type: new Schema(
        {
          owners: { type: [ownerSchema], required: true },
          coService: { type: [serviceSchema], required: true },
          coServedByIds: { type: [String], required: true },
        },
        { _id: false, strict: "throw" },
      ),
      required: true,
    },
  },
  { _id: false, strict: "throw" },
);

const formerSiteSchema = new Schema(
  {
    /** As the place was known here. */
    siteId: { type: String, required: true },
    /** Whose it is again, and as what. */
    otherId: { type: String, required: true },
    otherSiteId: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

const customerSchema = new Schema(
  {
    _id: { type: String, required: true },
    schemaVersion,
    name: { type: String, required: true },
    shortName: { type: String, required: true },
    /** What trade it is in, such as 设备制造: groups hear this instead of its name. */
    industry: { type: String, default: null },
    grade: { type: String, enum: ["A", "B", "C"], required: true },
    stage: { type: String, required: true },
    owners: { type: [ownerSchema], required: true },
    /** Who has served it beside its owners, and from when until when. */
    coService: { type: [serviceSchema], required: true },
    /** Who does so now, and has no share in it. */
    coServedByIds: { type: [String], required: true },
    /** Who serves it today, which follows from owners and co-service: what lists ask for. */
    servedByIds: { type: [String], required: true },
    /** The day on which other owners begin, so that `servedByIds` has to follow; null while nothing is arranged. */
    nextOwnersOn: { type: String, default: null },
    /** What other systems call it, `crm:EXT-1`. Each is a key, too. */
    externalIds: { type: [String], required: true },
    sites: { type: [siteSchema], required: true },
    /** 统一社会信用代码, as `creditCodeOf` keeps it. Several shops of one company may have one. */
    creditCode: { type: String, default: null },
    /** Words by which the company sorts its customers. */
    tags: { type: [String], required: true },
    /** The first letters of its names, see `initialsOf`. */
    initials: { type: String, default: "" },
    /** Where it stands in lists, see `sortKeyOf`. */
    sortKey: { type: String, required: true },
    /** What it is found by, see `searchKeysOf`. */
    searchKeys: { type: [String], required: true },
    /** Near which points its places are, see `placeKeysOf`. */
    placeKeys: { type: [String], required: true },
    /** What stands in its addresses, see `addressKeysOf`. */
    addressKeys: { type: [String], default: [] },
    /** What has become of it where it was another's double; null for a client that stands for itself. */
    merged: { type: mergedSchema, default: null },
    /** The clients that have become this one, the newest merge last: their ids open it, and what was recorded under them is its own. */
    mergedIds: { type: [String], default: [] },
    /** Clients that had become this one until that was undone: a phone may have kept what was sold to them as sold to this one. */
    formerIds: { type: [String], default: [] },
    /** Places of clients that had become this one until that was undone: a phone may have kept taps there as taps here. */
    formerSites: { type: [formerSiteSchema], default: [] },
    /** The import that has made it; null where somebody has added it. */
    madeByImportId: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "customers", strict: "throw", autoIndex: false, versionKey: false },
);
customerSchema.index({ sortKey: 1 });
customerSchema.index({ servedByIds: 1, sortKey: 1 });
// Of a grade: how many serve one, and how many there are that have not become another.
customerSchema.index({ servedByIds: 1, grade: 1 });
customerSchema.index({ grade: 1, "merged.on": 1 });
customerSchema.index({ "owners.memberId": 1 });
customerSchema.index({ _id: 1, revision: 1 });
customerSchema.index({ nextOwnersOn: 1 });
customerSchema.index({ searchKeys: 1, sortKey: 1 });
customerSchema.index({ placeKeys: 1 });
customerSchema.index({ addressKeys: 1, sortKey: 1 });
customerSchema.index({ creditCode: 1 });
// Those that have become another.
customerSchema.index({ "merged.on": 1, _id: 1 });

// The raw type: what is read with lean() and inserted is plain, its sites and owners too.
export type CustomerRecord = InferRawDocTypeFromSchema<typeof customerSchema>;
export const CustomerModel = model<CustomerRecord>("Customer", customerSchema as unknown as Schema<CustomerRecord>);
