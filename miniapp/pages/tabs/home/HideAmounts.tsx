import { useHiddenAmounts } from "@/features/settings/useHiddenAmounts";
import { useWords } from "@/texts";
import { Button } from "@/ui";

/** Hides and shows amounts on every page, beside the first of them. */
export function HideAmounts({ id }: { id: string }) {
  const { t } = useWords();
  const { hidden, set } = useHiddenAmounts();
  return <Button id={id} kind="quiet" small text={hidden ? t.today.show : t.today.hide} onTap={() => set(!hidden)} />;
}
