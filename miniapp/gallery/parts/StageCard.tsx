import { useState } from "react";
import { StageCard, type StageCardProps } from "@/components/StageCard";
import { examplesOf, nothing } from "../examples";

/** What is chosen shows. */
function Chosen(props: StageCardProps) {
  const [said, setSaid] = useState({ to: props.to, reason: props.reason });
  return <StageCard {...props} {...said} onChange={(part) => setSaid((before) => ({ ...before, ...part }))} />;
}

export const examples = examplesOf("StageCard", Chosen, () => {
  const stays = {
    id: "stage-stays",
    from: "初步接触",
    to: "",
    reason: "",
    tried: false,
    fault: null,
    onChange: nothing,
  };
  return {
    "stays where it is": stays,
    "goes on": { ...stays, id: "stage-on", to: "方案提交" },
    "goes back": { ...stays, id: "stage-back", from: "签单", to: "需求调研", reason: "" },
    "goes back, and nobody has said why": {
      ...stays,
      id: "stage-unsaid",
      from: "签单",
      to: "需求调研",
      tried: true,
      fault: "missing",
    },
    "at a stage that a company has named itself": { ...stays, id: "stage-own", from: "试用" },
  };
});
