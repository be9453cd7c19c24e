import { useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { open, usePullDown } from "@/features/navigation";
import { useKept } from "@/features/privacy/useKept";
import { routes } from "@/routes";
import { keptWords } from "@/texts/areas/kept";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, Row, TextField, Words } from "@/ui";
import { PhotoUse } from "./PhotoUse";

/** Those who have left, to choose one, and what photos take. */
export function LeaverList() {
  const { t, f } = usePageWords(keptWords);
  const words = t.kept;
  const [typed, setTyped] = useState("");
  const [begin, setBegin] = useState("");
  const kept = useKept(begin);
  usePullDown(kept.refresh);
  const find = () => setBegin(tidiedLine(typed).trim());
  const { data } = kept;
  return (
    <>
      <Card title={words.leavers}>
        <TextField
          id="leaver-begin"
          kind="search"
          label={words.begin}
          hint={words.beginHint}
          lengthMax={40}
          value={typed}
          onChange={setTyped}
          onEnter={find}
        />
        <Button id="leaver-find" text={words.find} onTap={find} />
      </Card>
      <Loadable id="kept" state={kept.state} failure={kept.failure} onRetry={() => void kept.refresh()}>
        {data && (
          <>
            <Card flush id="leavers">
              {data.leavers.length === 0 && <Empty text={begin === "" ? words.none : words.noneFound({ begin })} />}
              {data.leavers.map(({ memberId, name, leftOn }) => {
                const since = leftOn && words.left({ day: f.day(leftOn) });
                return (
                  <Row
                    key={memberId}
                    id={`leaver-${memberId}`}
                    text={name}
                    {...(since !== null && { note: <Words as="sub">{since}</Words> })}
                    label={f.said(name, since)}
                    onTap={() => open(routes.kept({ id: memberId }))}
                  />
                );
              })}
            </Card>
            {!data.isWhole && (
              <Words as="note" tone="quiet">
                {words.more}
              </Words>
            )}
            <PhotoUse kept={data} words={words} />
          </>
        )}
      </Loadable>
    </>
  );
}
