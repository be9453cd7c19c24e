import { Histogram } from "prom-client";
import type { WecomCall } from "./types";

const callSeconds = new Histogram({
  name: "xiaoli_wecom_call_seconds",
  help: "Calls to WeCom by path and error code; none: no answer came",
  labelNames: ["api", "errcode"],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export const measureCall = ({ api, errcode, ms }: WecomCall): void =>
  callSeconds.observe({ api, errcode: errcode === null ? "none" : String(errcode) }, ms / 1000);
