import { z } from "zod";

/** Who did something: a member's id, a key's or a job's name. */
export const actorName = z.object({ kind: z.enum(["member", "apiKey", "job", "wecom"]), id: z.string() });
