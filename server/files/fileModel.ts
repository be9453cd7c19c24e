import { type InferSchemaType, Schema, model } from "mongoose";
import { audioTypes, tableTypes } from "@shared/domain/fileTypes";
import { schemaVersion } from "../db";

/** What is written onto a photo where somebody looks at it. */
const stampSchema = new Schema(
  {
    place: { type: String, required: true },
    who: { type: String, required: true },
    /** When it was shown, in business time: at a tap, when that counts. */
    at: { type: Date, required: true },
    /** The place is kept as long as positions are: then all of it goes, and the photo stays. */
    until: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/** As they are kept: photos, drawings such as a signature, what was spoken, sheets to be printed, and tables. */
export const fileTypes = ["image/jpeg", "image/png", ...audioTypes, "application/pdf", ...tableTypes] as const;
export type FileType = (typeof fileTypes)[number];

/** A file that a phone has sent, or a sheet or table that the server has made to be printed or taken away. Its bytes are in the folder of files. */
const fileSchema = new Schema(
  {
    /** `<member>:<fileId>`; a phone's is made by the phone: the same one sent again is the same file. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    /** SHA-256 of what was sent or drawn, in hexadecimal: by it a repeat is known, and a photo that was sent before. */
    sentHash: { type: String, required: true },
    type: { type: String, enum: fileTypes, required: true },
    bytes: { type: Number, required: true },
    receivedAt: { type: Date, required: true },
    /** By which it is taken away; null for what is looked at in place. */
    name: { type: String, default: null },
    /** What links to it are signed with. */
    linkSecret: { type: String, required: true },
    /** What it belongs to, such as `checkIn:<id>` or `visit:<id>`; null until a command has named it. */
    usedBy: { type: String, default: null },
    /** Null until it has been named, where nothing is written onto it, and once it is erased. */
    stamp: { type: stampSchema, default: null },
    /** The night after it goes. */
    keptUntil: { type: Date, required: true },
  },
  { collection: "files", strict: "throw", autoIndex: false, versionKey: false },
);
fileSchema.index({ keptUntil: 1 });
// Of which the place is to be erased.
fileSchema.index({ "stamp.until": 1 });
// Whether the same photo was sent before, by anybody.
fileSchema.index({ sentHash: 1, receivedAt: 1 });
fileSchema.index({ _id: 1, usedBy: 1 });
fileSchema.index({ _id: 1, keptUntil: 1 });
// Tables of somebody that nothing has named yet.
fileSchema.index({ memberId: 1, type: 1, usedBy: 1 });

export type FileRecord = InferSchemaType<typeof fileSchema>;
export const FileModel = model("File", fileSchema);
