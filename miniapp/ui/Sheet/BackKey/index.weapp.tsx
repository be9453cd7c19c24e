import { PageContainer } from "@tarojs/components";

/** Android's back key, and a swipe back, close the sheet: WeChat asks the container that lies over a page first. */
export function BackKey({ onBack }: { onBack: () => void }) {
  return (
    <PageContainer show overlay={false} duration={0} position="center" customStyle="height: 0" onBeforeLeave={onBack} />
  );
}
