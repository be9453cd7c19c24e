import { spawnSync } from "node:child_process";
import { isAlive, root, until } from "./support";

it("what a test has started ends with the test, also when that is killed", async () => {
  // Stands for the test: it starts a program that would go on for ever.
  const source = `
const { spawnChildProgram } = require("./tests/server/run/childProgram");
const child = spawnChildProgram(["-e", "setInterval(() => undefined, 1000); console.log('up')"], { env: {} });
child.stdout.once("data", () => process.stdout.write(child.pid + "\\n", () => process.kill(process.pid, "SIGKILL")));`;
  const killed = spawnSync(process.execPath, ["--import", "tsx", "-e", source], {
    ...{ cwd: root, encoding: "utf8", timeout: 20_000 },
  });
  const pid = Number(killed.stdout);
  expect(pid).toBeGreaterThan(1);
  await until(() => !isAlive(pid));
});
