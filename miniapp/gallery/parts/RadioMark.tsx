import { RadioMark, Row } from "@/ui";
import { examplesOf } from "../examples";

const Marked = ({ on, text }: { on: boolean; text: string }) => <Row lead={<RadioMark on={on} />} text={text} />;

export const examples = examplesOf("RadioMark", Marked, ({ say }) => ({
  chosen: { on: true, text: say("选中", "Chosen") },
  "not chosen": { on: false, text: say("没选", "Not chosen") },
}));
