/** Where a tap leads: a web page, or a page of the linked mini-program. */
export type Opens = { type: 1; url: string } | { type: 2; appid: string; pagepath: string };

export interface CardSource {
  icon_url?: string;
  /** At most 20 characters are shown. */
  desc: string;
  desc_color?: 0 | 1 | 2 | 3;
}

/** A row of a card. At most 6 rows. */
export interface CardRow {
  /** At most 5 characters. */
  keyname: string;
  /** At most 30 characters. */
  value?: string;
}

interface CardFrame {
  source?: CardSource;
  main_title?: { title?: string; desc?: string };
  sub_title_text?: string;
  horizontal_content_list?: CardRow[];
  task_id?: string;
}

export interface TextNoticeCard extends CardFrame {
  card_type: "text_notice";
  emphasis_content?: { title?: string; desc?: string };
  jump_list?: ({ title: string } & Opens)[];
  card_action: Opens;
}

export interface CardButton {
  text: string;
  /** 1 filled, 2 outlined, 3 red, 4 grey. */
  style?: 1 | 2 | 3 | 4;
  key: string;
}

export interface ButtonInteractionCard extends CardFrame {
  card_type: "button_interaction";
  main_title: { title: string; desc?: string };
  button_list: CardButton[];
  card_action?: Opens;
  /** Letters, digits and `_-@`, at most 128 bytes, unique within the app. */
  task_id: string;
}

export type MemberContent =
  | { text: { content: string } }
  | { markdown: { content: string } }
  | { textcard: { title: string; description: string; url: string; btntxt?: string } }
  | { template_card: TextNoticeCard | ButtonInteractionCard };

/** One message to one member. With `duplicateCheck` WeCom delivers an identical body only once within 4 hours. */
export interface AppMessage {
  memberId: string;
  message: MemberContent;
  duplicateCheck?: boolean;
}

export type RobotMessage =
  | { text: { content: string; mentioned_list?: string[] } }
  | { markdown: { content: string } }
  | { template_card: TextNoticeCard };

/** The longest interval that WeCom allows. */
const duplicateCheckIntervalS = 14_400;

/** The body of `message/send`. The same message always gives the same bytes, which the duplicate check relies on. */
export function appMessageBody(agentId: number, { memberId, message, duplicateCheck }: AppMessage): object {
  return {
    // An id of ours is the userid but for case, which WeCom does not distinguish.
    touser: memberId.toLowerCase(),
    agentid: agentId,
    ...typed(message),
    ...(duplicateCheck && { enable_duplicate_check: 1, duplicate_check_interval: duplicateCheckIntervalS }),
  };
}

/** The body of `webhook/send`. */
export function robotMessageBody(message: RobotMessage): object {
  return typed(message);
}

/** WeCom wants the kind of a message beside the key of the same name. */
function typed(message: MemberContent | RobotMessage): object {
  const [msgtype] = Object.keys(message);
  return { msgtype, ...message };
}
