import { fieldsOf, textOf, type Fields } from "./fields";

/** The words of a message that its reader takes away: the text, or the sentence of a card, else its title. */
export function sentenceOf({ msgtype, content }: { msgtype: string; content: Fields }): string {
  if (msgtype === "template_card") return textOf(content.sub_title_text) || textOf(fieldsOf(content.main_title).title);
  if (msgtype === "textcard") return textOf(content.description);
  if (msgtype === "miniprogram_notice") return textOf(content.title);
  if (msgtype === "news") return textOf(fieldsOf(Array.isArray(content.articles) ? content.articles[0] : null).title);
  return textOf(content.content);
}
