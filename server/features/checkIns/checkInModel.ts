import { type InferSchemaType, Schema, model } from "mongoose";
import { siteCodeFindings } from "@shared/domain/siteCode";
import { wifiFindings } from "@shared/domain/wifi";
import { type TrustSignal, trustSignalKinds } from "@shared/domain/trust";
import { commandParts, oneDocumentModel } from "../../db";

const fixSchema = new Schema(
  {
    latDeg: { type: Number, required: true },
    lngDeg: { type: Number, required: true },
    accuracyM: { type: Number, default: null },
    kind: { type: String, enum: ["live", "cached"], required: true },
  },
  { _id: false, strict: "throw" },
);

const wifiSchema = new Schema(
  { ssid: { type: String, default: null }, bssid: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

const signalSchema = new Schema(
  {
    kind: { type: String, enum: trustSignalKinds, required: true },
    value: { type: Number, required: true },
    limit: { type: Number, required: true },
    apart: {
      type: new Schema(
        {
          meters: { type: Number, required: true },
          minutes: { type: Number, required: true },
          customerName: { type: String, required: true },
        },
        { _id: false, strict: "throw" },
      ),
      default: null,
    },
  },
  { _id: false, strict: "throw" },
);

const checkInSchema = new Schema(
  {
    /** `<member>:<commandId>`: the same tap is the same check-in. */
    _id: { type: String, required: true },
    ...commandParts,
    memberId: { type: String, required: true },
    /** `<member>:<period>`: what sharding and reads of a rep's month go by. */
    repMonth: { type: String, required: true },
    /** `<member>:<day>`. */
    repDay: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    siteId: { type: String, required: true },
    siteName: { type: String, required: true },
    /** GCJ-02; erased after the retention period, the verdict and distance stay. */
    fix: { type: fixSchema, default: null },
    /** What kind of fix it was, which stays as well; null without one, and in older check-ins. */
    fixKind: { type: String, enum: ["live", "cached", null], default: null },
    distanceM: { type: Number, default: null },
    accuracyM: { type: Number, default: null },
    radiusM: { type: Number, required: true },
    verdict: { type: String, enum: ["inside", "doubtful", "outside", "unverified"], required: true },
    timeKind: { type: String, enum: ["anchored", "estimated", "uncertain"], required: true },
    /** By the phone. */
    tappedAt: { type: Date, required: true },
    /** The time that counts. */
    checkedInAt: { type: Date, required: true },
    /** When we heard of it. */
    receivedAt: { type: Date, required: true },
    on: { type: String, required: true },
    /** When the member said that they left; null: not said. */
    leftAt: { type: Date, default: null },
    consentVersion: { type: String, required: true },
    /** What was photographed at the tap, see server/files; missing in older ones. */
    photoId: { type: String, default: null },
    /** The hash of the client's code that was scanned at the tap; null without one, missing in older ones. */
    qrHash: { type: String, default: null },
    /** What was found of it, which stays. */
    qrFinding: { type: String, enum: [...siteCodeFindings, null], default: null },
    /** The network that the phone was connected to, where that is worth anything; null without one, missing in older ones. */
    wifi: { type: wifiSchema, default: null },
    /** What earlier check-ins there said of it, which stays; null where nobody had to ask. */
    wifiFinding: { type: String, enum: [...wifiFindings, null], default: null },
    /** Whether anything of `evidenceFields` is kept; absent in older ones, which have no more than a position. */
    evidenceKept: { type: Boolean },
    /** Of the rep's list of devices. Null where it is not known, and in older check-ins. */
    deviceId: { type: String, default: null },
    /** By how much the phone's own clock was ahead of the server's; null where it does not say. */
    clockOffMs: { type: Number, default: null },
    /** What there is to ask about it (`shared/domain/trust.ts`), and since when; empty and null where nothing is. */
    signals: { type: [signalSchema], default: [] },
    signalsAt: { type: Date, default: null },
    /** When signals are looked for next; null: no more. Business time. */
    lookAt: { type: Date, default: null },
    visitId: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "checkIns", strict: "throw", autoIndex: false, versionKey: false },
);
checkInSchema.index({ repDay: 1, checkedInAt: -1 });
// Where a rep has been and has not written it down.
checkInSchema.index({ visitId: 1, repDay: 1 });
// What a customer's page shows, whoever went there: those without a record, which else says it.
checkInSchema.index({ customerId: 1, visitId: 1, checkedInAt: -1, _id: -1 });
checkInSchema.index({ _id: 1, revision: 1 });
// Where signals are to be looked for, the longest waiting first.
checkInSchema.index({ lookAt: 1 });
// Whose position is kept, oldest first: what the nightly erasing asks for.
checkInSchema.index({ evidenceKept: 1, checkedInAt: 1 });
// The same of older ones.
checkInSchema.index({ "fix.kind": 1, checkedInAt: 1 });
// What is known of a client's place: those alone that still tell it, of however many years a client has.
checkInSchema.index({ customerId: 1, evidenceKept: 1 });

/**
 * What of a check-in tells where somebody stood, or by what they were known: all of it goes, when positions are no longer kept and when
 * somebody takes their consent back. `tests/server/features/privacy/evidence.test.ts` finds what is missing here.
 */
export const evidenceFields = ["fix", "deviceId", "clockOffMs", "qrHash", "wifi"] as const;

/** What is read with lean() and inserted is plain: an array of signals is one, and not mongoose's. Older check-ins have none. */
export type CheckInRecord = Omit<InferSchemaType<typeof checkInSchema>, "signals"> & { signals?: TrustSignal[] };
export const CheckInModel = oneDocumentModel(
  model<CheckInRecord>("CheckIn", checkInSchema as unknown as Schema<CheckInRecord>),
);
