import { fieldsOf, textOf, wholeOf, type Fields } from "../fields";
import { html, type Html } from "../html";

/** Where a page of the linked mini-program opens on this machine; null where nowhere. */
export type PageUrlOf = (pagepath: string) => string | null;

/** A template card, block by block in the order that WeCom's clients draw them. */
export function cardView(card: Fields, pageUrlOf: PageUrlOf): Html {
  const title = fieldsOf(card.main_title);
  const emphasis = fieldsOf(card.emphasis_content);
  const quote = fieldsOf(card.quote_area);
  return html`<div class="card" data-kind="${textOf(card.card_type)}">
    ${sourceView(fieldsOf(card.source))}
    <div class="card-body">
      ${titleView(title, hrefOf(fieldsOf(card.card_action), pageUrlOf))} ${pictureView(card)}
      ${
        textOf(emphasis.title) &&
        html`<p class="emphasis"><b>${textOf(emphasis.title)}</b><span>${textOf(emphasis.desc)}</span></p>`
      }
      ${
        textOf(quote.quote_text) &&
        html`<p class="quote">
          ${textOf(quote.title) && html`<b>${textOf(quote.title)}</b>`}${textOf(quote.quote_text)}
        </p>`
      }
      ${textOf(card.sub_title_text) && html`<p class="sub">${textOf(card.sub_title_text)}</p>`}
      ${itemsOf(card.vertical_content_list).map(
        (item) => html`<p class="vertical"><b>${textOf(item.title)}</b>${textOf(item.desc)}</p>`,
      )}
      ${rowsView(itemsOf(card.horizontal_content_list), pageUrlOf)} ${choicesView(card)}
    </div>
    ${jumpsView(itemsOf(card.jump_list), pageUrlOf)} ${buttonsView(card)}
  </div>`;
}

/** A link out of a card: its url, or the mini-program's page as this machine serves it. */
export function hrefOf(opens: Fields, pageUrlOf: PageUrlOf): string | null {
  const url = textOf(opens.url);
  if (/^https?:/i.test(url)) return url;
  return textOf(opens.pagepath) ? pageUrlOf(textOf(opens.pagepath)) : null;
}

function sourceView(source: Fields): Html | null {
  if (!textOf(source.desc)) return null;
  return html`<p class="source source-${wholeOf(source.desc_color) ?? 0}"><i></i>${textOf(source.desc)}</p>`;
}

function titleView(title: Fields, href: string | null): Html | null {
  const inner = html`${textOf(title.title) && html`<b class="title">${textOf(title.title)}</b>`}${
    textOf(title.desc) && html`<span class="desc">${textOf(title.desc)}</span>`
  }`;
  return href ? html`<a class="opens" href="${href}" target="_blank" rel="noopener">${inner}</a>` : inner;
}

function pictureView(card: Fields): Html | null {
  const area = fieldsOf(card.image_text_area);
  if (textOf(fieldsOf(card.card_image).url)) return html`<div class="picture" role="img" aria-label="卡片图片"></div>`;
  return textOf(area.image_url) ? html`<p class="quote"><b>${textOf(area.title)}</b>${textOf(area.desc)}</p>` : null;
}

function rowsView(rows: Fields[], pageUrlOf: PageUrlOf): Html | null {
  if (rows.length === 0) return null;
  return html`<dl class="rows">
    ${rows.map((row) => {
      const href = wholeOf(row.type) === 1 ? hrefOf(row, pageUrlOf) : null;
      const value = textOf(row.value);
      return html`<div>
        <dt>${textOf(row.keyname)}</dt>
        <dd>${href ? html`<a href="${href}" target="_blank" rel="noopener">${value}</a>` : value}</dd>
      </div>`;
    })}
  </dl>`;
}

function jumpsView(jumps: Fields[], pageUrlOf: PageUrlOf): Html[] {
  return jumps.map((jump) => {
    const href = hrefOf(jump, pageUrlOf);
    const text = textOf(jump.title);
    return href
      ? html`<a class="jump" href="${href}" target="_blank" rel="noopener">${text}</a>`
      : html`<span class="jump">${text}</span>`;
  });
}

/** What can be chosen in votes and forms is shown, not asked. */
function choicesView(card: Fields): Html[] {
  const selections = [card.button_selection, card.checkbox, ...itemsOf(card.select_list)].map(fieldsOf);
  return selections
    .filter((selection) => textOf(selection.question_key))
    .map((selection) => {
      const options = itemsOf(selection.option_list).map((option) => textOf(option.text));
      return html`<p class="choice"><b>${textOf(selection.title) || "选项"}</b>${options.join(" / ")}</p>`;
    });
}

/** A button that leads to a page is a link. One that calls the app back is drawn, and waits for callbacks to be built. */
function buttonsView(card: Fields): Html | null {
  const submit = fieldsOf(card.submit_button);
  const buttons = [...itemsOf(card.button_list), ...(textOf(submit.text) ? [submit] : [])];
  if (buttons.length === 0) return null;
  return html`<div class="buttons">
    ${buttons.map((button) => {
      const style = `style-${wholeOf(button.style) ?? 1}`;
      const url = wholeOf(button.type) === 1 ? textOf(button.url) : "";
      return url
        ? html`<a class="button ${style}" href="${url}" target="_blank" rel="noopener">${textOf(button.text)}</a>`
        : html`<button class="button ${style}" disabled title="在应用的页面里选择">${textOf(button.text)}</button>`;
    })}
  </div>`;
}

function itemsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
