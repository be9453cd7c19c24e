import closeWithGrace from "close-with-grace";
import type { Logger } from "./logger";

/** A part of the process that is started and stopped: the database, the relay, the scheduler, the HTTP server. */
export interface Service {
  name: string;
  start(): Promise<void>;
  /** Takes nothing new, finishes what is under way. May be called when start failed half way. */
  stop(): Promise<void>;
}

/**
 * Starts the services from the top. Where one fails, those before it are stopped again and the failure travels on.
 * @returns stops all of them from the bottom; one that fails to stop does not keep the others from stopping
 */
export async function startServices(services: Service[], logger: Logger): Promise<() => Promise<void>> {
  const started: Service[] = [];
  const stopAll = async () => {
    const failures: unknown[] = [];
    for (const service of started.splice(0).reverse()) {
      try {
        await service.stop();
        logger.info({ service: service.name }, "stopped");
      } catch (error) {
        logger.error({ error, service: service.name }, "did not stop cleanly");
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "some services did not stop cleanly");
  };
  for (const service of services) {
    started.push(service);
    try {
      await service.start();
      logger.info({ service: service.name }, "started");
    } catch (error) {
      await stopAll().catch(() => undefined); // each failure is logged already; the first one is the cause
      throw error;
    }
  }
  return stopAll;
}

/**
 * Runs the services until the process is told to end (SIGTERM, SIGINT, the parent is gone) or something unforeseen
 * is thrown. What takes longer than the deadline to stop is cut off with exit code 1 rather than left hanging.
 */
export async function runServices(services: Service[], logger: Logger, options: { deadlineMs: number }): Promise<void> {
  let stopAll = async () => {};
  closeWithGrace({ delay: options.deadlineMs, logger: false }, async ({ err, signal }) => {
    if (err) logger.fatal({ error: err }, "stopping after an unforeseen error");
    else logger.info({ signal }, "stopping");
    await stopAll();
  });
  // A supervised child ends with its parent: the channel closes when the parent dies, however it died.
  if (process.channel) process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  stopAll = await startServices(services, logger);
}
