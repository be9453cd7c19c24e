import type { Deps } from "./deps";
import { syncDirectory } from "./features/members";
import type { Service } from "./lib/services";

/**
 * Reads the directory once when a worker starts; the job of the night does it from then on. WeCom being away is no
 * reason not to start: who was known yesterday is known today.
 */
export function directoryService(deps: Deps): Service {
  let reading: Promise<unknown> = Promise.resolve();
  return {
    name: "directory",
    async start() {
      reading = syncDirectory(deps, `start:${deps.newId()}`).catch((error: unknown) => {
        deps.logger.error({ error }, "the directory could not be read; the next job tries again");
      });
    },
    async stop() {
      await reading;
    },
  };
}
