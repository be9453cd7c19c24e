import mongoose from "mongoose";
import { LeaseModel, withLease, type WorkLease } from "../../db";

interface Turn {
  /** As `connect` takes it. */
  uri: string;
  /** The database that is upgraded. */
  dbName: string;
  realNow: () => Date;
  show: (line: string) => void;
}

/** The rehearsal alone may compute for a while without a pause. */
const leaseMs = 30_000;

/**
 * One upgrade of a database at a time, from its first look to its last message: what another one changes meanwhile would look
 * like a difference that nobody has announced. Whoever comes second waits, and says so.
 */
export async function inTurn<T>(
  { uri, dbName, realNow, show }: Turn,
  work: (lease: WorkLease) => Promise<T>,
): Promise<T> {
  // Of its own: the upgrade is connected to its copy for a while, and on the way there to nothing.
  const apart = new mongoose.Mongoose();
  const options = { dbName, autoCreate: false, writeConcern: { w: "majority" as const, journal: true } };
  const connection = await apart.createConnection(uri, options).asPromise();
  try {
    return await withLease("upgrade", work, {
      realNow,
      leaseMs,
      leases: connection.model("Lease", LeaseModel.schema),
      onWait: () =>
        show("Another upgrade of this database is under way, or was killed a moment ago: waiting for its end."),
    });
  } finally {
    await connection.close();
  }
}
