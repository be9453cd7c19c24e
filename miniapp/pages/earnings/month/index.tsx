import { usePageFrame } from "@/features/frame/usePageFrame";
import { officePagesWords } from "@/texts/areas/officePages";
import { usePageWords } from "@/texts/pageWords";
import { Page } from "@/ui";
import { Income } from "../../tabs/money/Income";

/** Own pay of those who have another page at the place of 收入. */
export default function OwnMonth() {
  const { t } = usePageWords(officePagesWords);
  const title = t.officePages.income;
  usePageFrame({ title });
  return (
    <Page id="page-income" title={title}>
      <Income />
    </Page>
  );
}
