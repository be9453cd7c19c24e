import { createHash } from "node:crypto";
import path from "node:path";
import { readSettings, type Settings } from "../../config/env";

/** A key of this id, the same every time and of no use elsewhere. */
export const testFieldKey = (id: string): string =>
  `${id}:${createHash("sha256").update(`a test's key ${id}`).digest("base64")}`;

/** Settings of a test's app; what is given wins. They go through the same check as those of a real start. */
export function testSettings(given: Record<string, string> = {}): Settings {
  return readSettings({
    NODE_ENV: "test",
    MONGODB_URI: "mongodb://127.0.0.1:1/?replicaSet=unused",
    WECOM_CORP_ID: "wwxiaolidemo000001",
    WECOM_AGENT_ID: "1000002",
    WECOM_APP_SECRET: "a-secret-of-the-test",
    FIELD_KEYS: testFieldKey("k1"),
    FILES_DIR: path.resolve(__dirname, "../../dist/.files-of-tests", String(process.pid)),
    H5_DIR: "dist/h5-of-no-test",
    LOG_LEVEL: "silent",
    ...given,
  });
}
