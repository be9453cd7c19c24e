import type { AppMessage, RobotMessage, TextNoticeCard } from "../../integrations/wecom";
import { cardLink, type LinkSettings } from "./links";
import type { InboxView } from "./inboxView";

/** What a message to a member says, before it takes WeCom's form. */
export interface MemberMessage {
  source: string;
  title: string;
  desc: string;
  emphasis?: { title: string; desc: string };
  /** The sentence that counts; it stands alone. */
  sentence: string;
  /** `isNext`: what is left to do, said as long as the notice is not handled. */
  rows: { name: string; value: string; isNext?: true }[];
  /** Path of the page that it opens. */
  opens: string;
  /** Until when what it asks for can be done; without an end, or where it asks for nothing, missing. */
  until?: Date;
  jump?: { title: string; path: string };
}

/** The fact that was to be told no longer holds. */
export interface Gone {
  gone: string;
}

export const isGone = (composed: object): composed is Gone => "gone" in composed;

/** Longest texts that WeCom shows of a card, in characters; of a row's name in Chinese ones. */
export const lengthMax = {
  title: 36,
  desc: 44,
  emphasis: 14,
  emphasisDesc: 22,
  sentence: 160,
  rowName: 5,
  rowValue: 30,
  jump: 18,
};

/**
 * The card of a message. Its buttons' choices are made on the page it opens: cards with buttons of their own need a
 * callback address, which is not there yet.
 */
export function cardOf(message: MemberMessage, settings: LinkSettings): TextNoticeCard {
  const { emphasis, jump } = message;
  return {
    card_type: "text_notice",
    source: { desc: message.source },
    main_title: { title: cut(message.title, lengthMax.title), desc: cut(message.desc, lengthMax.desc) },
    ...(emphasis && {
      emphasis_content: {
        title: cut(emphasis.title, lengthMax.emphasis),
        desc: cut(emphasis.desc, lengthMax.emphasisDesc),
      },
    }),
    sub_title_text: cut(message.sentence, lengthMax.sentence),
    horizontal_content_list: message.rows.map(({ name, value }) => ({
      keyname: rowNameThatFits(name) ?? cut(name, lengthMax.rowName),
      value: cut(value, lengthMax.rowValue),
    })),
    ...(jump && { jump_list: [{ title: cut(jump.title, lengthMax.jump), ...cardLink(jump.path, settings) }] }),
    card_action: cardLink(message.opens, settings),
  };
}

/** The first of these forms that is not too long; null where none is, since an amount must not be cut. */
export const firstThatFits = (max: number, ...forms: string[]): string | null =>
  forms.find((form) => [...form].length <= max) ?? null;

/** The same of the name of a row. */
export const rowNameThatFits = (...forms: string[]): string | null =>
  forms.find((form) => widthOf(form) <= lengthMax.rowName) ?? null;

/** In Chinese characters: letters, digits and signs of a Western keyboard take half the room of one. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character <= "~" ? 0.5 : 1), 0);

/** The same message in the list inside the product, uncut. */
export function inboxViewOf({ title, desc, sentence, rows, emphasis, opens, until }: MemberMessage): InboxView {
  const first = emphasis ? [{ name: emphasis.desc, value: emphasis.title }] : [];
  return {
    title: [title, desc].filter((part) => part !== "").join(" · "),
    text: sentence,
    rows: [...first, ...rows],
    opens,
    ...(until && { until: until.toISOString() }),
  };
}

export type AppBody = Pick<AppMessage, "memberId" | "message">;
export type RobotBody = RobotMessage;

/** Text that came from people, harmless inside a group's markdown. */
export const plain = (text: string): string => text.replace(/[<>*`#[\]\r\n]/g, " ").trim();

export const robotBytesMax = 4_096;

export const bytesOf = (text: string): number => Buffer.byteLength(text, "utf8");

/** At most so many characters; what was cut ends in …. Characters beyond the basic plane are not torn apart. */
export function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join("")}…`;
}
