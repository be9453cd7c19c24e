import { z } from "zod";
import { hasInk, hasInvisible, lengthSeen, placesPerSign } from "@shared/domain/invisible";
import { isBusinessDay, isMonth } from "@shared/domain/time";
import { visitStandings } from "@shared/domain/visit";

/*
 * Building blocks of all contracts. They carry no transforms (JSON Schema cannot show one), and each refuses by itself
 * what platform-wide bad input may bring: control characters, half characters, impossible days, numbers beyond exactness.
 */

// C0 and C1 controls except tab and line feed, overrides of direction, characters that Unicode reserves as none.
const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text that a person typed: no control or invisible characters, not blank, at most `lengthMax` signs as a person counts them. */
export const text = (lengthMax: number) =>
  z
    .string()
    .min(1)
    .max(lengthMax * placesPerSign)
    .refine((value) => lengthSeen(value) <= lengthMax, { error: "text.tooLong" })
    .refine((value) => !forbidden.test(value) && !loneSurrogate.test(value) && !hasInvisible(value), {
      error: "text.forbiddenCharacters",
    })
    .refine(hasInk, { error: "text.blank" });

/** An id of ours or of WeCom: letters, digits and `_ . : @ ~ -`, 1 to 128 of them. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,127}$/);

/** Made by the client once per tap; sent again, it is the same command. */
export const commandId = z.uuid();

/** The revision that the person saw; another one in the database means that somebody changed it meanwhile. */
export const revision = z.number().int().min(0).max(1_000_000_000);

/** A day in Asia/Shanghai, `2026-03-31`. Days that do not exist are refused. */
export const businessDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isBusinessDay, { error: "day.impossible" });

/** A month, `2026-03`. */
export const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .refine(isMonth, { error: "month.impossible" });

/** An instant with its offset, `2026-03-26T09:00:00+08:00`. */
export const instant = z.iso.datetime({ offset: true }).max(40);

/** Money in fen, up to 9,000,000,000,000.00 yuan in either sign. */
export const fen = z.number().int().min(-900_000_000_000_000).max(900_000_000_000_000);

export const positiveFen = fen.min(1);

export const language = z.enum(["zh-CN", "en"]);

/** Opaque continuation of a list; pass back what the last page gave. */
export const cursor = z.string().regex(/^[A-Za-z0-9_.:@~+-]{1,200}$/);

export const verdict = z.enum(["inside", "doubtful", "outside", "unverified"]);
/** How a visit stands, from its check-in on (`shared/domain/visit.ts`). */
export const visitStanding = z.enum(visitStandings);

/** What is looked for: no sign by which an address could carry more than words. */
export const searched = text(40).refine((words) => !/[{}[\]"$]/.test(words), { error: "text.forbiddenCharacters" });
