import { loginWeapp } from "@/api/auth";
import { keepToken } from "@/api/http";
import { startLogin } from "@/platform/login";

/**
 * Comes in without a question: in the mini-program with WeCom's code; on H5 the page leaves for WeCom and comes back.
 * @returns true: there is a session now; false: the page has left
 * @throws LoginError, ApiError
 */
export async function logIn(returnTo: string | null): Promise<boolean> {
  const start = await startLogin(returnTo);
  if (start.kind === "left") return false;
  const { token } = await loginWeapp({ code: start.code });
  keepToken(token);
  return true;
}
