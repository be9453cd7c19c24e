import type { TestApp } from "../startTestApp";
import { weappDir } from "./builtWeapp";
import { launchWeapp, type LaunchOptions, type WeappHost } from "./launchWeapp";

/** The address that the mini-program of the tests was built for; its requests go to the app under test instead. */
const BUILT_FOR = new URL(process.env.WEAPP_PUBLIC_URL ?? "https://xiaoli.test").origin;

/** Where a phone stands, in GCJ-02 as the client gives it; null for a phone without a position. */
export interface Standing {
  latDeg: number;
  lngDeg: number;
  accuracyM: number;
}

/** A phone whose WeCom belongs to one member, on the real server: what it answers for the mini-program. */
export class PhoneInHand {
  stands: Standing | null = null;
  online = true;

  constructor(
    private readonly app: TestApp,
    private readonly memberId: string,
  ) {}

  /** Answers for `launchWeapp` and `launchDrawnWeapp`. */
  native(): Record<string, unknown> {
    return {
      "qy.login": () => ({ code: this.app.wecom.issueLoginCode(this.memberId) }),
      request: (options: RequestOptions) => this.request(options),
      getLocation: () => this.locate(),
      // A phone that says nothing of networks.
      startWifi: () => {
        throw refusal("startWifi:fail:not support");
      },
      // Whatever the mini-program asks, the person says yes.
      showModal: { confirm: true, cancel: false },
    };
  }

  private locate() {
    if (!this.stands) throw refusal("getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF");
    const { latDeg, lngDeg, accuracyM } = this.stands;
    return {
      latitude: latDeg,
      longitude: lngDeg,
      accuracy: accuracyM,
      horizontalAccuracy: accuracyM,
      speed: -1,
      altitude: 0,
    };
  }

  /** As the client sends it: JSON text or form, an answer parsed where it is JSON, every status a success. */
  private async request({ url, method = "GET", header = {}, data, dataType = "json" }: RequestOptions) {
    if (!this.online) throw refusal("request:fail timeout");
    const target = new URL(url);
    if (target.origin !== BUILT_FOR) throw refusal(`request:fail url not in domain list: ${target.origin}`);
    const body = bytesIn(data) ?? (typeof data === "string" ? data : JSON.stringify(data ?? ""));
    const response = await fetch(`${this.app.baseUrl}${target.pathname}${target.search}`, {
      method,
      headers: headersOf(header),
      redirect: "manual",
      ...(method === "GET" ? {} : { body: data === undefined ? "" : body }),
    });
    const text = await response.text();
    return {
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      data: dataType === "json" ? parsed(text) : text,
    };
  }
}

interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  dataType?: string;
}

/** The mini-program's own ArrayBuffer is of another realm: it is told by its name. */
function bytesIn(data: unknown): Uint8Array<ArrayBuffer> | null {
  if (Object.prototype.toString.call(data) !== "[object ArrayBuffer]") return null;
  return Uint8Array.from(new Uint8Array(data as ArrayBuffer));
}

/** The client adds what it sends where the mini-program says nothing, whatever the case of its names. */
function headersOf(given: Record<string, string>): Headers {
  const headers = new Headers(given);
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return headers;
}

function refusal(errMsg: string): Error {
  return Object.assign(new Error(errMsg), { errMsg });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The mini-program on somebody's phone, without a browser. */
export async function openOnPhone(
  app: TestApp,
  memberId: string,
  options: Omit<LaunchOptions, "native"> & { native?: Record<string, unknown>; stands?: Standing } = {},
): Promise<{ weapp: WeappHost; phone: PhoneInHand }> {
  const phone = new PhoneInHand(app, memberId);
  phone.stands = options.stands ?? null;
  const weapp = await launchWeapp(weappDir, { ...options, native: { ...phone.native(), ...options.native } });
  return { weapp, phone };
}
