import { z } from "zod";
import { commandId, cursor, id, instant } from "./common";
import type { Contract } from "./contract";

export const noticeView = z.object({
  noticeId: id,
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  rows: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The page it opens, such as `/pages/sales/detail/index?id=…`. */
  opens: z.string().nullable(),
  at: instant,
  read: z.boolean(),
  /** Nothing is left to do about what it asked for. Absent in answers kept from before. */
  handled: z.boolean().optional(),
  /** What it asked for was not done, and can be done no more. Absent where that is not so. */
  expired: z.boolean().optional(),
});

export const noticesContracts = {
  "notices.list": {
    summary: "Every message ever sent to me, newest first, 50 a page.",
    session: "member",
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({ items: z.array(noticeView), nextCursor: cursor.nullable(), unreadCount: z.number().int() }),
    example: { query: {} },
  },
  "notices.markAllRead": {
    summary: "Mark my messages as read up to one of them, 1,000 at a time; what has come since stays unread.",
    session: "member",
    body: z.strictObject({ commandId, newestId: id }),
    answer: z.object({ readCount: z.number().int(), isWhole: z.boolean() }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a14", newestId: "n1:rep" } },
  },
  "notices.markRead": {
    summary: "Mark a message of mine as read.",
    session: "member",
    params: z.strictObject({ noticeId: id }),
    body: z.strictObject({ commandId }),
    answer: z.object({ noticeId: id, read: z.boolean() }),
    example: { params: { noticeId: "n1:rep" }, body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a10" } },
  },
} satisfies Record<string, Contract>;
