import { findDepartment, findMember } from "../directory";
import { fieldsOf, textOf } from "../fields";
import { html, type Html } from "../html";
import { sentenceOf } from "../sentenceOf";
import type { SimulatorState } from "../simulatorState";
import type { Member, Robot } from "../world";
import type { PageUrlOf } from "./cardView";
import { messageView, type ShownMessage } from "./messageView";
import { dayText, momentText, timeText } from "./shanghaiText";

/** A phone or a group as the page shows it: what lies on the lock screen, and the chat behind it. */
export interface Panel {
  /** `members/<userid>` or `robots/<key>`, as in the control API. */
  id: string;
  unreadCount: number;
  inner: Html;
}

interface Chat {
  messages: ShownMessage[];
  title: string;
  /** Who speaks in it. */
  sender: Html;
  senderName: string;
  pageUrlOf: PageUrlOf;
}

const shownMax = 60;
const timeGapMs = 5 * 60_000;

export function memberPanel(state: SimulatorState, member: Member, productUrl: string | null): Panel {
  const own = state.mailbox.toMembers.filter((one) => one.userid === member.userid);
  const loginUrl = productUrl === null ? null : personUrl(productUrl, member.userid);
  const app = state.world.agents[0]?.name ?? "应用";
  const heading = html`<header class="who">
    ${avatarView(member.name, member.userid)}
    <div>
      <h3>${member.name}</h3>
      <p>${member.position}</p>
    </div>
    ${loginUrl && html`<a class="login" href="${loginUrl}" target="_blank" rel="noopener">登录<span> ${app}</span></a>`}
  </header>`;
  return panelOf(state, `members/${member.userid}`, heading, {
    messages: own,
    title: app,
    sender: html`<span class="app-mark" aria-hidden="true">${app.slice(0, 1)}</span>`,
    senderName: app,
    pageUrlOf: (pagepath) => (loginUrl === null ? null : `${loginUrl}/#/${pagepath.replace(/^\//, "")}`),
  });
}

export function groupPanel(state: SimulatorState, robot: Robot, productUrl: string | null): Panel {
  const own = state.mailbox.toGroups.filter((one) => one.robotKey === robot.key);
  const members = state.world.members.filter((member) => member.department.includes(robot.departmentId));
  const heading = html`<header class="who">
    <span class="group-mark" aria-hidden="true"
      >${members.slice(0, 4).map((one) => avatarView(one.name, one.userid))}</span
    >
    <div>
      <h3>${robot.name}</h3>
      <p>群聊 · ${members.length} 人</p>
    </div>
  </header>`;
  return panelOf(state, `robots/${robot.key}`, heading, {
    messages: own,
    title: `${robot.name} (${members.length})`,
    sender: html`<span class="app-mark robot-mark" aria-hidden="true">机</span>`,
    senderName: "群机器人",
    pageUrlOf: (pagepath) => (productUrl === null ? null : `${productUrl}/#/${pagepath.replace(/^\//, "")}`),
  });
}

/** One origin per person, so that a rep and a manager can be logged in side by side. */
export function personUrl(productUrl: string, userid: string): string {
  const url = new URL(productUrl);
  if (url.hostname === "localhost" || url.hostname === "127.0.0.1") url.hostname = `${userid}.localhost`;
  return url.origin;
}

const avatarTones = 6;

export function avatarView(name: string, userid: string): Html {
  const tone = [...userid].reduce((sum, character) => sum + character.charCodeAt(0), 0) % avatarTones;
  return html`<span class="avatar tone-${tone}" aria-hidden="true">${name.slice(-2)}</span>`;
}

function panelOf(state: SimulatorState, id: string, heading: Html, chat: Chat): Panel {
  const unread = chat.messages.filter((one) => one.readAt === null && !one.recalled);
  const now = state.businessNow();
  const inner = html`${heading}
    ${unread.length > 0 && html`<span class="badge" aria-label="${unread.length} 条未读">${unread.length}</span>`}
    <div class="screen">
      <button class="lock" data-open>
        <span class="lock-time" data-clock="time">${timeText(now)}</span>
        <span class="lock-day" data-clock="day">${dayText(now)}</span>
        <span class="notes">
          ${unread
            .slice(-3)
            .reverse()
            .map((message) => noteView(message, chat))}
        </span>
        <span class="hint">${lockHint(unread.length, chat.messages.length)}</span>
      </button>
      <section class="chat" aria-label="${chat.title}">
        <div class="bar">
          <button class="back" data-close aria-label="锁屏">‹</button>
          <b>${chat.title}</b>
        </div>
        <div class="log" role="log" tabindex="0">${logView(state, chat)}</div>
      </section>
    </div>`;
  return { id, unreadCount: unread.length, inner };
}

function lockHint(unreadCount: number, messagesCount: number): string {
  if (unreadCount > 3) return `还有 ${unreadCount - 3} 条，点开查看`;
  if (unreadCount > 0) return "点开查看";
  return messagesCount > 0 ? "没有新消息" : "还没有消息";
}

function noteView(message: ShownMessage, chat: Chat): Html {
  const title = textOf(fieldsOf(message.content.main_title).title) || textOf(message.content.title);
  return html`<span class="note">
    <span class="note-head">${chat.sender}${chat.senderName}<i>${timeText(new Date(message.shownAt))}</i></span>
    ${title && html`<b>${title}</b>`}
    <span class="note-text">${plain(sentenceOf(message))}</span>
  </span>`;
}

/** A lock screen shows the words without the signs of markdown and the tags of texts and text cards. */
function plain(text: string): string {
  return text
    .replace(/<@[^>]+>\s?|<\/?(?:font|div|a|br)\b[^>]*>|\*\*|`|^(?:>|#{1,6} )\s?/gm, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}

function logView(state: SimulatorState, chat: Chat): Html[] {
  const shown = chat.messages.slice(-shownMax);
  const nameOf = (userid: string) => (userid === "@all" ? "所有人" : (findMember(state.world, userid)?.name ?? userid));
  if (shown.length === 0) return [html`<p class="empty">这里还没有消息</p>`];
  return shown.map((message, place) => {
    const before = shown[place - 1];
    const gapMs = before ? Date.parse(message.shownAt) - Date.parse(before.shownAt) : Infinity;
    const time = Math.abs(gapMs) > timeGapMs && html`<p class="notice">${momentText(new Date(message.shownAt))}</p>`;
    return html`${time}${messageView(message, chat.sender, nameOf, chat.pageUrlOf)}`;
  });
}

/** The name of the department whose lane a member stands in. */
export function laneOf(state: SimulatorState, member: Member): string {
  return findDepartment(state.world, member.department[0] ?? 1)?.name ?? "";
}
