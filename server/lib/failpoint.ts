/*
 * Places where a process may be made to die, to prove that nothing is lost or doubled there:
 * `FAILPOINT=outbox.afterSend:2` kills the process the second time it comes by. Never armed in production.
 */
let armed: { name: string; hitsLeft: number } | null = null;

/** @param setting `name` or `name:n`; undefined disarms */
export function armFailpoint(setting: string | undefined): void {
  if (setting === undefined || setting === "") {
    armed = null;
    return;
  }
  const [name = "", count = "1"] = setting.split(":");
  armed = { name, hitsLeft: Number(count) };
}

/** Does nothing unless this name is armed; then the process ends at once, as if the power had gone. */
export async function failpoint(name: string): Promise<void> {
  if (armed?.name !== name) return;
  armed.hitsLeft -= 1;
  if (armed.hitsLeft > 0) return;
  process.kill(process.pid, "SIGKILL");
  // The signal arrives a moment later; nothing after this line may run in between.
  await new Promise(() => undefined);
}
