import { z } from "zod";

/*
 * Every setting of the server: its name, its default and, as its description, what is expected of a value.
 * This file alone reads process.env. config/env.example says the same in words for operators.
 */

const address = z
  .string()
  .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value))
  .transform((value) => value.replace(/\/+$/, ""))
  .describe("an address that begins with http:// or https://");

const onOff = (unset: "0" | "1") =>
  z
    .enum(["0", "1"])
    .default(unset)
    .transform((value) => value === "1")
    .describe("0 or 1");

/** On in the demo and in development; elsewhere only where somebody asks for it. */
const shown = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => (value === undefined ? undefined : value === "1"))
  .describe("0 or 1");

const wholeNumber = (min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).describe(`a whole number from ${min} to ${max}`);

const text = (expected: string) => z.string().min(1).describe(expected);

const roleNames = ["http", "worker", "cron"] as const;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const shape = {
  NODE_ENV: z
    .enum(["production", "development", "test"])
    .default("development")
    .describe("production, development or test"),
  DEMO: onOff("0"),
  ROLES: z
    .string()
    .default(roleNames.join(","))
    .transform((value) => value.split(",").map((role) => role.trim()))
    .pipe(z.array(z.enum(roleNames)).min(1))
    .describe("some of http, worker, cron, separated by commas"),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: text("an address of this machine to listen on").default("127.0.0.1"),
  OPERATOR_PORT: wholeNumber(0, 65_535).optional(),
  PUBLIC_URL: address.optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/)
    .describe("the address of a MongoDB replica set, mongodb://…"),
  WECOM_CORP_ID: text("the corp's id from WeCom's admin console, such as ww1234567890abcdef"),
  WECOM_AGENT_ID: wholeNumber(1, 2 ** 31),
  WECOM_APP_SECRET: text("the app's secret from WeCom's admin console"),
  WECOM_CONTACTS_SECRET: text("the secret of the contacts app from WeCom's admin console").optional(),
  WECOM_API_URL: address.default("https://qyapi.weixin.qq.com"),
  WECOM_OAUTH_URL: address.default("https://open.weixin.qq.com"),
  WECOM_LOGIN_URL: address.default("https://login.work.weixin.qq.com"),
  WECOM_ROBOTS: z
    .string()
    .default("{}")
    .transform(parsedOrNothing)
    .pipe(z.record(z.string(), z.string().min(1)))
    .describe('a JSON object from org unit to robot key, such as {"u3":"…"}'),
  FIRST_ADMIN_USERID: z
    .string()
    .regex(/^[A-Za-z0-9_.@-]{1,64}$/)
    .optional()
    .describe("the userid in WeCom of the first administrator, such as zhoumin"),
  FIELD_KEYS: z
    .string()
    .refine(areFieldKeys)
    .optional()
    .describe("keys as id:base64, the current one first, each of 32 bytes and with an id of its own"),
  PERIOD_CUT_OFF_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default("18:00")
    .describe("a time of day such as 18:00"),
  PERIOD_CUT_OFF_WORKING_DAY: wholeNumber(1, 20).default(1),
  POSITION_KEPT_DAYS: wholeNumber(1, 3650).default(90),
  FILES_DIR: text("the folder where photos are kept").default(".data/files"),
  PHOTO_KEPT_DAYS: wholeNumber(1, 3650).default(730),
  PHOTO_FONT_FILE: text("the file of a font, TTF or OTF, that has Chinese").optional(),
  REPORT_KEPT_DAYS: wholeNumber(1, 3650).default(365),
  MESSAGE_KEPT_DAYS: wholeNumber(31, 3650).default(730),
  PRIVACY_RESPONSIBLE: text("who is responsible for people's data, as the consent page names them").optional(),
  PRIVACY_CONTACT: text(
    "how people reach whoever is responsible for their data: a phone number, an address",
  ).optional(),
  SALE_LIMIT_YUAN: wholeNumber(1, 9_000_000_000).default(100_000_000),
  H5_DIR: text("the folder of the built H5 page").default("dist/h5"),
  OFFLINE_PAGES: onOff("1"),
  LOG_LEVEL: z.enum(logLevels).default("info").describe(logLevels.join(", ")),
  HTTP_HEADERS_TIMEOUT_S: wholeNumber(1, 600).default(15),
  HTTP_REQUEST_TIMEOUT_S: wholeNumber(1, 3600).default(60),
  HTTP_KEEP_ALIVE_S: wholeNumber(1, 3600).default(75),
  HTTP_IDLE_S: wholeNumber(1, 3600).default(120),
  HTTP_CONNECTIONS: wholeNumber(1, 100_000).default(4000),
  HTTP_CONNECTIONS_PER_ADDRESS: wholeNumber(1, 100_000).default(1000),
  HTTP_PIPELINE: wholeNumber(1, 1000).default(8),
  HTTP_REQUESTS_PER_CONNECTION: wholeNumber(1, 1_000_000).default(10_000),
  HSTS_SUBDOMAINS: onOff("0"),
  SHOW_METRICS: shown,
  SHOW_OPENAPI: shown,
  SHOW_DOCS: shown,
  RATE_MEMBER_PER_MINUTE: wholeNumber(1, 1_000_000).default(1200),
  RATE_ADDRESS_PER_MINUTE: wholeNumber(1, 1_000_000).default(3000),
  RATE_PAGES_PER_MINUTE: wholeNumber(1, 10_000_000).default(30_000),
  RATE_LOGIN_PER_MINUTE: wholeNumber(1, 1_000_000).default(20),
  FAILPOINT: z
    .string()
    .regex(/^[A-Za-z.]+(:[1-9]\d{0,5})?$/)
    .optional()
    .describe("a failpoint's name, or name:n for the n-th time it is passed"),
  SIMULATOR_URL: address.optional(),
  APP_MINI_APPID: text("the mini-program's id, such as wx1234567890abcdef").optional(),
};

/** What production asks beyond that. */
const production: Partial<Record<keyof typeof shape, { allows: (value: unknown) => boolean; expected: string }>> = {
  DEMO: { allows: (value) => value !== "1", expected: "0 in production, since the demo lets anybody move the clock" },
  FAILPOINT: { allows: (value) => value === undefined, expected: "nothing in production, since it kills the process" },
  PUBLIC_URL: {
    // Without https a session's cookie can be read and changed by whoever carries the bytes.
    allows: (value) => typeof value === "string" && /^https:/i.test(value),
    expected:
      "the address that people open, https://… in production: give the proxy in front a certificate, and set the address that it answers",
  },
  FIELD_KEYS: { allows: (value) => value !== undefined, expected: "a key for phone numbers and the like, k1:…" },
  PRIVACY_CONTACT: {
    allows: (value) => value !== undefined,
    expected: "how people reach whoever is responsible for their data, since they are asked for their consent with it",
  },
};

/** What tells about the product rather than works in it. */
type ShownName = "SHOW_METRICS" | "SHOW_OPENAPI" | "SHOW_DOCS";

export type ProcessRole = (typeof roleNames)[number];
const schema = z.object(shape);
type Decided = { PUBLIC_URL: string } & Record<ShownName, boolean>;
export type Settings = Readonly<Omit<z.output<typeof schema>, keyof Decided> & Decided>;
export const settingNames = Object.keys(shape);

/** Says in one sentence which settings are wrong and what is expected. It never holds a value: some are secret. */
export class SettingsError extends Error {
  constructor(readonly faults: { name: string; expected: string }[]) {
    const list = faults.map((fault) => `${fault.name} (expected: ${fault.expected})`).join("; ");
    super(`Wrong settings: ${list}. Each is described in config/env.example.`);
    this.name = "SettingsError";
  }
}

/** @throws SettingsError naming every wrong setting at once */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  // An empty line `NAME=` in an env file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  const wrong = new Map<string, string>();
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0]);
    wrong.set(name, descriptionOf(name));
  }
  if (given.NODE_ENV === "production") {
    for (const [name, rule] of Object.entries(production)) {
      if (!wrong.has(name) && !rule.allows(given[name])) wrong.set(name, rule.expected);
    }
  }
  if (!result.success || wrong.size > 0) {
    throw new SettingsError([...wrong].map(([name, expected]) => ({ name, expected })));
  }
  const { NODE_ENV, DEMO, PORT, PUBLIC_URL, SHOW_METRICS, SHOW_OPENAPI, SHOW_DOCS } = result.data;
  const usual = NODE_ENV !== "production" || DEMO;
  return Object.freeze({
    ...result.data,
    PUBLIC_URL: PUBLIC_URL ?? `http://localhost:${PORT}`,
    SHOW_METRICS: SHOW_METRICS ?? usual,
    SHOW_OPENAPI: SHOW_OPENAPI ?? usual,
    SHOW_DOCS: SHOW_DOCS ?? usual,
  });
}

/** For the top of a process: prints what is wrong and ends it with exit code 1. */
export function settingsOrExit(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Why what starts a command lets it do nothing, such as that no demo company is running; told once the command is understood. */
export const refusalOfCommand = (): string | undefined => process.env.COMMAND_REFUSED;

function descriptionOf(name: string): string {
  let part: unknown = (shape as Record<string, z.ZodType>)[name];
  // A default or an optional wraps what carries the description.
  while (part instanceof z.ZodType) {
    if (part.description !== undefined) return part.description;
    part = part instanceof z.ZodDefault || part instanceof z.ZodOptional ? part.unwrap() : null;
  }
  return "another value";
}

/** 32 bytes are 44 characters in base64. */
function areFieldKeys(value: string): boolean {
  const parts = value.split(",").map((part) => /^([a-z][a-z0-9]{0,15}):[A-Za-z0-9+/]{43}=$/.exec(part)?.[1]);
  return !parts.includes(undefined) && new Set(parts).size === parts.length;
}

function parsedOrNothing(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
