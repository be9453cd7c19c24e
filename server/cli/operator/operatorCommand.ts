import { AppError } from "@shared/errors";
import { refusalOfCommand, settingsOrExit } from "../../../config/env";
import { createDeps } from "../../createDeps";
import { connect, disconnect } from "../../db";
import type { Deps } from "../../deps";
import { loadCalendar } from "../../features/calendar";
import { DemoClock } from "../../features/demo";
import { createLogger } from "../../lib/logger";
import { prepareDatabase } from "../../migrations/prepareDatabase";
import { Arguments, understood } from "./arguments";

export interface CommandParts {
  /** As the product's processes have them: in the demo `clock` stands where the demo's clock stands. */
  deps: Deps;
  /** That clock; null outside the demo. */
  demoClock: DemoClock | null;
  /** A line for whoever has asked, on stdout. */
  say: (line: string) => void;
  /** One of what is wrong or must be done, on stderr. */
  complain: (line: string) => void;
}

export interface OperatorCommand<Request> {
  /** What it does and takes; shown when asked for, and where the arguments ask for nothing that there is. */
  usage: string;
  /** Takes what it needs and leaves what is too much; without it the command takes no arguments. */
  parse?: (args: Arguments) => Request;
  /** Begins the sentence where it fails: `The role could not be changed`. */
  failure: string;
  /** It writes as the product does, so that what must be true before a process serves must be true for it. */
  needsPreparedDatabase?: true;
  /** @returns the exit code */
  run: (request: Request, parts: CommandParts) => Promise<number>;
}

/** A command that also others than its own program may do. */
export const operatorCommand = <Request>(command: OperatorCommand<Request>): OperatorCommand<Request> => command;

/**
 * Runs a command for whoever runs the server, from its arguments to its exit code: settings, connection, clock and parts are those
 * of the product's own processes. A refusal or failure is told in a sentence, with exit code 1; what is not understood with
 * the usage and exit code 2, whatever the settings.
 */
export function startCommand<Request>(command: OperatorCommand<Request>): void {
  void runCommand(command, process.argv.slice(2))
    .catch((error: unknown) => refused(error, command, complain))
    .then((code) => (process.exitCode = code));
}

/**
 * What a command does once it is understood, with the parts of a product that runs already.
 * @returns the exit code; a refusal or failure is told in a sentence
 * @throws Misuse where the arguments ask for nothing that there is
 */
export async function commandWith<Request>(
  command: OperatorCommand<Request>,
  args: string[],
  parts: CommandParts,
): Promise<number> {
  const request = requestOf(command, args);
  return command.run(request, parts).catch((error: unknown) => refused(error, command, parts.complain));
}

async function runCommand<Request>(command: OperatorCommand<Request>, args: string[]): Promise<number> {
  const request = understood(command.usage, args, () => requestOf(command, args));
  const whyNot = refusalOfCommand();
  if (whyNot) {
    complain(whyNot);
    return 1;
  }
  const settings = settingsOrExit();
  const realNow = () => new Date();
  const demoClock = settings.DEMO ? new DemoClock(realNow) : null;
  const deps = createDeps(settings, { realNow, logger: quietLogger(settings), ...(demoClock && { clock: demoClock }) });
  await connect(settings.MONGODB_URI);
  try {
    if (command.needsPreparedDatabase) await prepareDatabase(deps);
    await Promise.all([demoClock?.refresh(), loadCalendar()]);
    return await command.run(request, { deps, demoClock, say, complain });
  } finally {
    await disconnect();
  }
}

function requestOf<Request>({ parse }: OperatorCommand<Request>, given: string[]): Request {
  const args = new Arguments(given);
  const request = parse ? parse(args) : (undefined as Request); // nothing is asked for
  args.end();
  return request;
}

/** What goes well the command says itself, and stdout is its own. */
function quietLogger({ LOG_LEVEL }: Deps["settings"]): Deps["logger"] {
  const level = (["silent", "fatal", "error"] as const).find((quieter) => quieter === LOG_LEVEL) ?? "warn";
  return createLogger({ level, name: "command" }, { write: (line) => process.stderr.write(line) });
}

function refused(error: unknown, { failure }: { failure: string }, say: CommandParts["complain"]): number {
  // A rule has refused: whatever it stands in the way of is one transaction.
  if (error instanceof AppError) say(`${error.message}; nothing was changed.`);
  else say(`${failure}: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);
