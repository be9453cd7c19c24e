import mongoose from "mongoose";

/**
 * Holds up whoever begins the next transaction: all has been read and decided by then, and nothing is written. Others who come
 * later are let by.
 */
export function holdNextTransaction(): { reached: Promise<void>; release: () => void } {
  const { connection } = mongoose;
  const startSession = connection.startSession.bind(connection);
  let isThere: () => void = () => undefined;
  let release: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (isThere = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  connection.startSession = async (...options) => {
    connection.startSession = startSession;
    isThere();
    await released;
    return startSession(...options);
  };
  return { reached, release };
}
