import type { AnswerOf } from "@shared/contracts";
import { useChecksIn } from "@/features/session/useMe";
import { meWords } from "@/texts/areas/main/me";
import { privacyWords } from "@/texts/areas/privacy";
import { usePageWords } from "@/texts/pageWords";
import { Words } from "@/ui";

/** Each text that was accepted, when, and when that ended. */
export function Consents({ consents }: { consents: AnswerOf<"privacy.mine">["consents"] }) {
  const { t, f } = usePageWords(meWords, privacyWords);
  const words = t.privacy.mine;
  const checksIn = useChecksIn();
  if (consents.length === 0) return <Words tone="quiet">{checksIn === false ? t.me.noCheckIn : words.noConsent}</Words>;
  return (
    <>
      {consents.map(({ version, number, acceptedAt, endedAt }) => (
        <Words key={acceptedAt} as="sub" tone={endedAt === null ? "plain" : "quiet"}>
          {endedAt === null
            ? words.given({ version: String(number ?? version), at: f.instant(new Date(acceptedAt)) })
            : words.ended({
                version: String(number ?? version),
                at: f.instant(new Date(acceptedAt)),
                endedAt: f.instant(new Date(endedAt)),
              })}
        </Words>
      ))}
    </>
  );
}
