import { View } from "@tarojs/components";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { type Entrance, useEnter } from "@/features/session/useEnter";
import { type NotReady, useReadiness } from "@/features/session/useReadiness";
import type { KeptOf } from "@/features/session/keptHere";
import { type Formats, known } from "@/texts";
import { authWords } from "@/texts/areas/main/auth";
import { meWords } from "@/texts/areas/main/me";
import { queueWords } from "@/texts/areas/main/queue";
import { errorSentence } from "@/texts/errorWords";
import { type TextsWith, usePageWords, type WordsWith } from "@/texts/pageWords";
import { Button, Page, Words } from "@/ui";
import "./index.scss";

/** In without a question; and where that does not work, whom to ask. */
export default function Enter() {
  const { t, f, language } = usePageWords(authWords, meWords, queueWords);
  usePageFrame({ title: t.auth.title });
  const { entrance, again } = useEnter();
  // What the installation lacks looks to whoever comes like a refusal of their own.
  const mayBeTheServer =
    entrance.kind === "notMember" || (entrance.kind === "failed" && entrance.code === "wecom.unavailable");
  const missing = useReadiness(mayBeTheServer, again);
  const { title, text, reference } = missing ? notReadyWords(missing, t) : wordsFor(entrance, { t, f, language });
  const stuck = entrance.kind !== "working";
  return (
    <Page
      id="page-enter"
      root
      title={t.auth.title}
      bar={
        stuck && (
          <Button
            id="enter-again"
            kind="primary"
            grow
            text={entrance.kind === "signedOut" ? t.auth.signedOut.again : t.auth.again}
            onTap={again}
          />
        )
      }
    >
      <View className="enter">
        <View className="enter-mark">
          <View className="enter-step enter-step-1" />
          <View className="enter-step enter-step-2" />
          <View className="enter-step enter-step-3" />
          <View className="enter-coin" />
        </View>
        <Words as="display">{t.common.product}</Words>
        <Words tone="quiet">{t.auth.slogan}</Words>
        <View className="enter-words">
          {title && (
            <Words as="title" id="enter-title">
              {title}
            </Words>
          )}
          <Words tone="quiet" id="enter-words" live={stuck ? "assertive" : "polite"}>
            {text}
          </Words>
          {entrance.kind === "signedOut" &&
            entrance.kept.others.map((one) => (
              <Words key={one.memberId} as="sub" tone="quiet" id={`enter-kept-${one.memberId}`}>
                {t.auth.signedOut.ofOthers({ name: one.name ?? t.auth.signedOut.somebody, what: whatOf(one, t, f) })}
              </Words>
            ))}
          {!missing && ["signedOut", "notMember", "unsure"].includes(entrance.kind) && (
            <Words as="sub" tone="quiet" id="enter-who">
              {t.me.whoIsAsked}
            </Words>
          )}
          {reference && (
            <Words as="note" tone="quiet">
              {t.common.reference({ id: reference })}
            </Words>
          )}
        </View>
      </View>
    </Page>
  );
}

/** What is missing, what it means for whoever stands here, and who puts it right. */
const notReadyWords = (missing: NotReady, t: TextsWith<typeof authWords>) => {
  const { title, what, meaning, asksAgain } = t.auth.notReady;
  const { code, address } =
    "errcode" in missing ? { code: missing.errcode, address: missing.address } : { code: null, address: null };
  const means = meaning[missing.isFirst ? "first" : "later"];
  return { title, text: [what[missing.fault]({ code, address }), means, asksAgain].join(""), reference: null };
};

function wordsFor(
  entrance: Entrance,
  words: WordsWith<typeof authWords | typeof queueWords>,
): { title: string | null; text: string; reference: string | null } {
  const { t, f } = words;
  switch (entrance.kind) {
    case "working":
      return { title: null, text: t.auth.entering, reference: null };
    case "signedOut":
      return { title: t.auth.signedOut.title, text: leftText(entrance.kept.mine, t, f), reference: null };
    case "notInWeCom":
      return { title: t.auth.notInWeCom.title, text: t.auth.notInWeCom.text, reference: null };
    case "notMember":
      return {
        title: t.auth.notMember.title,
        text: t.auth.notMember.text({ company: "", names: f.names(entrance.helpers) }),
        reference: entrance.requestId,
      };
    case "unsure":
      return {
        title: t.auth.unsure.title,
        text: t.auth.unsure.text({ names: f.names(entrance.helpers) }),
        reference: entrance.requestId,
      };
    case "failed":
      return {
        title: t.auth.refused.title,
        text: errorSentence(entrance.code, words, true),
        reference: entrance.requestId,
      };
  }
}

/** What stays on this phone of whoever has left. */
const leftText = (mine: KeptOf | null, t: TextsWith<typeof authWords | typeof queueWords>, f: Formats): string =>
  mine ? t.auth.signedOut.kept({ what: whatOf(mine, t, f) }) : t.auth.signedOut.text;

/** How many of what; a kind of a later version is not named. */
const whatOf = ({ kinds }: KeptOf, t: TextsWith<typeof authWords | typeof queueWords>, f: Formats): string =>
  f.names(
    kinds.map(([kind, count]) =>
      t.auth.signedOut.some({ kind: known(t.queue.kinds, kind) ?? t.auth.signedOut.other, count }),
    ),
  );
