import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";
import type { NoticeKind, NoticeParams } from "./kinds";
import type { InboxView } from "./inboxView";

export const noticeStates = ["pending", "sending", "sent", "unknown", "failed", "dropped"] as const;
export type NoticeState = (typeof noticeStates)[number];

const entrySchema = new Schema(
  {
    /** Real time. */
    at: { type: Date, required: true },
    state: { type: String, enum: noticeStates, required: true },
    note: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

/** Words for one receiver, from the wish to send them to what became of it. */
const noticeSchema = new Schema(
  {
    /** Follows from its cause, such as `<sale>:rep` or `near_target:<member>:<period>`: said once. */
    _id: { type: String, required: true },
    schemaVersion,
    kind: { type: String, required: true },
    /** A member or, for groups, the unit whose robot posts it. */
    channel: { type: String, enum: ["member", "robot"], required: true },
    receiverId: { type: String, required: true },
    /** The event, job run or digest that it follows from. */
    cause: { type: String, required: true },
    params: { type: Schema.Types.Mixed, required: true },
    /** What it asks for something about, such as `approval:sale:<sale>`: done, all of these are. */
    about: { type: String, default: null },
    /** An answer to the receiver's own act: exempt from quiet hours and from the day's limit. */
    answersAct: { type: Boolean, required: true },
    /** Business time of the cause. */
    at: { type: Date, required: true },

    state: { type: String, enum: noticeStates, required: true },
    /** What became of it, step by step: each lost answer and each repetition is named here. */
    history: { type: [entrySchema], required: true },
    /** What is being sent, stored before each try. */
    body: { type: String, default: null },
    /** Real time of the first try that WeCom may still know; one that it refused does not count. */
    sendingSince: { type: Date, default: null },
    /** The real day on which it has taken its place in the day's quota. */
    quotaOn: { type: String, default: null },
    /** It may have arrived unseen by us: then only the same bytes may follow, which WeCom shows once. */
    answerLost: { type: Boolean, default: false },
    /** An alert whose fate is unknown is sent once more, not twice. */
    repeated: { type: Boolean, default: false },
    messageId: { type: String, default: null },

    /** The digest that it goes out with. */
    digestId: { type: String, default: null },
    /** For a digest: the notices in it. */
    itemIds: { type: [String], default: undefined },

    /** The member whose list it stands in, from its first try on. */
    inboxOf: { type: String, default: null },
    /** Position in the list: business instant and id. */
    sortKey: { type: String, default: null },
    unread: { type: Boolean, default: false },
    /** Business time: since when nothing is left for the receiver to do about what it asked for. */
    handledAt: { type: Date, default: null },
    shown: { type: Schema.Types.Mixed, default: null },
  },
  { collection: "notices", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
noticeSchema.index({ inboxOf: 1, sortKey: -1 });
noticeSchema.index({ inboxOf: 1, unread: 1, sortKey: -1 });
noticeSchema.index({ digestId: 1, _id: 1 });
noticeSchema.index({ about: 1 });
// What tells several people of the same, whoever of them can still see to it.
noticeSchema.index({ kind: 1, at: 1 });
// What is old enough to go.
noticeSchema.index({ at: 1 });

type Stored = InferSchemaType<typeof noticeSchema>;

/** A notice with the params of its kind; `onSaleConfirmed` and the sweeps make them, so the pair fits. */
export type NoticeOf<K extends NoticeKind> = Omit<Stored, "kind" | "params" | "shown"> & {
  kind: K;
  params: NoticeParams[K];
  shown: InboxView | null;
};
export type Notice = { [K in NoticeKind]: NoticeOf<K> }[NoticeKind];

export const NoticeModel = model("Notice", noticeSchema);
