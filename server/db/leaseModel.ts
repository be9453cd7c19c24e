import { model, Schema } from "mongoose";
import { schemaVersion } from "./schemaVersion";

/** Who may do what only one process does at a time. A small collection: one document per kind of work. */
const leaseSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** Made for one try to get the lease. */
    owner: { type: String, required: true },
    /** Real time. */
    leaseUntil: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "leases", strict: "throw", autoIndex: false, versionKey: false },
);
leaseSchema.index({ _id: 1, leaseUntil: 1 });
leaseSchema.index({ _id: 1, owner: 1 });

export const LeaseModel = model("Lease", leaseSchema);
