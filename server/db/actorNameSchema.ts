import { Schema } from "mongoose";

/** Who did something, in documents that say so. */
export const actorNameSchema = new Schema(
  {
    kind: { type: String, enum: ["member", "apiKey", "job", "wecom"], required: true },
    id: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);
