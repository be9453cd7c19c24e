import { z } from "zod";

/** What the check asks of the WeCom that runs beside the product. */
export interface Simulator {
  /** A code as `wx.qy.login` gives it on this person's phone. */
  loginCode(userid: string): Promise<string>;
  /** What the person has been sent. */
  readMessages(userid: string): Promise<string[]>;
  /** What the robot has said in the group. */
  readGroup(name: string): Promise<string[]>;
}

const sentences = z.object({ sentences: z.array(z.string()) });

export function simulatorAt(simulatorUrl: string): Simulator {
  const read = async (path: string): Promise<string[]> => {
    const response = await fetch(`${simulatorUrl}/_control/${path}`);
    return sentences.parse(await response.json()).sentences;
  };
  return {
    async loginCode(userid) {
      const response = await fetch(`${simulatorUrl}/_control/login-codes`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ userid }),
      });
      return z.object({ code: z.string() }).parse(await response.json()).code;
    },
    readMessages: (userid) => read(`members/${encodeURIComponent(userid)}`),
    readGroup: (name) => read(`robots/${encodeURIComponent(name)}`),
  };
}
