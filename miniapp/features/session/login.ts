import { loginWeapp } from "@/api/auth";
import { keepToken } from "@/api/http";
import { deviceName } from "@/platform/device";
import { startLogin } from "@/platform/login";
import { newId } from "@/platform/newId";
import { readStored, store } from "@/platform/storage";

/** What this phone calls itself by, whoever signs in: it stays when they leave. */
const secretName = "device:secret";

function deviceSecret(): string {
  const kept = readStored(secretName);
  if (typeof kept === "string") return kept;
  const made = newId();
  store(secretName, made);
  return made;
}

/**
 * Comes in without a question: in the mini-program with WeCom's code; on H5 the page leaves for WeCom and comes back.
 * @returns true: there is a session now; false: the page has left
 * @throws LoginError, ApiError
 */
export async function logIn(returnTo: string | null): Promise<boolean> {
  const start = await startLogin(returnTo);
  if (start.kind === "left") return false;
  const device = deviceName();
  const { token } = await loginWeapp({
    ...{ code: start.code, deviceSecret: deviceSecret() },
    ...(device !== null && { device }),
  });
  keepToken(token);
  return true;
}
