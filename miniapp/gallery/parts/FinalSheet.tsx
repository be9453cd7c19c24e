import { useState } from "react";
import { FinalSheet } from "@/components/FinalSheet";
import { Button, type Failure, Page, Words } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { offline } from "../given/failures";
import { longName, longSentence } from "../given/names";

interface OverPageProps {
  page: string;
  title: string;
  now: string;
  about: string;
  follows: string;
  busy: boolean;
  failure: Failure | null;
}

/** Over a page, open at once. */
function OverPage({ page, about, follows, busy, failure, ...said }: OverPageProps) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Page
      id="page-below"
      title={page}
      over={
        isOpen && (
          <FinalSheet
            id="final"
            {...said}
            command={{ run: () => Promise.resolve(null), busy, failure }}
            given={() => ({ given: null })}
            onClose={() => setOpen(false)}
            onDone={nothing}
          >
            <Words as="head">{about}</Words>
            <Words>{follows}</Words>
          </FinalSheet>
        )
      }
      bar={<Button id="open-sheet" kind="primary" grow text={page} onTap={() => setOpen(true)} />}
    >
      {null}
    </Page>
  );
}

export const examples = examplesOf(
  "FinalSheet",
  OverPage,
  (words) => {
    const { t } = words;
    const sheet = {
      page: t.me.titles.devices,
      title: t.queue.dropTitle,
      now: t.queue.drop,
      about: t.queue.kinds["checkIns.create"] ?? "",
      follows: t.queue.dropText,
      busy: false,
      failure: null,
    };
    return {
      open: sheet,
      busy: { ...sheet, busy: true },
      failed: { ...sheet, failure: offline(words) },
      "long name, long words": { ...sheet, about: longName(words), follows: longSentence(words) },
    };
  },
  "screen",
);
