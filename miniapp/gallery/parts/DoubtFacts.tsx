import { doubts } from "@shared/domain/checkInReview";
import { DoubtFacts } from "@/components/DoubtFacts";
import { examplesOf } from "../examples";
import { longName } from "../given/names";

export const examples = examplesOf("DoubtFacts", DoubtFacts, (words) => {
  const place = { siteName: words.say("展厅", "Showroom"), checkedInAt: "2026-03-25T08:32:00.000Z", radiusM: 200 };
  const again = () =>
    words.say(
      "再走近一些，等误差变小，今天在这里再打一次就补上",
      "Go nearer, and check in here again today: that makes it good",
    );
  return {
    "at the edge": { ...place, distanceM: 215, accuracyM: 30, doubts: ["edge"], way: { again } },
    "of yesterday": { ...place, distanceM: 215, accuracyM: 30, doubts: ["edge"], way: "explain" },
    "no position": { ...place, distanceM: null, accuracyM: null, doubts: ["noFix"] },
    "its network is known": { ...place, distanceM: null, accuracyM: null, doubts: ["noFix"], wifiFinding: "known" },
    "its code was scanned": { ...place, distanceM: null, accuracyM: null, doubts: ["noFix"], qrFinding: "here" },
    "a code that proves nothing": {
      ...place,
      distanceM: 60,
      accuracyM: 900,
      doubts: ["blurred"],
      qrFinding: "elsewhere",
    },
    "every doubt, long name": {
      ...place,
      siteName: longName(words),
      distanceM: 12_400,
      accuracyM: 980,
      doubts: [...doubts],
      way: { again },
    },
  };
});
