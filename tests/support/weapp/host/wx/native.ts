import { ApiRefusal, answerOf, asyncApi, deliver, type CallOptions, type Caller } from "./asyncApi";

/** What a test answers for the phone: a value or a function of the options, by the name of the call (`qy.login`). */
export interface Native {
  has(api: string): boolean;
  call(api: string, args: unknown): unknown;
}

const locationApis = new Set([
  ...["getLocation", "getFuzzyLocation", "onLocationChange", "startLocationUpdate", "startLocationUpdateBackground"],
  ...["chooseLocation", "choosePoi", "chooseAddress"],
]);
const networkApis = new Set(["request", "uploadFile", "downloadFile"]);

/** WeCom's functions, by its documents: there are no typings for them. */
const qyNames = [
  ...[
    "login",
    "checkSession",
    "getSystemInfo",
    "getEnterpriseUserInfo",
    "getAvatar",
    "getQrCode",
    "getEmail",
    "getMobile",
  ],
  ...[
    "selectEnterpriseContact",
    "openUserProfile",
    "openEnterpriseChat",
    "updateEnterpriseChat",
    "selectExternalContact",
  ],
  ...["getCurExternalContact", "getCurExternalChat", "getContext", "sendChatMessage", "shareToExternalContact"],
  ...["shareToExternalChat", "shareToExternalMoments", "chooseMessageFile"],
];

export interface NativeCaller extends Caller {
  native: Native;
  requiredPrivateInfos: readonly string[];
}

/** A function that the test answers. Where the test says nothing, the call fails and the test with it. */
export function nativeApi(api: string, caller: NativeCaller, prefix = api) {
  const run = (options: CallOptions): unknown => {
    if (locationApis.has(api) && !caller.requiredPrivateInfos.includes(api)) {
      const refusal = `${api}:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json`;
      caller.journal.fail(`wx.${api}`, refusal);
      throw new ApiRefusal(refusal);
    }
    if (!caller.native.has(api)) {
      const message = `The mini-program called wx.${api}, and the test gives no answer for it in "native"`;
      caller.journal.fail(`wx.${api}`, message);
      throw new ApiRefusal(`${prefix}:fail ${message}`);
    }
    const { success: _success, fail: _fail, complete: _complete, ...args } = options;
    return caller.native.call(api, args);
  };
  return networkApis.has(api) ? networkApi(api, caller, run) : asyncApi(api, caller, run, prefix);
}

/** `request` and its kin: they want a whole address and return a task that can be aborted. */
function networkApi(api: string, caller: NativeCaller, run: (options: CallOptions) => unknown) {
  return (options: CallOptions = {}) => {
    const { url } = options;
    caller.journal.log.push({ api, args: { ...options, success: undefined, fail: undefined, complete: undefined } });
    let abort = (): void => undefined;
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = () => reject(new ApiRefusal(`${api}:fail abort`));
    });
    aborted.catch(() => undefined);
    const answer = answerOf(api, () => {
      if (typeof url !== "string" || !/^https?:\/\//.test(url))
        throw new ApiRefusal(`${api}:fail invalid url "${String(url)}"`);
      return Promise.race([run(options), aborted]);
    });
    const promise = deliver(answer, api, options, caller);
    const quiet = () => undefined;
    const task = {
      abort,
      onHeadersReceived: quiet,
      offHeadersReceived: quiet,
      onProgressUpdate: quiet,
      offProgressUpdate: quiet,
    };
    return promise ? Object.assign(promise, task) : task;
  };
}

/** `wx.qy`: callbacks only, and errMsg with the prefix `qy__`. */
export function createQy(caller: NativeCaller): Record<string, unknown> {
  const qy: Record<string, unknown> = { version: { version: "1.3.13" }, canIUse: () => true };
  for (const name of qyNames) {
    const call = nativeApi(`qy.${name}`, caller, `qy__${name}`);
    qy[name] = (options: CallOptions = {}) => {
      const quiet = () => undefined;
      void call({ success: quiet, ...options });
    };
  }
  return qy;
}
