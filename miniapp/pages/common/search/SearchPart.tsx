import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { open } from "@/features/navigation";
import { goByArrows } from "@/features/search/goByArrows";
import { useSearch } from "@/features/search/useSearch";
import { useCan } from "@/features/session/useMe";
import { usePresentMonth } from "@/features/time";
import { FoundGroups } from "@/components/FoundGroups";
import { routes } from "@/routes";
import { type MenuTexts, type SearchTexts, useWords } from "@/texts";
import { Card, Empty, Loadable, TextField, Words } from "@/ui";

interface SearchPartProps {
  words: SearchTexts;
  menuWords: MenuTexts;
  /** Something was opened. */
  onGone?: () => void;
}

/** A field with what its words find, for the page and the desktop's header. ↑ ↓ go through it, Enter opens, Esc leads back. */
export function SearchPart({ words, menuWords, onGone }: SearchPartProps) {
  const { f } = useWords();
  const [typed, setTyped] = useState("");
  const { asked, found, menu, isHereOnly, state, failure, refresh } = useSearch(typed, menuWords.entries);
  const can = useCan();
  const period = usePresentMonth();
  useEffect(() => goByArrows("search-part"), []);

  const go = (path: string) => {
    onGone?.();
    open(path);
  };
  const isNothing =
    found !== null &&
    menu.length === 0 &&
    [found.customers, found.people, found.plans, found.sales].every((one) => !one.items.length);

  return (
    <View id="search-part">
      <TextField
        id="search-words"
        kind="search"
        label={words.title}
        hint={words.hint}
        lengthMax={40}
        value={typed}
        onChange={setTyped}
      />
      {asked === null ? (
        <Card id="search-how">
          <Empty text={words.howTo} />
        </Card>
      ) : (
        <>
          {isHereOnly && (
            <Words as="sub" tone="warn" id="search-here-only" live="polite">
              {words.hereOnly}
            </Words>
          )}
          <FoundGroups
            words={words}
            found={found}
            menu={menu.map(({ id }) => ({ id, text: menuWords.entries[id] }))}
            onMenu={(id) => go(menu.find((one) => one.id === id)?.path ?? routes.today())}
            onCustomer={(id) => go(routes.customer({ id }))}
            onSale={(id) => go(routes.sale({ id }))}
            onPlan={(id) => go(routes.planReview({ id }))}
            onPerson={({ memberId, unitId }) => {
              // Whoever leads looks at results, whoever looks after people at what is kept of them.
              if (unitId !== null && can("teams.member"))
                return () => go(routes.member({ unitId, id: memberId, period }));
              return can("members.read") ? () => go(routes.members({ id: memberId })) : null;
            }}
          />
          {found === null && (
            <Card id="search-waits">
              <Loadable id="search" state={state} failure={failure} onRetry={() => void refresh()}>
                {null}
              </Loadable>
            </Card>
          )}
          {isNothing && (
            <Card id="search-none">
              <Empty
                text={words.none({ words: asked })}
                note={f.sentences([words.noneNote])}
                {...(can("customers.create") && {
                  action: {
                    id: "found-add-customer",
                    text: words.addCustomer,
                    onTap: () => go(routes.editCustomer()),
                  },
                })}
              />
            </Card>
          )}
        </>
      )}
    </View>
  );
}
