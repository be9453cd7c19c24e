import { randomBytes } from "node:crypto";
import { Counts, hourMs, type Limits } from "./limits";
import { Refusal, refuseUnless } from "./refusal";
import type { Agent, World } from "./world";

/** Whom a token speaks for: an app, or the address-book assistant. */
export type TokenOwner = { kind: "agent"; agent: Agent } | { kind: "contacts" };

interface Token {
  value: string;
  owner: TokenOwner;
  expiresAtMs: number;
  revoked: boolean;
}

/** Access tokens: one per secret, the same until it ends. */
export class AccessTokens {
  private readonly bySecret = new Map<string, Token>();
  private readonly byValue = new Map<string, Token>();
  private readonly refusals = new Counts(hourMs);

  constructor(
    private readonly world: World,
    private readonly limits: Limits,
  ) {}

  issue(corpId: string, secret: string, ip: string, nowMs: number): { value: string; expiresInS: number } {
    refuseUnless(corpId, 41002, "corpid missing");
    refuseUnless(secret, 41004, "corpsecret missing");
    const blocked = this.refusals.countOf(ip, nowMs) >= this.limits.refusedSecretsPerHour;
    refuseUnless(!blocked, 45009, "api freq out of limit: too many refused secrets");
    const owner = this.ownerOf(corpId, secret, ip, nowMs);
    const known = this.bySecret.get(secret);
    const token = known && nowMs < known.expiresAtMs ? known : this.create(owner, nowMs);
    this.bySecret.set(secret, token);
    return { value: token.value, expiresInS: Math.ceil((token.expiresAtMs - nowMs) / 1000) };
  }

  ownerOfToken(value: string, ip: string, nowMs: number): TokenOwner {
    refuseUnless(value, 41001, "access_token missing");
    const token = this.byValue.get(value);
    refuseUnless(token && !token.revoked, 40014, "invalid access_token");
    refuseUnless(nowMs < token.expiresAtMs, 42001, "access_token expired");
    this.refuseForeignIp(token.owner, ip);
    return token.owner;
  }

  /** Ends tokens before their time, so that the next use is answered 40014 ("revoked") or 42001 ("expired"). */
  end(how: "revoked" | "expired", agentId?: number): void {
    for (const [secret, token] of this.bySecret) {
      if (agentId !== undefined && !(token.owner.kind === "agent" && token.owner.agent.agentId === agentId)) continue;
      if (how === "revoked") token.revoked = true;
      else token.expiresAtMs = 0;
      this.bySecret.delete(secret);
    }
  }

  private ownerOf(corpId: string, secret: string, ip: string, nowMs: number): TokenOwner {
    try {
      refuseUnless(corpId === this.world.corpId, 40013, "invalid corpid");
      const agent = this.world.agents.find((one) => one.secret === secret);
      const owner: TokenOwner | null = agent
        ? { kind: "agent", agent }
        : secret === this.world.contactsSecret
          ? { kind: "contacts" }
          : null;
      refuseUnless(owner, 40001, "invalid credential");
      this.refuseForeignIp(owner, ip);
      return owner;
    } catch (error) {
      if (error instanceof Refusal && error.errcode !== 60020) this.refusals.add(ip, nowMs);
      throw error;
    }
  }

  private refuseForeignIp(owner: TokenOwner, ip: string): void {
    const trusted = owner.kind === "agent" ? owner.agent.trustedIps : null;
    refuseUnless(!trusted || trusted.includes(ip), 60020, "not allow to access from your ip");
  }

  private create(owner: TokenOwner, nowMs: number): Token {
    const token = {
      value: randomBytes(96).toString("base64url"),
      owner,
      expiresAtMs: nowMs + this.limits.tokenLifeS * 1000,
      revoked: false,
    };
    this.byValue.set(token.value, token);
    return token;
  }
}
