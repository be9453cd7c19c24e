import { FieldFrame, Words } from "@/ui";
import { examplesOf } from "../examples";

interface Props {
  id: string;
  label: string;
  required?: boolean;
  aside?: string;
  fault?: string;
  inside: string;
}

/** With some words where a page has its input. */
function Framed({ inside, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      <Words>{inside}</Words>
    </FieldFrame>
  );
}

export const examples = examplesOf("FieldFrame", Framed, ({ say }) => {
  const inside = say("这里填写", "Written here");
  return {
    plain: { id: "framed", label: say("现场照片", "Photos"), inside },
    "with a counter": { id: "framed-count", label: say("现场照片", "Photos"), aside: "2/9", inside },
    required: { id: "framed-required", label: say("客户签字", "Signature"), required: true, inside },
    "something is wrong": {
      id: "framed-wrong",
      label: say("客户签字", "Signature"),
      required: true,
      fault: say("请客户签字再提交", "Have the client sign, then send it"),
      inside,
    },
  };
});
