import { findDepartment } from "../directory";
import { html, type Html } from "../html";
import type { LoginRequest } from "../loginPages";
import type { Member, World } from "../world";
import { pageShell } from "./pageShell";
import { avatarView } from "./panelView";

/** The authorize page: WeCom knows who holds the phone, here one says it. */
export function pickerPage(world: World, login: LoginRequest): string {
  const suggested = world.members.find((member) => login.redirectUri.hostname === `${member.userid}.localhost`);
  const others = world.members.filter((member) => member !== suggested && member.status !== 5);
  const departments = world.departments.filter((one) => others.some((member) => member.department[0] === one.id));
  const body = html`<main class="sheet">
    <header>
      <span class="app-mark" aria-hidden="true">${login.agent.name.slice(0, 1)}</span>
      <h1>登录 ${login.agent.name}</h1>
      <p>${world.corpName} · 回到 ${login.redirectUri.host}</p>
    </header>
    ${suggested && html`<div class="suggested">${personView(world, login, suggested, true)}</div>`}
    ${departments.map(
      (department) =>
        html`<section>
          <h2>${department.name}</h2>
          <div class="people">
            ${others
              .filter((member) => member.department[0] === department.id)
              .map((member) => personView(world, login, member, false))}
          </div>
        </section>`,
    )}
    <section>
      <h2>不在这家企业</h2>
      <div class="people">${outsiderView(world, login)}</div>
    </section>
    <footer>模拟器的授权页。真实的企业微信里，手机是谁的就是谁。</footer>
  </main>`;
  return pageShell(`登录 ${login.agent.name}`, body, "picker");
}

export function refusedPage(errcode: number, text: string): string {
  const body = html`<main class="sheet refused">
    <h1>无法登录</h1>
    <p>${text}</p>
    <p class="errcode">错误码 ${errcode}</p>
  </main>`;
  return pageShell("无法登录", body, "picker");
}

function personView(world: World, login: LoginRequest, member: Member, suggested: boolean): Html {
  const department = findDepartment(world, member.department[0] ?? 1);
  const leader = department?.leaders.includes(member.userid);
  const detail = suggested ? `${member.position} · ${department?.name ?? ""}` : member.position;
  return choiceView(
    world,
    login,
    member.userid,
    html`${avatarView(member.name, member.userid)}<span
        ><b>${suggested ? `以${member.name}登录` : member.name}</b
        ><small>${detail}${leader && " · 负责人"}</small></span
      >`,
  );
}

function outsiderView(world: World, login: LoginRequest): Html {
  const inner = html`<span class="avatar outsider" aria-hidden="true">外</span
    ><span><b>外部联系人</b><small>用来看陌生人会遇到什么</small></span>`;
  return choiceView(world, login, "", inner);
}

function choiceView(world: World, login: LoginRequest, userid: string, inner: Html): Html {
  return html`<form method="post" action="/connect/oauth2/choice">
    <input type="hidden" name="appid" value="${world.corpId}" />
    <input type="hidden" name="agentid" value="${login.agentId ?? ""}" />
    <input type="hidden" name="redirect_uri" value="${login.redirectUri.href}" />
    <input type="hidden" name="state" value="${login.state}" />
    <input type="hidden" name="userid" value="${userid}" />
    <button class="person">${inner}</button>
  </form>`;
}
