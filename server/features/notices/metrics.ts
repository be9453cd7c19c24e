import { Counter } from "prom-client";

/** What became of messages; `repeated` and `unknown` are each named in the notice's own history as well. */
export const noticesTotal = new Counter({
  name: "xiaoli_notices_total",
  help: "Messages by kind and outcome",
  labelNames: ["kind", "outcome"],
});
