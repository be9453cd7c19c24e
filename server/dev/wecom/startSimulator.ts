import type { AddressInfo } from "node:net";
import { createBusinessClock } from "./businessClock";
import { createControl, type SimulatorControl } from "./control";
import { controlPages } from "./controlPages";
import { createHttpServer } from "./httpServer";
import { wecomLimits, type Limits } from "./limits";
import { loginPage } from "./loginPages";
import { phonesPages } from "./page/phonesPages";
import { createState } from "./simulatorState";
import { openStateFile } from "./stateFile";
import { freshWorld, trustedDomainsOf, type World } from "./world";

export interface SimulatorOptions {
  /** Default: the demo's people with fresh secrets. */
  world?: World;
  /** 0 takes any free one. */
  port?: number;
  limits?: Partial<Limits>;
  /** Where messages and read marks are kept; null: nowhere. */
  stateFile?: string | null;
  /** The product whose clock the phones follow and whose pages their cards open. */
  productUrl?: string | null;
  /** Time of limits, tokens and codes. */
  realNow?: () => Date;
  /** Time that the phones show; default the product's clock, else `realNow`. */
  businessNow?: () => Date;
  /** Where a line about a looping client or a fault of the simulator goes. */
  warn?: (line: string) => void;
}

export interface Simulator extends SimulatorControl {
  readonly baseUrl: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a WeCom on this machine. For tests, demo and development. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const productUrl = options.productUrl ?? null;
  const realNow = options.realNow ?? (() => new Date());
  const clock = createBusinessClock(productUrl, realNow);
  const state = createState({
    world: options.world ?? freshWorld(trustedDomainsOf(productUrl ?? "http://localhost:3000")),
    limits: { ...wecomLimits, ...options.limits },
    stateFile: options.stateFile ? openStateFile(options.stateFile) : null,
    realNow,
    businessNow: options.businessNow ?? (() => clock.now()),
  });
  const control = createControl(state);
  const controlPage = controlPages(control, clock);
  const phonesPage = phonesPages(state, clock, productUrl);
  const server = createHttpServer(
    state,
    async (request) => (await controlPage(request)) ?? loginPage(state, request) ?? phonesPage(request),
    options.warn ?? ((line) => process.stderr.write(`${line}\n`)),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    // This machine only: nothing here asks who is calling.
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    ...control,
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    stop: () => {
      clock.stop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
