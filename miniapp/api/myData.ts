import { myDataAsked } from "./answerShapes/myData";
import { caller } from "./http";

const call = caller(myDataAsked);

/** A month of all that is kept of me. */
export const exportMonth = (period: string) => call("privacy.export", { params: { period } });
