import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { lastFourOf } from "@shared/domain/phone";
import { schemaVersion } from "../../db";
import { encryptedField } from "../../db/encryptedFields";

/** In the form of `normalisedPhone`. */
export const contactPhone = encryptedField({
  collection: "customerContacts",
  field: "phone",
  indexes: { phoneIndex: (phone) => phone, phoneLast4Index: lastFourOf },
});

/** Somebody at a customer. A document of its own, so that one number can be found and read without all others. */
const contactSchema = new Schema(
  {
    /** `<customer>:<contact>`. */
    _id: { type: String, required: true },
    schemaVersion,
    customerId: { type: String, required: true },
    contactId: { type: String, required: true },
    /** In which order they are listed. */
    place: { type: Number, required: true },
    name: { type: String, required: true },
    /** What they are there, such as 采购经理. */
    role: { type: String, default: null },
    needs: { type: String, default: null },
    /** Encrypted, see `contactPhone`. */
    phone: { type: String, default: null },
    phoneIndex: { type: String, default: null },
    phoneLast4Index: { type: String, default: null },
    /** Counts for the rotation of keys alone: the customer's revision guards edits. */
    revision: { type: Number, required: true },
  },
  { collection: "customerContacts", strict: "throw", autoIndex: false, versionKey: false },
);
contactSchema.index({ customerId: 1 });
contactSchema.index({ phoneIndex: 1 });
// In the order in which the customers of one number are paged through.
contactSchema.index({ phoneLast4Index: 1, customerId: 1 });
contactSchema.index({ _id: 1, revision: 1 });

export type ContactRecord = InferRawDocTypeFromSchema<typeof contactSchema>;
export const ContactModel = model<ContactRecord>("CustomerContact", contactSchema as unknown as Schema<ContactRecord>);
