import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import mongoose from "mongoose";
import { createApp } from "../../../server/app";
import type { Deps } from "../../../server/deps";

export interface RoundTrips {
  /** Commands that one call sends to the database, once what every call asks for is known. */
  warm: number;
  inserts: number;
  updates: number;
}

/** Counts what calls of the product's own app send to the database of this process. */
export async function countRoundTrips(
  deps: Deps,
  calls: Record<string, () => { path: string; method: "GET" | "POST"; token: string; body?: unknown }>,
): Promise<Record<string, RoundTrips>> {
  const app = createApp(deps).callback();
  const server = createServer((request, response) => void app(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let sent: { name: string; documents: number }[] = [];
  const note = ({ commandName: name, command }: { commandName: string; command: mongoose.mongo.Document }) => {
    const many = (command.documents ?? command.updates ?? command.deletes) as unknown[] | undefined;
    sent.push({ name, documents: many?.length ?? 1 });
  };
  const client = mongoose.connection.getClient();
  client.on("commandStarted", note);
  const counted: Record<string, RoundTrips> = {};
  for (const [name, call] of Object.entries(calls)) {
    for (const isWarm of [false, true]) {
      sent = [];
      const { path, method, token, body } = call();
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
      if (!isWarm) continue;
      const written = (...names: string[]) =>
        sent.filter((one) => names.includes(one.name)).reduce((sum, one) => sum + one.documents, 0);
      counted[name] = { warm: sent.length, inserts: written("insert"), updates: written("update", "delete") };
    }
  }
  client.off("commandStarted", note);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return counted;
}
