import { privacyAsked } from "./answerShapes/privacy";
import { caller } from "./http";

const call = caller(privacyAsked);

export const readPrivacy = () => call("privacy.mine", {});
export const listLooks = (cursor: string | null) =>
  call("privacy.looked", { query: cursor === null ? {} : { cursor } });
export const withdrawConsent = (commandId: string) => call("privacy.withdrawConsent", { body: { commandId } });
