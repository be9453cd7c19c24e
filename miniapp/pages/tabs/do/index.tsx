import { usePageFrame } from "@/features/frame/usePageFrame";
import { useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Approvals } from "./Approvals";
import { CheckIn } from "./CheckIn";

export default function Do() {
  const { t } = useWords();
  const checksIn = useRoleShown() === "rep";
  const title = checksIn ? t.common.tabs.checkIn : t.common.tabs.approvals;
  const front = usePageFrame({ title, tab: true });
  return checksIn ? <CheckIn title={title} front={front} /> : <Approvals title={title} front={front} />;
}
