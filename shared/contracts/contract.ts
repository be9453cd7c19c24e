import type { Scope } from "@shared/domain/actor";
import type { z } from "zod";

/** What an operation takes and answers. Shape is here; rules (in the future? too much?) are in shared/domain. */
export interface Contract {
  summary: string;
  /** "none": may be called without a session (login, demo). "ifAny": one that has ended is as good as none. */
  session: "member" | "ifAny" | "none";
  /** An API key with this scope may call it as well as a member; without one, keys are refused. */
  scope?: Scope;
  /** How many calls of its minute one call takes; 1 unless it makes the server work more than a look-up does. */
  cost?: number;
  /**
   * Parts of the body, by the names of their keys, that are held against a contract of their own by whoever does them: what is wrong
   * in one must not refuse the others.
   */
  apart?: readonly string[];
  /** Exists in the demo only, for callers on the same machine. */
  demoOnly?: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** The body is a file of one of these types instead of JSON, by how many bytes each may have. It is never held whole. */
  content?: Readonly<Record<string, number>>;
  /** Without one the operation answers 204, or redirects. */
  answer?: z.ZodType;
  /** It answers with a file of one of these types instead of JSON. */
  answerTypes?: readonly string[];
  /** It begins long work and answers 202 with it as `task`, of which `tasks.read` tells from then on; 200 where that is null, since it waits for something. */
  beginsTask?: true;
  /** One valid call. The conformance test sends it, and corrupts it in every generic way. */
  example: {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: Record<string, unknown>;
    content?: { type: string; base64: string };
  };
}
