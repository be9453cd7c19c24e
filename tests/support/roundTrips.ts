import mongoose from "mongoose";
import { currentRequestId } from "../../server/lib/requestContext";
import { lookingId } from "./testDatabase";

/**
 * What `act` asks of the database, command by command in the order of sending, such as `insert checkIns`: each is a way to the
 * database and back. What the test itself looks at meanwhile is not counted.
 */
export async function roundTripsOf(act: () => Promise<unknown>): Promise<string[]> {
  const client = mongoose.connection.getClient();
  const sent: string[] = [];
  const note = ({ commandName, command }: mongoose.mongo.CommandStartedEvent) => {
    if (currentRequestId() === lookingId) return;
    const collection: unknown = command[commandName];
    sent.push(typeof collection === "string" ? `${commandName} ${collection}` : commandName);
  };
  client.on("commandStarted", note);
  try {
    await act();
  } finally {
    client.off("commandStarted", note);
  }
  return sent;
}
