import { escaped, Html } from "../html";

/** Names for `<@userid>`. */
export type NameOf = (userid: string) => string;

const colours = ["info", "comment", "warning"];

/**
 * The markdown that WeCom's clients show: headings, bold, links, inline code, one level of quotes, three colours, mentions.
 * Everything else stands as typed, lists and tables too.
 */
export function markdownView(text: string, nameOf: NameOf): Html {
  const blocks: string[] = [];
  let quote: string[] = [];
  const endQuote = () => {
    if (quote.length > 0) blocks.push(`<blockquote>${quote.join("<br>")}</blockquote>`);
    quote = [];
  };
  for (const line of text.split("\n")) {
    const quoted = /^>\s?(.*)$/.exec(line);
    if (quoted) {
      quote.push(inline(quoted[1] ?? "", nameOf));
      continue;
    }
    endQuote();
    const heading = /^(#{1,6}) (.+)$/.exec(line);
    if (heading) blocks.push(`<p class="h h${heading[1]?.length ?? 1}">${inline(heading[2] ?? "", nameOf)}</p>`);
    else blocks.push(line.trim() === "" ? "<p class=gap></p>" : `<p>${inline(line, nameOf)}</p>`);
  }
  endQuote();
  return new Html(blocks.join(""));
}

function inline(text: string, nameOf: NameOf): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
    .replace(/\[([^\]]+)\]\((https?:[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener">$1</a>')
    .replace(/&lt;@([^&\s]+)&gt;/g, (_, userid: string) => `<span class="at">@${escaped(nameOf(userid))}</span>`)
    .replace(/&lt;font color=(?:&quot;|&#39;)?(\w+)(?:&quot;|&#39;)?&gt;/g, (whole, colour: string) =>
      colours.includes(colour) ? `<span class="font-${colour}">` : whole,
    )
    .replace(/&lt;\/font&gt;/g, "</span>");
}

/** A text message: line breaks, and links written as `<a href>`. */
export function textView(text: string, nameOf: NameOf): Html {
  const linked = escaped(text)
    .replace(
      /&lt;a href=(?:&quot;|&#39;)(https?:[^&\s]+(?:&amp;[^&\s]+)*)(?:&quot;|&#39;)&gt;(.*?)&lt;\/a&gt;/g,
      '<a href="$1" target="_blank" rel="noopener">$2</a>',
    )
    .replace(/&lt;@([^&\s]+)&gt;/g, (_, userid: string) => `<span class="at">@${escaped(nameOf(userid))}</span>`);
  return new Html(linked.replace(/\n/g, "<br>"));
}

/** The description of a text card knows line breaks and three classes of `div`. */
export function descriptionView(text: string): Html {
  const shown = escaped(text)
    .replace(/&lt;br\s*\/?&gt;/g, "<br>")
    .replace(
      /&lt;div class=(?:&quot;|&#39;)(gray|normal|highlight)(?:&quot;|&#39;)&gt;(.*?)&lt;\/div&gt;/gs,
      '<div class="d-$1">$2</div>',
    );
  return new Html(shown.replace(/\n/g, "<br>"));
}
