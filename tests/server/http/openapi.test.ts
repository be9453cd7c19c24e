import { z } from "zod";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { openApiDocument } from "../../../server/http/openapi";

const schema = z.record(z.string(), z.unknown());
const media = z.record(z.string(), z.strictObject({ schema, example: z.unknown().optional() }));
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(["path", "query"]),
  required: z.boolean(),
  schema,
  example: z.unknown().optional(),
});
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(10),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.literal(true), content: media }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$|^default$/),
    z.strictObject({ description: z.string().min(1), content: media.optional() }),
  ),
});
/** What OpenAPI 3.1 asks of a document, as far as ours uses it; nothing else may be in it. */
const openApi31 = z.strictObject({
  openapi: z.literal("3.1.0"),
  jsonSchemaDialect: z.literal("https://json-schema.org/draft/2020-12/schema"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  paths: z.record(
    z.string().startsWith("/api/v1/"),
    z.partialRecord(z.enum(["get", "post", "put", "delete"]), operation),
  ),
  components: z.strictObject({ schemas: z.record(z.string(), schema), securitySchemes: z.record(z.string(), schema) }),
});

const document = openApi31.parse(
  openApiDocument({ publicUrl: "https://xiaoli.example.com", demo: true, version: "0.1.0" }),
);
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, ...one })),
);

describe("the OpenAPI document", () => {
  it("has every operation once, at its own method and path", () => {
    const listed = described
      .map(({ operationId, method, path }) => `${operationId} ${method.toUpperCase()} ${path}`)
      .sort();
    const expected = Object.entries(operations).map(
      ([id, { method, path }]) => `${id} ${method} ${path.replace(/:(\w+)/g, "{$1}")}`,
    );
    expect(listed).toEqual(expected.sort());
  });

  it("declares every part of a path as a parameter that must be given", () => {
    for (const { path, parameters } of described) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = parameters.filter((one) => one.in === "path");
      expect(declared.map(({ name }) => name).sort()).toEqual(inPath);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it("refers to nothing that is not in it", () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
      const found = name
        ?.split("/")
        .slice(1)
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
      expect([name, typeof found]).toEqual([name, "object"]);
    }
  });

  it("says who must be signed in", () => {
    const confirm = described.find(({ operationId }) => operationId === "sales.confirm");
    expect(confirm?.security).toEqual([{ bearer: [] }, { cookie: [] }]);
    expect(described.find(({ operationId }) => operationId === "auth.loginWeapp")?.security).toEqual([]);
  });

  it("says that a write takes a command id", () => {
    const confirm = described.find(({ operationId }) => operationId === "sales.confirm");
    const body = confirm?.requestBody?.content["application/json"]?.schema as {
      required: string[];
      additionalProperties: boolean;
    };
    expect(body.required).toEqual(["commandId", "revision"]);
    expect(body.additionalProperties).toBe(false);
  });

  it("leaves the demo's own operations out where there is no demo", () => {
    const real = openApiDocument({ publicUrl: "https://xiaoli.example.com", demo: false, version: "0.1.0" });
    expect(JSON.stringify(real)).not.toContain("demo.setClock");
  });
});

it.each(Object.keys(operations) as OperationId[])("%s has an example that its contract accepts", (id) => {
  const { params, query, body, example }: Contract = contracts[id];
  for (const [part, given] of [
    [params, example.params],
    [query, example.query],
    [body, example.body],
  ] as const) {
    expect(part?.safeParse(given ?? {}).error?.issues ?? []).toEqual([]);
  }
});
