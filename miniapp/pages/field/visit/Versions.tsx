import { useState } from "react";
import { changedFields } from "@shared/domain/visit";
import { filesOf } from "@/features/visits/useVisit";
import type { VisitPage } from "@/features/visits/useCorrection";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Sheet, Words } from "@/ui";
import { Recorded } from "./VisitFacts";

type Version = VisitPage["earlier"][number];

/** The versions of a record, newest first, each with what it changed; a tap opens what it said. */
export function useVersions(page: VisitPage) {
  const { t, f } = usePageWords(fieldWords);
  const { visit, earlier } = page;
  const words = t.field.visit.versions;
  const [opened, setOpened] = useState<Version | null>(null);
  const newest: Version = { ...visit, writtenAt: visit.correctedAt ?? visit.recordedAt };
  const versions = [newest, ...earlier];
  const changeOf = (one: Version): string => {
    const before = versions[versions.indexOf(one) + 1];
    if (!before) return words.first;
    return words.changed({ fields: f.names(changedFields(before, one).map((field) => words.fields[field])) });
  };
  const list = earlier.length > 0 && (
    <Card id="visit-versions" flush title={words.title({ count: earlier.length })}>
      {versions.map((one) => {
        const time = f.instant(new Date(one.writtenAt));
        return (
          <Row
            key={one.version}
            id={`visit-version-${one.version}`}
            text={changeOf(one)}
            note={
              <Words as="sub" tone="quiet">
                {time}
              </Words>
            }
            label={f.said(changeOf(one), time)}
            onTap={() => setOpened(one)}
          />
        );
      })}
    </Card>
  );
  const sheet = opened && (
    <Sheet id="visit-version-sheet" title={changeOf(opened)} onClose={() => setOpened(null)}>
      <Words as="sub" tone="quiet">
        {words.writtenAt({ time: f.instant(new Date(opened.writtenAt)) })}
      </Words>
      <Words as="sub" tone="quiet">
        {known(t.field.purposes, opened.purpose)}
      </Words>
      <Recorded recorded={opened} files={filesOf(page)} />
    </Sheet>
  );
  return { list, sheet };
}
