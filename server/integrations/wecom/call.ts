import type { z } from "zod";
import { createTokens } from "./tokens";
import { createTransport, type WecomRequest } from "./transport";
import type { WecomParts, WecomSettings } from "./types";
import { WecomError } from "./wecomError";
import { tokenAnswer } from "./answers";

/** A call with the app's access token. */
export type BusinessCall = Omit<WecomRequest, "secretQuery">;

export interface Caller {
  /** Calls with the app's token. Renews it once when WeCom refuses it, which only happens before anything was done. */
  call<T>(request: BusinessCall, answer: z.ZodType<T>): Promise<T>;
  /** As `call`, and again up to twice while nothing came of it. Only for what changes nothing. */
  read<T>(request: BusinessCall, answer: z.ZodType<T>): Promise<T>;
  /** Calls with a credential of its own in the query, such as a robot's key. */
  callWithKey<T>(request: WecomRequest, answer: z.ZodType<T>): Promise<T>;
}

const readTriesMax = 3;

export function createCaller(settings: WecomSettings, parts: WecomParts): Caller {
  const send = createTransport(settings.WECOM_API_URL, parts);
  const sleep = parts.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const secret = settings.WECOM_APP_SECRET;
  const tokens = createTokens(async (corpsecret) => {
    const secretQuery = { corpid: settings.WECOM_CORP_ID, corpsecret };
    const answer = await send({ api: "gettoken", method: "GET", changesNothing: true, secretQuery }, tokenAnswer);
    return { token: answer.access_token, expiresInS: answer.expires_in };
  }, parts.realNow);

  async function call<T>(request: BusinessCall, answer: z.ZodType<T>): Promise<T> {
    const token = await tokens.read(secret);
    try {
      return await send({ ...request, secretQuery: { access_token: token } }, answer);
    } catch (error) {
      if (!(error instanceof WecomError) || error.retry !== "token") throw error;
      tokens.drop(secret, token);
      return send({ ...request, secretQuery: { access_token: await tokens.read(secret) } }, answer);
    }
  }

  async function read<T>(request: BusinessCall, answer: z.ZodType<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await call(request, answer);
      } catch (error) {
        const again = error instanceof WecomError && error.retry !== "never" && error.waitMs === 0;
        if (!again || tries === readTriesMax) throw error;
        await sleep(250 * 2 ** tries * (1 + Math.random()));
      }
    }
  }

  return { call, read, callWithKey: send };
}
