import Taro from "@tarojs/taro";
import axios, { AxiosError, type AxiosAdapter } from "axios";

export const serverUrl = SERVER_URL;

/** axios over the mini-program's request. */
export const adapter: AxiosAdapter | undefined = async (config) => {
  const answer = await Taro.request<unknown>({
    url: axios.getUri(config),
    // axios types it as any text; ours come from the table of operations.
    method: (config.method?.toUpperCase() ?? "GET") as "GET",
    header: config.headers.toJSON(),
    data: config.data as string,
    timeout: config.timeout || undefined,
  }).catch((cause: { errMsg?: string }) => {
    throw new AxiosError(cause.errMsg, AxiosError.ERR_NETWORK, config);
  });
  const response = {
    data: answer.data,
    status: answer.statusCode,
    statusText: "",
    headers: lowerCased(answer.header),
    config,
  };
  if (config.validateStatus?.(response.status) ?? true) return response;
  throw new AxiosError(`status ${response.status}`, AxiosError.ERR_BAD_RESPONSE, config, undefined, response);
};

/** Pages lie on the phone: nothing is asked before the program is there. */
export const dropEarly = (): void => {};

/** Clients differ in how they write header names. */
function lowerCased(header: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}
