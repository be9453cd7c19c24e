import type { DirectoryReading } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Card, ErrorBlock, Words } from "@/ui";

/** When WeCom's directory was read last, and why not since. */
export function DirectoryCard({ directory }: { directory: DirectoryReading }) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members.directory;
  const { readAt, failing, ask } = directory;
  const time = (at: string) => f.instant(new Date(at));
  return (
    <Card id="directory" {...(failing && { tone: "warn" as const })}>
      <Words as="sub" tone="quiet">
        {readAt === null ? words.never : words.readAt({ time: time(readAt) })}
      </Words>
      {failing && (
        <Words as="sub" live="polite">
          {words.failing({ time: failing.since === null ? words.unknownSince : time(failing.since) })}
        </Words>
      )}
      {failing && failing.errcode !== null && (
        <Words as="note" tone="quiet">
          {words.code({ code: String(failing.errcode) })}
        </Words>
      )}
      {ask.failure && <ErrorBlock id="directory-error" failure={ask.failure} onRetry={() => void ask.run()} />}
    </Card>
  );
}
