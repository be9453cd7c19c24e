import { randomBytes } from "node:crypto";
import type { Limits } from "./limits";
import { refuseUnless } from "./refusal";

interface LoginCode {
  kind: "oauth" | "miniProgram";
  /** null: a person from outside the corp. */
  userid: string | null;
  /** The app it was made for; null: any app of the corp. */
  agentId: number | null;
  expiresAtMs: number;
}

/** Login codes of the mini-program and of the web. Each works once, for the app it was made for, for 5 minutes. */
export class LoginCodes {
  private readonly codes = new Map<string, LoginCode>();

  constructor(private readonly limits: Limits) {}

  issue(code: Omit<LoginCode, "expiresAtMs"> & { lifeS?: number }, nowMs: number): string {
    const value = randomBytes(32).toString("base64url");
    const { lifeS = this.limits.codeLifeS, ...rest } = code;
    this.codes.set(value, { ...rest, expiresAtMs: nowMs + lifeS * 1000 });
    return value;
  }

  /** Uses a code up. Whatever is wrong with it, WeCom answers 40029. */
  exchange(value: string, kind: LoginCode["kind"], agentId: number, nowMs: number): { userid: string | null } {
    const code = this.codes.get(value);
    const fits = code?.kind === kind && (code.agentId === null || code.agentId === agentId);
    refuseUnless(code && fits && nowMs < code.expiresAtMs, 40029, "invalid code");
    this.codes.delete(value);
    return { userid: code.userid };
  }
}
