import { bytesOf, cutToBytes, cutToCharacters, fieldsOf, listOf, textOf, type Fields } from "../fields";
import type { Limits } from "../limits";
import { Refusal, refuseUnless } from "../refusal";
import type { Agent } from "../world";
import { callsBack, checkCard } from "./cardRules";

/** Checks the content of an app message and gives it back as a phone would show it. */
type ContentRule = (content: Fields, app: { agent: Agent; limits: Limits }) => Fields;

const media: ContentRule = (content) => {
  refuseUnless(textOf(content.media_id), 41006, "media_id missing");
  // Nothing was uploaded here, so no media_id can be a valid one.
  throw new Refusal(40007, "invalid media_id");
};

const rules: Record<string, ContentRule> = {
  text: (content, { limits }) => {
    const text = textOf(content.content);
    refuseUnless(text, 44004, "text content is empty");
    refuseUnless(limits.longText === "cut" || bytesOf(text) <= 2048, 45002, "message content size out of limit");
    return { content: cutToBytes(text, 2048) };
  },
  markdown: (content) => {
    const text = textOf(content.content);
    refuseUnless(text, 44004, "markdown content is empty");
    refuseUnless(bytesOf(text) <= 2048, 45002, "message content size out of limit");
    return { content: text };
  },
  textcard: (content) => {
    refuseUnless(textOf(content.title), 41016, "missing title");
    refuseUnless(textOf(content.description), 41033, "missing description");
    const url = textOf(content.url);
    refuseUnless(url, 41010, "missing url");
    refuseUnless(bytesOf(url) <= 2048, 40039, "url too long");
    refuseUnless(/^https?:\/\//i.test(url), 45034, "url should start with http or https");
    return {
      title: cutToCharacters(textOf(content.title), 128),
      description: cutToCharacters(textOf(content.description), 512),
      url,
      btntxt: cutToCharacters(textOf(content.btntxt) || "详情", 4),
    };
  },
  image: media,
  voice: media,
  file: media,
  video: media,
  news: (content) => {
    const articles = articlesOf(content);
    return {
      articles: articles.map((article) => {
        refuseUnless(textOf(article.title), 41016, "missing title");
        const leads = textOf(article.url) || (textOf(article.appid) && textOf(article.pagepath));
        refuseUnless(leads, 41010, "missing url");
        refuseUnless(bytesOf(textOf(article.pagepath)) <= 128, 40058, "pagepath exceed max length 128");
        return {
          ...article,
          title: cutToBytes(textOf(article.title), 128),
          description: cutToBytes(textOf(article.description), 512),
        };
      }),
    };
  },
  mpnews: (content) => {
    for (const article of articlesOf(content)) {
      refuseUnless(textOf(article.title), 41016, "missing title");
      refuseUnless(textOf(article.content), 44004, "content is empty");
      refuseUnless(bytesOf(textOf(article.author)) <= 64, 45032, "author out of limit");
      refuseUnless(bytesOf(textOf(article.content)) <= 666 * 1024, 45002, "message content size out of limit");
      refuseUnless(textOf(article.thumb_media_id), 41006, "media_id missing");
    }
    throw new Refusal(40007, "invalid media_id");
  },
  miniprogram_notice: (content, { agent }) => {
    const appId = textOf(content.appid);
    refuseUnless(appId, 90200, "missing mini-program appid");
    refuseUnless(appId === agent.miniProgramAppId, 90206, "mini-program not linked to the corp");
    refuseUnless(textOf(content.title), 41016, "missing title");
    refuseUnless(bytesOf(textOf(content.page)) <= 1024, 90204, "invalid mini-program page");
    const items = listOf(content.content_item, "content_item").map(fieldsOf);
    refuseUnless(items.length <= 10, 90201, "content_item exceed max size 10");
    for (const item of items) {
      refuseUnless([...textOf(item.key)].length <= 10, 90202, "content_item key too long");
      refuseUnless([...textOf(item.value)].length <= 30, 90203, "content_item value too long");
    }
    return content;
  },
  template_card: (content, { agent }) => {
    checkCard(content);
    refuseUnless(agent.hasCallback || !callsBack(content), 43012, "need to set callback url for agent");
    return content;
  },
};

export function appMessageContent(
  msgtype: string,
  body: Fields,
  app: { agent: Agent; limits: Limits },
): { content: Fields; responds: boolean; taskId: string | null } {
  const rule = Object.hasOwn(rules, msgtype) ? rules[msgtype] : undefined;
  refuseUnless(rule, 40008, "invalid message type");
  const content = rule(fieldsOf(body[msgtype]), app);
  const card = msgtype === "template_card";
  return { content, responds: card && callsBack(content), taskId: (card && textOf(content.task_id)) || null };
}

function articlesOf(content: Fields): Fields[] {
  const articles = listOf(content.articles, "articles").map(fieldsOf);
  refuseUnless(articles.length > 0, 41016, "missing title");
  refuseUnless(articles.length <= 8, 45008, "article number out of limit");
  return articles;
}
