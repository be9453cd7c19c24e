import type { ComponentType } from "react";
import { isBusinessDay, isMonth } from "@shared/domain/time";
import { back, usePageParams } from "@/features/navigation";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Empty, Page } from "@/ui";
import { usePageFrame } from "./usePageFrame";

/** What a value of an address may be. */
const kinds = {
  id: (value: string) => value.trim() !== "",
  day: isBusinessDay,
  month: isMonth,
};
type Kind = keyof typeof kinds;

/** What a page's address holds, by its name; `?`: the page opens without it as well. */
type Needs = Record<string, Kind | `${Kind}?`>;

type Found<Wanted extends Needs> = {
  [Name in keyof Wanted as Wanted[Name] extends Kind ? Name : never]: string;
} & { [Name in keyof Wanted as Wanted[Name] extends Kind ? never : Name]?: string };

/**
 * A page with what it is opened with. Without that, or with something that is none, such as a day that is not in the calendar, it
 * says so and leads on: links are cut short and typed by hand.
 * @param oneOf of these one has to be there at least
 */
export function openedWith<const Wanted extends Needs>(
  needs: Wanted,
  View: ComponentType<Found<Wanted>>,
  { oneOf = [] }: { oneOf?: readonly (keyof Wanted & string)[] } = {},
): ComponentType {
  return function OpenedPage() {
    const params = usePageParams();
    const isThere = oneOf.length === 0 || oneOf.some((name) => (params[name] ?? "") !== "");
    const found = isThere ? paramsFor(needs, params) : null;
    return found ? <View {...(found as Found<Wanted>)} /> : <CutLink />; // as `paramsFor` has looked at each
  };
}

/** Null where one is missing or none. Nothing and an empty one are the same. */
export function paramsFor(needs: Needs, params: Record<string, string>): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const [name, need] of Object.entries(needs)) {
    const value = params[name] ?? "";
    const isOptional = need.endsWith("?");
    if (value === "" && isOptional) continue;
    // Without its mark it is a kind.
    if (!kinds[need.replace("?", "") as Kind](value)) return null;
    found[name] = value;
  }
  return found;
}

function CutLink() {
  const { t } = useWords();
  const words = t.common.cutLink;
  usePageFrame({ title: words.title });
  return (
    <Page id="page-cut-link" title={words.title}>
      <Card>
        <Empty
          text={words.text}
          action={{ id: "cut-link-back", text: t.common.back, onTap: () => back(routes.today()) }}
        />
      </Card>
    </Page>
  );
}
