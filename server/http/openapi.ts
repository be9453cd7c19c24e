import { z } from "zod";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { errorCodes } from "@shared/errors";
import { sessionCookie } from "./session";

type JsonSchema = Record<string, unknown>;

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(errorCodes),
  detail: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
});

/** The OpenAPI 3.1 document of this very server: made from the operations and contracts that its routes are made from. */
export function openApiDocument(options: { publicUrl: string; demo: boolean; version: string }): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const id of Object.keys(operations) as OperationId[]) {
    const contract: Contract = contracts[id];
    if (contract.demoOnly && !options.demo) continue;
    const { method, path } = operations[id];
    const template = path.replace(/:([A-Za-z]+)/g, "{$1}");
    paths[template] = { ...paths[template], [method.toLowerCase()]: operationOf(id, contract) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Xiaoli",
      version: options.version,
      description:
        "Every write takes a `commandId` made by the client (or the header `Idempotency-Key`); sent again, it gets the " +
        "first answer. Whoever is signed in by cookie sends `Origin` and any `X-Requested-With` with a write, as the product's own " +
        "page does; a bearer token needs neither. Answers to a member name them in `X-Member-Id`; a question that names another member " +
        "there is refused. Money is in fen, days are those of Asia/Shanghai, instants carry their offset. Errors are " +
        "problem details (RFC 9457) with a `code`.",
    },
    servers: [{ url: options.publicUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema) },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: sessionCookie },
      },
    },
  };
}

const eitherWay: JsonSchema[] = [{ bearer: [] }, { cookie: [] }];
/** An empty requirement among others says that none is needed. */
const security = { member: eitherWay, ifAny: [{}, ...eitherWay], none: [] };

function operationOf(id: OperationId, contract: Contract): JsonSchema {
  const { example } = contract;
  return {
    operationId: id,
    summary: contract.summary,
    tags: [id.slice(0, id.indexOf("."))],
    security: security[contract.session],
    parameters: [
      ...parametersOf("path", contract.params, example.params),
      ...parametersOf("query", contract.query, example.query),
    ],
    ...(contract.body && { requestBody: { required: true, content: jsonOf(contract.body, example.body) } }),
    ...(contract.content && { requestBody: { required: true, content: filesOf(Object.keys(contract.content)) } }),
    responses: {
      ...successOf(id, contract),
      default: {
        description: "What went wrong, as problem details",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function successOf(id: OperationId, contract: Contract): JsonSchema {
  if (contract.answer && contract.beginsTask)
    return { "202": { description: "Begun: tasks.read tells how far it is", content: jsonOf(contract.answer) } };
  if (contract.answer) return { "200": { description: contract.summary, content: jsonOf(contract.answer) } };
  const { answerTypes } = contract;
  if (answerTypes) return { "200": { description: contract.summary, content: filesOf(answerTypes) } };
  if (id.startsWith("auth.oauth")) return { "302": { description: "Leads the browser on" } };
  return { "204": { description: "Done" } };
}

function parametersOf(place: "path" | "query", schema?: z.ZodObject, example?: Record<string, unknown>): JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === "path" || !(part as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(part as z.ZodType), // zod types the parts of an object's shape by its core, which has no methods
    ...(example?.[name] !== undefined && { example: example[name] }),
  }));
}

/** A file as it is: bytes of that type, of which no schema says more. */
const filesOf = (types: readonly string[]): JsonSchema =>
  Object.fromEntries(types.map((type) => [type, { schema: {} }]));

function jsonOf(schema: z.ZodType, example?: unknown): JsonSchema {
  return { "application/json": { schema: schemaOf(schema), ...(example !== undefined && { example }) } };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  // What only TypeScript describes (a whole book of facts) is shown as any value.
  const options = { target: "draft-2020-12", io: "input", unrepresentable: "any" } as const;
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, options);
  return rest;
}
