import { useReadNow } from "@/features/setup/useSetup";
import { authWords } from "@/texts/areas/main/auth";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, Words } from "@/ui";

/** When WeCom's directory was read last, and the way to have it read now. */
export function ReadNow() {
  const { t, f } = usePageWords(authWords, setupWords);
  const words = t.setup.directory;
  const { readAt, failing, isAsked, isUnwatched, ask } = useReadNow();
  return (
    <>
      {readAt && (
        <Words as="sub" tone="quiet" id="directory-read" live="polite">
          {words.readAt({ time: f.instant(new Date(readAt)) })}
        </Words>
      )}
      {failing?.fault && !isAsked && (
        <Words as="sub" tone="warn" live="polite" id="directory-failing">
          {words.failed({
            why: t.auth.notReady.what[failing.fault]({ code: failing.errcode, address: failing.address }),
          })}
        </Words>
      )}
      {isUnwatched && (
        <Words as="sub" tone="warn" live="polite">
          {words.unwatched}
        </Words>
      )}
      {ask.failure && <ErrorBlock id="directory-error" failure={ask.failure} />}
      <Button
        id="directory-ask"
        text={isAsked ? words.asked : words.ask}
        disabled={ask.busy || isAsked}
        onTap={() => void ask.run()}
      />
    </>
  );
}
