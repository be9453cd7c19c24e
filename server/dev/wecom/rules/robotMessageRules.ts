import { createHash } from "node:crypto";
import { bytesOf, cutToBytes, fieldsOf, listOf, textOf, type Fields } from "../fields";
import { Refusal, refuseUnless } from "../refusal";
import { checkCard } from "./cardRules";

type ContentRule = (content: Fields) => Fields;

/** An over-long content is refused whole, in just these words. */
function withinBytes(kind: string, text: string, bytesMax: number): string {
  const refusal = `${kind}.content exceed max length ${bytesMax}. invalid Request Parameter`;
  refuseUnless(bytesOf(text) <= bytesMax, 40058, refusal);
  return text;
}

const markdown =
  (kind: string): ContentRule =>
  (content) => {
    const text = textOf(content.content);
    refuseUnless(text, 93017, `${kind} content is empty`);
    return { content: withinBytes(kind, text, 4096) };
  };

const media: ContentRule = (content) => {
  refuseUnless(textOf(content.media_id), 41006, "media_id missing");
  // Nothing was uploaded by this robot, so no media_id can be a valid one.
  throw new Refusal(40007, "invalid media_id");
};

const rules: Record<string, ContentRule> = {
  text: (content) => {
    const text = textOf(content.content);
    refuseUnless(text, 44004, "text content is empty");
    return { content: withinBytes("text", text, 2048) };
  },
  markdown: markdown("markdown"),
  markdown_v2: markdown("markdown_v2"),
  image: (content) => {
    const bytes = Buffer.from(textOf(content.base64), "base64");
    refuseUnless(bytes.length > 0, 44001, "empty media data");
    refuseUnless(bytes.length <= 2 * 1024 * 1024, 93018, "image size out of limit");
    refuseUnless(isPicture(bytes), 40004, "invalid media type");
    const md5 = createHash("md5").update(bytes).digest("hex");
    refuseUnless(textOf(content.md5).toLowerCase() === md5, 301019, "md5 not match");
    return { base64: textOf(content.base64), md5 };
  },
  news: (content) => {
    const articles = listOf(content.articles, "articles").map(fieldsOf);
    refuseUnless(articles.length > 0, 41016, "missing title");
    refuseUnless(articles.length <= 8, 45008, "article number out of limit");
    return {
      articles: articles.map((article) => {
        refuseUnless(textOf(article.title), 41016, "missing title");
        refuseUnless(textOf(article.url), 41010, "missing url");
        return {
          ...article,
          title: cutToBytes(textOf(article.title), 128),
          description: cutToBytes(textOf(article.description), 512),
        };
      }),
    };
  },
  file: media,
  voice: media,
  template_card: (content) => {
    checkCard(content, ["text_notice", "news_notice"]);
    return content;
  },
};

export function robotMessageContent(msgtype: string, body: Fields): { content: Fields; mentioned: string[] } {
  const rule = Object.hasOwn(rules, msgtype) ? rules[msgtype] : undefined;
  refuseUnless(rule, 40008, "invalid message type");
  const given = fieldsOf(body[msgtype]);
  const content = rule(given);
  // A list of mentions counts in a text only; the inline form in text and markdown.
  const listed = msgtype === "text" ? listOf(given.mentioned_list, "mentioned_list").map(textOf) : [];
  const inline = ["text", "markdown"].includes(msgtype)
    ? [...textOf(content.content).matchAll(/<@([^<>]+)>/g)].map((match) => match[1] ?? "")
    : [];
  return { content, mentioned: [...new Set([...listed, ...inline])].filter(Boolean) };
}

function isPicture(bytes: Buffer): boolean {
  const jpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const png = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  return jpeg || png;
}
