import type { AppError, ErrorCode } from "@shared/errors";
import { actorKeyOf } from "@shared/domain/actor";
import type { Logger } from "../lib/logger";
import { RateLimited } from "./rateLimit";
import type { AppContext } from "./types";

/** What somebody who watches over the company wants to see; each by a name that a search finds. */
const securityEvents = {
  "apiKey.unknown": "token refused",
  "login.codeInvalid": "login failed",
  "login.notMember": "login failed",
  "login.stateInvalid": "login failed",
  "login.unsure": "login failed",
  "origin.refused": "origin refused",
  "rate.limited": "limit hit",
  "right.missing": "forbidden",
  "sale.ownConfirmation": "forbidden",
  "session.ended": "token refused",
  "session.otherMember": "forbidden",
} as const satisfies Partial<Record<ErrorCode, string>>;

/** A session that ends at night, a page that somebody may not see, a phone that two people share: ordinary; the others are worth a look. */
const ordinary = new Set<string>(["session.ended", "session.otherMember", "right.missing", "sale.ownConfirmation"]);

/**
 * One line for each refusal, with its code and who was refused. Security events carry the address as well: IPv4 whole, of IPv6
 * the network alone. Answers that succeed carry none.
 */
export function logRefusal(logger: Logger, ctx: AppContext, { code, message }: AppError, thrown: unknown): void {
  const { operationId: operation, session, address } = ctx.state;
  const event = Object.entries(securityEvents).find(([known]) => known === code)?.[1];
  const line = {
    code,
    detail: message,
    operation,
    actor: session ? actorKeyOf(session.actor) : undefined,
    ...(event !== undefined && { security: event, address }),
  };
  // Who goes on after the limit must not fill the log with it.
  if (thrown instanceof RateLimited && !thrown.first) logger.debug(line, "request refused");
  else if (event !== undefined && !ordinary.has(code)) logger.warn(line, event);
  else logger.info(line, event ?? "request refused");
}
