import mongoose from "mongoose";
import { freeze } from "../support/frozen";

/*
 * Writes what a running installation has stored to a frozen data set, for tests/server/migrations/frozen.test.ts:
 *
 *   npm start, play (npm start -- --check's steps), then
 *   npx tsx tests/frozen/freeze.ts 'mongodb://127.0.0.1:3002/xiaoli?replicaSet=secantus' tests/frozen/<version>/demo.ejson.gz
 */
async function main([uri, file]: string[]): Promise<void> {
  if (!uri || !file) throw new Error("say which database and which file");
  const client = await mongoose.mongo.MongoClient.connect(uri);
  try {
    process.stdout.write(`${JSON.stringify(await freeze(client.db(), file), null, 2)}\n`);
  } finally {
    await client.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`Nothing was frozen: ${String(error)}\n`);
  process.exitCode = 1;
});
