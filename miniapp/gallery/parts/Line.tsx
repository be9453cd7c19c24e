import { Line, Row } from "@/ui";
import { examplesOf } from "../examples";

const Between = ({ above, below }: { above: string; below: string }) => (
  <>
    <Row text={above} />
    <Line />
    <Row text={below} />
  </>
);

export const examples = examplesOf("Line", Between, ({ say }) => ({
  "between two rows": { above: say("合同金额", "Contract"), below: say("签单日", "Signed") },
}));
