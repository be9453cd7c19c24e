import { Words } from "@/ui";
import { examplesOf } from "../examples";
import { longSentence } from "../given/names";

export const examples = examplesOf("Words", Words, (words) => {
  const children = longSentence(words);
  return {
    display: { as: "display", children: words.say("68%", "68%") },
    title: { as: "title", children },
    head: { as: "head", children },
    body: { as: "body", children },
    sub: { as: "sub", children },
    note: { as: "note", children },
    quiet: { tone: "quiet", children },
    ok: { tone: "ok", children },
    warn: { tone: "warn", children },
    bad: { tone: "bad", children },
    brand: { tone: "brand", children },
    "one long word": {
      children: "https://xiaoli.example/pages/earnings/line/index?lineId=7f3a22915c1e4b8f9d206a1b3c4d5e6f",
    },
  };
});
