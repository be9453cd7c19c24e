import { type BodyOf, contracts, type Contract } from "@shared/contracts";
import { syncKinds } from "@shared/contracts/sync";
import { AppError } from "@shared/errors";
import { type AllHandlers, type AppContext, type MemberActor, parse, type Request } from "../../http";

export type SyncItem = BodyOf<"sync.send">["items"][number];
type SyncKind = (typeof syncKinds)[number];
/** The single operations' own handlers: there is no second way to do a command. */
export type SyncedHandlers = Pick<AllHandlers, SyncKind>;

// A handler's own type says what its contract holds; here, where all are alike, nothing more is known of it.
type AnyHandler = (request: Request<never>) => Promise<Record<string, unknown>>;

/**
 * Does one command as its own operation would, with the same look at what was sent.
 * @throws what its operation refuses with
 */
export async function doSyncItem(
  handlers: SyncedHandlers,
  { ctx, actor }: { ctx: AppContext; actor: MemberActor },
  item: SyncItem,
): Promise<Record<string, unknown>> {
  const kind = syncKinds.find((known) => known === item.kind);
  if (!kind) throw invalid("kind", "value.invalid");
  const contract: Contract = contracts[kind];
  const request = {
    ctx,
    actor,
    params: contract.params ? parse(contract.params, item.params ?? {}) : {},
    query: {},
    body: contract.body ? parse(contract.body, withCommandId(item)) : {},
  };
  return (handlers[kind] as AnyHandler)(request as unknown as Request<never>);
}

/** The item's id is the command's, as the header `Idempotency-Key` is. */
function withCommandId({ commandId, body }: SyncItem): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const named = (body as { commandId?: unknown }).commandId;
  if (named === undefined) return { ...body, commandId };
  if (named !== commandId) throw invalid("commandId", "idempotencyKey.differs");
  return body;
}

const invalid = (field: string, code: string): AppError =>
  new AppError("input.invalid", `wrong: ${field}`, { fields: [{ field, code }] });
