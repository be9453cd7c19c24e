import type { Texts } from "../texts";

export const errorsReading: Texts["errorsReading"] = {
  "rate.limited":
    "Too many attempts in a short time, so this was not loaded. Nothing changed. Wait a moment and try again.",
  "conflict.busy":
    "Too many people were working on this at once, so it was not loaded. Nothing changed. Try again in a few seconds.",
  "server.failed":
    "Something went wrong on the server, so this was not loaded. Nothing changed. Try again later, or tell an administrator.",
  "server.unavailable": "The server is not available right now. Nothing changed. Try again in a while.",
  "address.notAllowed":
    "The mini-program has not been given the company's server address, so nothing was loaded. Your network is fine. Ask an administrator to add the address to the allowed domains, then try again.",
  foreign:
    "Not loaded: something in between answered instead, most likely a Wi-Fi that needs a login. Log in to the network or use mobile data, then try again.",
  outdated:
    "This version and the server do not match, so this cannot be shown. Nothing changed. Please update: close Xiaoli and open it again.",
  network: "No connection, so this was not loaded. Nothing changed. Try again when you are back online.",
};
