import { z } from "zod";
import type { Contract } from "./contract";
import { instant, text } from "./common";

/** A page of ours to open afterwards, such as `/pages/sales/detail/index?id=…`. */
const returnTo = z
  .string()
  .max(500)
  .regex(/^\/pages\/[A-Za-z0-9/_?=&.%:@-]*$/)
  .optional();

const loginCode = z.string().regex(/^[\x21-\x7E]{1,512}$/);

export const authContracts = {
  "auth.loginWeapp": {
    summary: "Exchange the code of wx.qy.login for a session. The code works once.",
    session: "none",
    body: z.strictObject({
      code: loginCode,
      /** Model and system. */
      device: text(100).optional(),
      /** What the phone calls itself by: made by chance once, and kept there. */
      deviceSecret: z.uuid().optional(),
    }),
    answer: z.object({ token: z.string(), expiresAt: instant }),
    example: {
      body: {
        code: "CODE-FROM-WX-QY-LOGIN",
        device: "iPhone 13 · iOS 17.4",
        deviceSecret: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a60",
      },
    },
  },
  "auth.oauthStart": {
    summary: "Send the browser to WeCom's authorize page; it comes back to auth.oauthReturn.",
    session: "none",
    query: z.strictObject({ returnTo }),
    example: { query: { returnTo: "/pages/tabs/home/index" } },
  },
  "auth.oauthReturn": {
    summary: "Where WeCom sends the browser back to with a code; sets the session cookie and opens the page.",
    session: "none",
    query: z.strictObject({
      code: loginCode.optional(),
      state: z.string().regex(/^[A-Za-z0-9]{1,128}$/),
      /** As it was given to auth.oauthStart; the state is good for no other. */
      returnTo,
    }),
    example: { query: { code: "CODE", state: "0123456789abcdef" } },
  },
  "auth.helpers": {
    summary: "Who can help a colleague whose login in this browser was just refused; nobody for anybody else.",
    session: "none",
    answer: z.object({ administratorNames: z.array(z.string()) }),
    example: {},
  },
  "auth.signOut": {
    summary: "End this session. Repeating it is harmless.",
    session: "ifAny",
    body: z.strictObject({}),
    example: { body: {} },
  },
} satisfies Record<string, Contract>;
