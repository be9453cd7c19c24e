import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readBytes, writeBytes } from "../../../server/files/folder";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "xiaoli-files-"));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

it("what arrives several times within one millisecond is written whole, once", async () => {
  jest.spyOn(Date, "now").mockReturnValue(1_774_490_400_000);
  const bytes = Buffer.alloc(200_000, 7);
  await Promise.all([1, 2, 3, 4].map(() => writeBytes(folder, "xiaowang:f1", bytes)));
  expect(await readBytes(folder, "xiaowang:f1")).toEqual(bytes);
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(found.filter((one) => one.isFile())).toHaveLength(1);
});
