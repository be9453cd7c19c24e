import pino, { type Logger } from "pino";
import { currentRequest } from "./requestContext";

export type { Logger };

export interface LoggerOptions {
  level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Which process speaks, such as "http" or "worker,cron". */
  name: string;
}

// A secret may sit at the top or one level down (headers, settings, a request body).
const secretFields = [
  "authorization",
  "cookie",
  "token",
  "access_token",
  "secret",
  "idCard",
  "bankCard",
  "phone",
  "loginCode",
  "mobile",
];
/** A login code is called `code`, as an error's code is: it is hidden where it can stand, and an operator reads the others. */
const loginCodePaths = ["body", "query", "params", "data", "form"].flatMap((part) => [
  `${part}.code`,
  `*.${part}.code`,
]);
const redactedPaths = [...secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), ...loginCodePaths];

/** JSON lines on stdout; each carries the id of the request that caused it, and no secret by its path. */
export function createLogger(options: LoggerOptions, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level: options.level,
      base: { process: options.name, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths, censor: "(hidden)" },
      serializers: { error: pino.stdSerializers.err },
      mixin: () => ({ ...currentRequest() }),
    },
    destination ?? pino.destination(1),
  );
}
