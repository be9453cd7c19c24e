import Taro from "@tarojs/taro";
import { withinTime } from "../timeLimit";
import { LoginError, type LoginStart } from "../types";

/** What WeCom adds to `wx`; Taro's types do not know it. */
interface WeComNamespace {
  login(options: { success(answer: { code?: string }): void; fail(answer: { errMsg?: string }): void }): void;
}

/**
 * A code of the person who uses WeCom on this phone. It lives five minutes and works once.
 * @throws LoginError outside WeCom, where `wx.qy` does not exist
 */
export function startLogin(_returnTo: string | null): Promise<LoginStart> {
  // Taro copies every property of the native `wx`, so inside WeCom this is wx.qy.
  const { qy } = Taro as unknown as { qy?: WeComNamespace };
  if (!qy || typeof qy.login !== "function") {
    return Promise.reject(new LoginError("notInWeCom", "wx.qy is missing: this is not WeCom"));
  }
  const asked = new Promise<LoginStart>((resolve, reject) => {
    qy.login({
      success: ({ code }) =>
        code ? resolve({ kind: "code", code }) : reject(new LoginError("refused", "wx.qy.login gave no code")),
      fail: ({ errMsg = "wx.qy.login failed" }) =>
        reject(new LoginError(/not in allow list/i.test(errMsg) ? "notAllowed" : "refused", errMsg)),
    });
  });
  return withinTime(asked, () => new LoginError("noAnswer", "wx.qy.login has not answered"));
}
