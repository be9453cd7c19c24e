import { View } from "@tarojs/components";
import { type ReactNode, useContext, useMemo } from "react";
import { back, open } from "@/platform/navigation";
import { useWords, useWordsOf, type Words as WordsShown, WordsContext } from "@/texts";
import { Card, Choices, type Frame, FrameContext, Page, Row, Words } from "@/ui";
import { type Examples, exampleWords, type Ground, type State } from "./examples";
import { type GalleryLook, languagesShown, themesShown, typesShown, useGalleryLook } from "./useGalleryLook";
import "./index.scss";

const path = "/gallery/index";
const monitorFromPx = 1024;
const files = require.context("./parts", false, /\.tsx$/);
const shelf = files.keys().map((file) => files<{ examples: Examples }>(file).examples);

/**
 * Every part in every state, in the size, theme and language of one's choice. In development and tests only: the switch is
 * `gallery` in config/index.ts.
 */
export default function Gallery() {
  const shown = useGalleryLook();
  const words = useWordsOf(shown.look.language);
  return words && <GalleryInWords words={words} {...shown} />;
}

function GalleryInWords({
  words,
  look,
  part,
  state,
  change,
}: { words: WordsShown } & ReturnType<typeof useGalleryLook>) {
  const around = useContext(FrameContext);
  const frame = useMemo<Frame>(
    () => ({
      ...around,
      theme: look.theme,
      themeSeen: look.theme,
      type: look.type,
      online: true,
      goBack: () => back(path),
    }),
    [around, look],
  );
  const isMonitor = window.innerWidth >= monitorFromPx;
  const shown = shelf.filter(
    (examples) => (part === undefined || examples.part === part) && (isMonitor || !examples.isForMonitors),
  );
  const alone = shown[0]?.on === "screen" && shown[0].statesIn(exampleWords(words)).find(({ name }) => name === state);
  return (
    <WordsContext.Provider value={words}>
      <FrameContext.Provider value={frame}>
        {alone ? (
          alone.show()
        ) : (
          <Page id="page-gallery" title={part ?? "ui"} root={part === undefined}>
            {part === undefined && <LookChoices look={look} onChange={change} />}
            {shown.map((examples) => (
              <PartShown key={examples.part} {...examples} look={look} />
            ))}
          </Page>
        )}
      </FrameContext.Provider>
    </WordsContext.Provider>
  );
}

function PartShown({ part, on, statesIn, look }: Examples & { look: GalleryLook }) {
  const states = statesIn(exampleWords(useWords()));
  return (
    <View className="gallery-part" id={`part-${part}`}>
      <Words as="title" heading={2}>
        {part}
      </Words>
      {on === "screen" ? (
        <Card flush>
          {states.map(({ name }) => (
            <Row key={name} text={name} label={`${part}, ${name}`} onTap={() => open(addressOf(part, name, look))} />
          ))}
        </Card>
      ) : (
        states.map((state) => <StateShown key={state.name} part={part} on={on} {...state} />)
      )}
    </View>
  );
}

const StateShown = ({ part, name, on, show }: State & { part: string; on: Ground }) => (
  <View className="gallery-state">
    <Words as="note" tone="quiet">
      {name}
    </Words>
    <View className="gallery-stage" data-state={`${part}, ${name}`}>
      <OnGround on={on}>{show()}</OnGround>
    </View>
  </View>
);

const OnGround = ({ on, children }: { on: Ground; children: ReactNode }) =>
  on === "page" ? <>{children}</> : <Card flush={on === "flush"}>{children}</Card>;

function addressOf(part: string, state: string, look: GalleryLook): string {
  const query = Object.entries({ part, state, ...look }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${query.join("&")}`;
}

function LookChoices({ look, onChange }: { look: GalleryLook; onChange: (change: Partial<GalleryLook>) => void }) {
  const optionsOf = <Value extends string>(values: readonly Value[]) => values.map((value) => ({ value, text: value }));
  return (
    <View className="gallery-look">
      <Choices
        id="look-theme"
        kind="segments"
        label="theme"
        options={optionsOf(themesShown)}
        value={look.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <Choices
        id="look-type"
        kind="segments"
        label="type"
        options={optionsOf(typesShown)}
        value={look.type}
        onChoose={(type) => onChange({ type })}
      />
      <Choices
        id="look-language"
        kind="segments"
        label="language"
        options={optionsOf(languagesShown)}
        value={look.language}
        onChoose={(language) => onChange({ language })}
      />
    </View>
  );
}
