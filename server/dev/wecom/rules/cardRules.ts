import { bytesOf, fieldsOf, listOf, textOf, wholeOf, type Fields } from "../fields";
import { refuseUnless } from "../refusal";

type CardRule = (card: Fields) => void;

const notice: CardRule = (card) => {
  requireCardAction(card, [1, 2]);
  checkJumps(card);
};

/** What WeCom refuses in each kind of card. Lengths of texts are only advice; lengths of lists are not. */
const rules: Record<string, CardRule> = {
  text_notice: (card) => {
    refuseUnless(textOf(fieldsOf(card.main_title).title) || textOf(card.sub_title_text), 42033, "missing title");
    notice(card);
  },
  news_notice: (card) => {
    requireTitle(card);
    const picture = textOf(fieldsOf(card.card_image).url) || textOf(fieldsOf(card.image_text_area).image_url);
    refuseUnless(picture, 42044, "missing card_image.url");
    notice(card);
  },
  button_interaction: (card) => {
    requireTitle(card);
    requireCardAction(card, [0, 1, 2]);
    checkButtons(card);
    checkSelection(card.button_selection, 10);
    requireTaskId(card);
  },
  vote_interaction: (card) => {
    requireTitle(card);
    refuseUnless(card.checkbox, 42043, "missing question_key");
    checkSelection(card.checkbox, 20);
    requireSubmit(card);
    requireTaskId(card);
  },
  multiple_interaction: (card) => {
    requireTitle(card);
    const selects = listOf(card.select_list, "select_list");
    refuseUnless(selects.length >= 1 && selects.length <= 3, 42047, "invalid select_list size");
    for (const select of selects) checkSelection(select, 10);
    refuseUnless(allDifferent(selects, "question_key"), 42043, "duplicate question_key");
    requireSubmit(card);
    requireTaskId(card);
  },
};

/** Kinds that only an app may send, because a click calls back. */
export const interactiveCards = ["button_interaction", "vote_interaction", "multiple_interaction"];

/** Refuses a card that WeCom would refuse. */
export function checkCard(card: Fields, kindsAllowed: string[] = Object.keys(rules)): void {
  const kind = textOf(card.card_type);
  const rule = kindsAllowed.includes(kind) ? rules[kind] : undefined;
  refuseUnless(rule, 42031, "invalid card_type");
  checkRows(card);
  checkVertical(card);
  checkOpens(fieldsOf(card.quote_area));
  checkMenu(card);
  rule(card);
}

/** True where a click on this card calls the app back, which needs a callback address and gives a response code. */
export function callsBack(card: Fields): boolean {
  const callbackButton = listOf(card.button_list, "button_list").some((one) => wholeOf(fieldsOf(one).type) !== 1);
  const kind = textOf(card.card_type);
  if (kind === "button_interaction") return callbackButton;
  return interactiveCards.includes(kind) || Boolean(card.action_menu);
}

function requireTitle(card: Fields): void {
  refuseUnless(textOf(fieldsOf(card.main_title).title), 42033, "missing main_title.title");
}

function requireCardAction(card: Fields, typesAllowed: number[]): void {
  const action = fieldsOf(card.card_action);
  const type = wholeOf(action.type) ?? 0;
  refuseUnless(typesAllowed.includes(type), 42045, "invalid card_action");
  checkOpens(action);
}

/** A place that leads somewhere: 1 to a url, 2 to a mini-program. */
function checkOpens(fields: Fields): void {
  const type = wholeOf(fields.type) ?? 0;
  if (type === 1) refuseUnless(textOf(fields.url), 42028, "missing url");
  if (type === 2) refuseUnless(textOf(fields.appid), 42030, "missing appid");
}

function checkRows(card: Fields): void {
  const rows = listOf(card.horizontal_content_list, "horizontal_content_list").map(fieldsOf);
  refuseUnless(rows.length <= 6, 42035, "horizontal_content_list exceed max size 6");
  for (const row of rows) {
    refuseUnless(textOf(row.keyname), 42027, "missing keyname");
    const type = wholeOf(row.type) ?? 0;
    if (type === 1) refuseUnless(textOf(row.url), 42028, "missing url");
    if (type === 2) refuseUnless(textOf(row.media_id), 42029, "missing media_id");
    if (type === 3) refuseUnless(textOf(row.userid), 42050, "missing userid");
  }
}

function checkVertical(card: Fields): void {
  const items = listOf(card.vertical_content_list, "vertical_content_list").map(fieldsOf);
  refuseUnless(items.length <= 4, 42036, "vertical_content_list exceed max size 4");
  for (const item of items) refuseUnless(textOf(item.title), 42033, "missing title");
}

function checkJumps(card: Fields): void {
  const jumps = listOf(card.jump_list, "jump_list").map(fieldsOf);
  refuseUnless(jumps.length <= 3, 42042, "jump_list exceed max size 3");
  for (const jump of jumps) {
    refuseUnless(textOf(jump.title), 42033, "missing title");
    checkOpens(jump);
  }
}

function checkMenu(card: Fields): void {
  if (!card.action_menu) return;
  const actions = listOf(fieldsOf(card.action_menu).action_list, "action_list");
  refuseUnless(actions.length >= 1 && actions.length <= 3, 42037, "invalid action_list size");
  checkKeys(actions);
  requireTaskId(card);
}

function checkButtons(card: Fields): void {
  const buttons = listOf(card.button_list, "button_list");
  refuseUnless(buttons.length >= 1, 42038, "missing button_list");
  refuseUnless(buttons.length <= 6, 40058, "button_list exceed max size 6");
  for (const button of buttons.map(fieldsOf))
    if (wholeOf(button.type) === 1) refuseUnless(textOf(button.url), 42028, "missing url");
  checkKeys(buttons);
}

/** Texts and keys of what can be tapped. */
function checkKeys(items: unknown[]): void {
  const callbacks = items.filter((item) => wholeOf(fieldsOf(item).type) !== 1);
  for (const item of items) refuseUnless(textOf(fieldsOf(item).text), 42038, "missing button text");
  for (const item of callbacks) {
    const key = textOf(fieldsOf(item).key);
    refuseUnless(key && bytesOf(key) <= 1024, 42039, "invalid button key");
  }
  refuseUnless(allDifferent(callbacks, "key"), 42051, "duplicate action key");
}

function checkSelection(value: unknown, optionsMax: number): void {
  if (!value) return;
  const selection = fieldsOf(value);
  refuseUnless(textOf(selection.question_key), 42043, "missing question_key");
  const options = listOf(selection.option_list, "option_list").map(fieldsOf);
  refuseUnless(options.length >= 1 && options.length <= optionsMax, 42037, "invalid option_list size");
  for (const option of options) {
    const id = textOf(option.id);
    refuseUnless(id && bytesOf(id) <= 128, 42040, "invalid option id");
    refuseUnless(textOf(option.text), 42041, "missing option text");
  }
}

function requireSubmit(card: Fields): void {
  const submit = fieldsOf(card.submit_button);
  refuseUnless(textOf(submit.text), 42049, "missing submit_button.text");
  const key = textOf(submit.key);
  refuseUnless(key && bytesOf(key) <= 1024, 42046, "invalid submit_button.key");
}

function requireTaskId(card: Fields): void {
  refuseUnless(/^[0-9A-Za-z_\-@]{1,128}$/.test(textOf(card.task_id)), 42014, "invalid task_id");
}

function allDifferent(items: unknown[], name: string): boolean {
  const values = items.map((item) => textOf(fieldsOf(item)[name]));
  return new Set(values).size === values.length;
}
