import type { Deps } from "../../deps";
import type { Service } from "../../lib/services";
import { askWecom } from "./wecomState";

/** How long until WeCom is asked again: while it answers, and from the first failure on, twice as long each time. */
interface Pauses {
  whileWellMs: number;
  firstMs: number;
  mostMs: number;
}

const usual: Pauses = { whileWellMs: 60_000, firstMs: 5_000, mostMs: 5 * 60_000 };

/**
 * Keeps asking whether WeCom is there, from the start on: the directory is read as soon as it answers, without anybody's doing. That
 * it does not is no reason not to start: who was known yesterday is known today.
 */
export function watchWecom(deps: Deps, pauses: Pauses = usual): Service {
  let asking: Promise<void> = Promise.resolve();
  let next: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(pauseMs: number): Promise<void> {
    const answers = await askWecom(deps).catch((error: unknown) => {
      deps.logger.error({ error }, "the directory could not be read; it is tried again");
      return false;
    });
    if (stopped) return;
    const waitMs = answers ? pauses.whileWellMs : pauseMs;
    next = setTimeout(() => begin(answers ? pauses.firstMs : Math.min(pauseMs * 2, pauses.mostMs)), waitMs);
    next.unref();
  }

  function begin(pauseMs: number): void {
    asking = ask(pauseMs);
  }

  return {
    name: "wecom",
    async start() {
      begin(pauses.firstMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(next);
      await asking;
    },
  };
}
