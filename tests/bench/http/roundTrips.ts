import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import mongoose from "mongoose";
import { createApp } from "../../../server/app";
import { partsOf } from "../../../server/db/filterRecorder";
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
  let sent: { inserts: number; updates: number }[] = [];
  const note = ({ commandName, command }: { commandName: string; command: mongoose.mongo.Document }) => {
    const parts = partsOf(commandName, command);
    const documents = (name: string) => {
      const many = (command.documents ?? command.updates ?? command.deletes) as unknown[] | undefined;
      return parts.filter((part) => part.command === name).length * (many?.length ?? 1);
    };
    sent.push({ inserts: documents("insert"), updates: documents("update") + documents("delete") });
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
      const sum = (kind: "inserts" | "updates") => sent.reduce((all, one) => all + one[kind], 0);
      counted[name] = { warm: sent.length, inserts: sum("inserts"), updates: sum("updates") };
    }
  }
  client.off("commandStarted", note);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return counted;
}
