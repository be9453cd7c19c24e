import { usePublicPraise } from "@/features/session/usePublicPraise";
import { useWords } from "@/texts";
import { Choices, ErrorBlock, Words } from "@/ui";

/** Whether my group may hear my name with a win; asked at the first login and in 我的. */
export function PraiseChoice() {
  const { t } = useWords();
  const { choice, choose } = usePublicPraise();
  if (choice === null) return null;
  return (
    <>
      <Choices
        id="praise"
        kind="segments"
        label={t.me.praise}
        value={choice}
        options={(["yes", "ask", "no"] as const).map((value) => ({ value, text: t.me.praises[value] }))}
        onChoose={(value) => void choose.run(value)}
      />
      <Words as="note" tone="quiet">
        {t.me.praiseNote[choice]}
      </Words>
      {choose.failure && <ErrorBlock id="praise-error" failure={choose.failure} />}
    </>
  );
}
