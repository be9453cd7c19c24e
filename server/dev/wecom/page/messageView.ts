import { fieldsOf, textOf, type Fields } from "../fields";
import { html, type Html } from "../html";
import { cardView, hrefOf, type PageUrlOf } from "./cardView";
import { descriptionView, markdownView, textView, type NameOf } from "./markdownView";
import { timeText } from "./shanghaiText";

export interface ShownMessage {
  messageId: string;
  msgtype: string;
  content: Fields;
  shownAt: string;
  readAt: string | null;
  recalled?: boolean;
  /** Named beside the text; WeCom's clients write them behind it. */
  mentioned?: string[];
}

/** One message with the sender's mark, and whether it has been read. */
export function messageView(message: ShownMessage, sender: Html, nameOf: NameOf, pageUrlOf: PageUrlOf): Html {
  if (message.recalled) return html`<p class="notice">应用撤回了一条消息</p>`;
  const read = message.readAt ? `已读 ${timeText(new Date(message.readAt))}` : "未读";
  return html`<div class="message" data-message="${message.messageId}">
    ${sender}
    <div class="said">
      ${bodyView(message, nameOf, pageUrlOf)}
      <p class="read ${message.readAt ? "" : "unread"}">${read}</p>
    </div>
  </div>`;
}

function bodyView({ msgtype, content, mentioned = [] }: ShownMessage, nameOf: NameOf, pageUrlOf: PageUrlOf): Html {
  if (msgtype === "template_card") return cardView(content, pageUrlOf);
  if (msgtype === "markdown" || msgtype === "markdown_v2")
    return html`<div class="bubble markdown">${markdownView(textOf(content.content), nameOf)}</div>`;
  if (msgtype === "textcard") return textCardView(content, pageUrlOf);
  if (msgtype === "news") return newsView(content, pageUrlOf);
  if (msgtype === "miniprogram_notice") return noticeView(content, pageUrlOf);
  if (msgtype === "image") return html`<div class="bubble">[图片]</div>`;
  const text = textOf(content.content);
  const listed = mentioned.filter((userid) => !text.includes(`<@${userid}>`));
  return html`<div class="bubble">
    ${textView(text, nameOf)}${listed.map((userid) => html` <span class="at">@${nameOf(userid)}</span>`)}
  </div>`;
}

function textCardView(content: Fields, pageUrlOf: PageUrlOf): Html {
  const href = hrefOf(content, pageUrlOf);
  return html`<div class="card">
    <div class="card-body">
      <b class="title">${textOf(content.title)}</b>
      <div class="sub">${descriptionView(textOf(content.description))}</div>
    </div>
    ${href && html`<a class="jump" href="${href}" target="_blank" rel="noopener">${textOf(content.btntxt)}</a>`}
  </div>`;
}

function newsView(content: Fields, pageUrlOf: PageUrlOf): Html {
  const articles = Array.isArray(content.articles) ? content.articles.map(fieldsOf) : [];
  return html`<div class="card">
    ${articles.map((article) => {
      const href = hrefOf(article, pageUrlOf);
      return html`<a class="jump" href="${href ?? "#"}" target="_blank" rel="noopener">${textOf(article.title)}</a>`;
    })}
  </div>`;
}

function noticeView(content: Fields, pageUrlOf: PageUrlOf): Html {
  const items = Array.isArray(content.content_item) ? content.content_item.map(fieldsOf) : [];
  const href = textOf(content.page) ? pageUrlOf(textOf(content.page)) : null;
  return html`<div class="card">
    <div class="card-body">
      <b class="title">${textOf(content.title)}</b><span class="desc">${textOf(content.description)}</span>
      <dl class="rows">
        ${items.map(
          (item) =>
            html`<div>
              <dt>${textOf(item.key)}</dt>
              <dd>${textOf(item.value)}</dd>
            </div>`,
        )}
      </dl>
    </div>
    ${href && html`<a class="jump" href="${href}" target="_blank" rel="noopener">进入小程序查看</a>`}
  </div>`;
}
