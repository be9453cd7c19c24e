import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button } from "@/ui";

/** The way to all that one may read, from the tabs. */
export function SearchRow({ from }: { from: string }) {
  const { t } = useWords();
  return <Button id={`${from}-search`} kind="plain" text={t.common.search} onTap={() => open(routes.search())} />;
}
