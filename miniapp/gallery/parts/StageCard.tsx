import { StageCard } from "@/components/StageCard";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("StageCard", StageCard, () => {
  const stays = { from: "初步接触", to: "", reason: "", tried: false, fault: null, onChange: nothing };
  return {
    "stays where it is": stays,
    "goes on": { ...stays, to: "方案提交" },
    "goes back": { ...stays, from: "签单", to: "需求调研", reason: "" },
    "goes back, and nobody has said why": { ...stays, from: "签单", to: "需求调研", tried: true, fault: "missing" },
    "at a stage that a company has named itself": { ...stays, from: "试用" },
  };
});
