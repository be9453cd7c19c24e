import type { Simulator } from "./simulator";
import { phoneOf, type Phone } from "./phone";

/** As in the mini-program: a code of `wx.qy.login`, exchanged for a token. */
export async function loginByMiniProgram(productUrl: string, simulator: Simulator, userid: string): Promise<Phone> {
  const code = await simulator.loginCode(userid);
  const { token } = await phoneOf(productUrl, {}).call("auth.loginWeapp", {}, { code });
  return phoneOf(productUrl, { Authorization: `Bearer ${token}` });
}

/** As in a browser: to WeCom's authorize page, somebody is picked, and back with a code for a session cookie. */
export async function loginByPage(productUrl: string, userid: string): Promise<Phone> {
  const cookies = new Map<string, string>();
  const authorizeUrl = await redirectOf(`${productUrl}/api/v1/auth/oauth`, cookies);
  const page = await fetch(authorizeUrl);
  const picker = await page.text();
  if (!picker.includes(`name="userid" value="${userid}"`))
    throw new Error(`the authorize page does not offer ${userid}`);
  const asked = new URL(authorizeUrl).searchParams;
  const form = new URLSearchParams({ userid });
  for (const name of ["appid", "agentid", "redirect_uri", "state"]) form.set(name, asked.get(name) ?? "");
  const choiceUrl = new URL("/connect/oauth2/choice", authorizeUrl).href;
  const returnUrl = await redirectOf(choiceUrl, new Map(), form);
  await redirectOf(returnUrl, cookies);
  return phoneOf(productUrl, { Cookie: cookieHeader(cookies), Origin: productUrl, "X-Requested-With": "check" });
}

/** Follows one redirect and keeps the cookies that come with it. */
async function redirectOf(url: string, cookies: Map<string, string>, form?: URLSearchParams): Promise<string> {
  const response = await fetch(url, {
    redirect: "manual",
    headers: { Cookie: cookieHeader(cookies) },
    ...(form && { method: "POST", body: form }),
  });
  const location = response.headers.get("Location");
  if (!location) throw new Error(`${url} answered ${response.status} and led nowhere`);
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return new URL(location, url).href;
}

function cookieHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
