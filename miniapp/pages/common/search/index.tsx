import { useEffect } from "react";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { menuWords } from "@/texts/areas/menu";
import { searchWords } from "@/texts/areas/search";
import { usePageWords } from "@/texts/pageWords";
import { Page, wantFocus } from "@/ui";
import { SearchPart } from "./SearchPart";

/** Where is it? Whatever I may read, by a few letters of it. */
export default function SearchPage() {
  const { t } = usePageWords(menuWords, searchWords);
  usePageFrame({ title: t.search.title });
  useEffect(() => wantFocus("search-words"), []);
  return (
    <Page id="page-search" title={t.search.title}>
      <SearchPart words={t.search} menuWords={t.menu} />
    </Page>
  );
}
