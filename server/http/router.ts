import type Koa from "koa";
import Router from "koa-router";
import { z } from "zod";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { actorKeyOf } from "@shared/domain/actor";
import { allow } from "./allow";
import { contentOf } from "./content";
import { FileAnswer, sendFile } from "./fileAnswer";
import { parse } from "./parse";
import { PreparedJson } from "./preparedJson";
import type { RateLimits } from "./rateLimit";
import { readQuery } from "./readQuery";
import { authenticate, type Callers, refuseForeignWrites, refuseOtherMember } from "./session";
import type { AllHandlers, AppContext, AppState, Caller, Request } from "./types";

export interface RouterParts {
  handlers: AllHandlers;
  callers: Callers;
  limits: RateLimits;
  /** The address that people open; writes by cookie come from there. */
  publicUrl: string;
  demo: boolean;
}

const noParameters = z.strictObject({});

// A handler's own type says what its contract holds; here, where all are alike, nothing more is known of it.
type AnyHandler = (request: Request<never>) => Promise<unknown>;

/** One route for each operation: who is calling, may they call so often, is the input as agreed, then its handler. */
export function operationRoutes(parts: RouterParts): Router<AppState> {
  const router = new Router<AppState>();
  for (const id of Object.keys(operations) as OperationId[]) {
    const contract: Contract = contracts[id];
    if (contract.demoOnly && !parts.demo) continue;
    const { method, path } = operations[id];
    router.register(path, [method], async (ctx: AppContext) => {
      ctx.state.operationId = id;
      ctx.set("Cache-Control", "no-store");
      ctx.state.session = await admitted(ctx, contract, parts);
      const actor = ctx.state.session?.actor ?? null;
      const request = { ctx, actor, ...inputOf(ctx, contract), content: contentOf(ctx.req, contract) };
      const answer = await (parts.handlers[id] as AnyHandler)(request as Request<never>);
      if (answer instanceof PreparedJson) {
        ctx.type = "json";
        ctx.body = answer.text;
      } else if (answer instanceof FileAnswer) {
        sendFile(ctx, answer);
      } else if (answer !== undefined) {
        ctx.body = answer;
        if (contract.beginsTask) accepted(ctx, answer);
      } else if (!isRedirect(ctx)) ctx.status = 204;
    });
  }
  return router;
}

/** Long work has begun: where it is told of, and when it is worth asking first. */
function accepted(ctx: AppContext, answer: unknown): void {
  const { task } = answer as { task: { taskId: string } | null }; // every contract of this kind answers with its task
  // It may have to be allowed first.
  if (!task) return;
  ctx.status = 202;
  ctx.set("Location", operations["tasks.read"].path.replace(":taskId", encodeURIComponent(task.taskId)));
  ctx.set("Retry-After", "1");
}

/** For what no route has answered: the path is known with other methods, or not at all. */
export const nothingHere: Koa.Middleware<AppState, { matched?: { methods: string[] }[] }> = async (ctx) => {
  // Set by the router for every path that it knows, whatever the method.
  const methods = (ctx.matched ?? []).flatMap((layer) => layer.methods);
  if (methods.length === 0) throw new AppError("route.unknown", "there is nothing at this path");
  ctx.set("Allow", methods.join(", "));
  throw new AppError("method.notAllowed", `this path takes ${methods.join(", ")}`);
};

async function admitted(ctx: AppContext, contract: Contract, parts: RouterParts): Promise<AppState["session"]> {
  if (contract.session === "none") {
    await parts.limits.logins(ctx.state.address);
    return null;
  }
  const session = await authenticate(ctx, parts.callers, { https: parts.publicUrl.startsWith("https:") }).catch(
    async (error: unknown) => {
      await parts.limits.address(ctx.state.address); // guessing tokens is slow work
      if (contract.session === "ifAny" && noSession(error)) return null;
      throw error;
    },
  );
  if (!session) return null;
  // A refusal from here on names who was refused.
  ctx.state.session = session;
  refuseForeignWrites(ctx, session, parts.publicUrl);
  refuseOtherMember(ctx, session);
  await parts.limits.actor(actorKeyOf(session.actor), contract.cost ?? 1);
  allow(mayCall(session.actor, contract), "this API key has not the scope that the operation asks for");
  return session;
}

/** Members may call everything, whatever policies say then; an API key only what names one of its scopes. */
export function mayCall(actor: Caller, { scope }: Pick<Contract, "scope">): boolean {
  return actor.kind === "member" || (scope !== undefined && actor.scopes.includes(scope));
}

const noSession = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "session.missing" || error.code === "session.ended");

function inputOf(ctx: AppContext & { params?: unknown }, contract: Contract) {
  return {
    params: contract.params ? parse(contract.params, ctx.params) : {},
    query: parse(contract.query ?? noParameters, readQuery(ctx.querystring)),
    body: contract.body ? parse(contract.body, withIdempotencyKey(ctx, contract), contract.apart) : {},
  };
}

/** The standard header is another way to send the command's id. */
function withIdempotencyKey(ctx: AppContext, contract: Contract): unknown {
  // Where every field may be left out, so may the body.
  const body: unknown = ctx.request.body === undefined ? {} : ctx.request.body;
  const key = ctx.get("Idempotency-Key");
  if (key === "" || !contract.body?.shape.commandId || !body || typeof body !== "object") return body;
  const named = (body as { commandId?: unknown }).commandId;
  if (named !== undefined && named !== key) {
    const fields = [{ field: "commandId", code: "idempotencyKey.differs" }];
    throw new AppError("input.invalid", "Idempotency-Key and commandId differ", { fields });
  }
  return { ...body, commandId: key };
}

const isRedirect = (ctx: AppContext): boolean => ctx.status >= 300 && ctx.status < 400;
