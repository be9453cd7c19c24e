import type { Fields } from "../fields";
import { ownerOf, type Api, type ApiContext } from "./apiContext";

/** Where this WeCom answers and calls from. */
function ownAddress(context: ApiContext): Fields {
  ownerOf(context);
  return { ip_list: ["127.0.0.1"] };
}

export const tokenApis: Record<string, Api> = {
  gettoken: {
    answer({ state, query, ip, nowMs }) {
      const corpId = query.get("corpid") ?? "";
      const token = state.tokens.issue(corpId, query.get("corpsecret") ?? "", ip, nowMs);
      return { access_token: token.value, expires_in: token.expiresInS };
    },
  },
  get_api_domain_ip: { answer: ownAddress },
  getcallbackip: { answer: ownAddress },
};
