import { usePageFrame } from "@/features/frame/usePageFrame";
import { officePagesWords } from "@/texts/areas/officePages";
import { usePageWords } from "@/texts/pageWords";
import { Page } from "@/ui";
import { Approvals } from "../../tabs/do/Approvals";

/** 审批 of finance and HR, who have 方案 at its place. */
export default function ApprovalList() {
  const { t } = usePageWords(officePagesWords);
  const { title } = t.officePages.approvals;
  usePageFrame({ title });
  return (
    <Page id="page-approvals" title={title}>
      <Approvals />
    </Page>
  );
}
