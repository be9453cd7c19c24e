/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

const noticeView: Shape = {
  fields: {
    noticeId: "text",
    kind: "text",
    title: "text",
    text: "text",
    rows: { listOf: { fields: { name: "text", value: "text" } } },
    opens: { orNull: "text" },
    at: "instant",
    read: "flag",
    handled: { optional: "flag" },
    expired: { optional: "flag" },
  },
};

export const noticesShapes = {
  "notices.list": { fields: { items: { listOf: noticeView }, nextCursor: { orNull: "text" }, unreadCount: "whole" } },
  "notices.markAllRead": { fields: { readCount: "whole", isWhole: "flag" } },
  "notices.markRead": { fields: { noticeId: "text", read: "flag" } },
} satisfies Record<string, Shape>;

export const noticesAsked = {
  shapes: noticesShapes,
  paths: {
    "notices.list": "GET /api/v1/me/notices",
    "notices.markAllRead": "POST /api/v1/me/notices-reading",
    "notices.markRead": "POST /api/v1/me/notices/:noticeId/reading",
  },
};
