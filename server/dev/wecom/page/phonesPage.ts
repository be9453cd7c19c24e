import { html, Html } from "../html";
import type { ClockReading } from "../businessClock";
import type { SimulatorState } from "../simulatorState";
import { avatarView, groupPanel, laneOf, memberPanel, type Panel } from "./panelView";
import { phonesScript } from "./phonesScript";
import { pageShell } from "./pageShell";

interface Lane {
  name: string;
  panels: Panel[];
}

/**
 * Every phone and group, in lanes by department: the group first, then who leads it, then the others. Departments
 * without a group share the last lane.
 */
export function lanesOf(state: SimulatorState, productUrl: string | null): Lane[] {
  const { departments, members, robots } = state.world;
  const lanes = departments
    .map((department) => {
      const leads = (userid: string) => (department.leaders.includes(userid) ? 0 : 1);
      const inLane = members.filter((member) => member.status !== 5 && laneOf(state, member) === department.name);
      const sorted = [...inLane].sort((a, b) => leads(a.userid) - leads(b.userid));
      const groups = robots.filter((robot) => robot.departmentId === department.id && robot.state !== "removed");
      return {
        name: department.name,
        panels: [
          ...groups.map((robot) => groupPanel(state, robot, productUrl)),
          ...sorted.map((member) => memberPanel(state, member, productUrl)),
        ],
      };
    })
    .filter((lane) => lane.panels.length > 0);
  const isTeam = (lane: Lane) => lane.panels.some((panel) => panel.id.startsWith("robots/"));
  const others = lanes.filter((lane) => !isTeam(lane));
  const last = { name: others.map((lane) => lane.name).join(" · "), panels: others.flatMap((lane) => lane.panels) };
  return [...lanes.filter(isTeam), ...(others.length > 0 ? [last] : [])];
}

export function phonesPage(state: SimulatorState, clock: ClockReading | null, productUrl: string | null): string {
  const lanes = lanesOf(state, productUrl);
  const body = html`${topBar(state, clock, productUrl)}
    <main>
      ${lanes.map(
        (lane) =>
          html`<section class="lane" aria-label="${lane.name}">
            <h2>${lane.name}</h2>
            <div class="phones">
              ${lane.panels.map((panel) => {
                const kind = panel.id.startsWith("robots/") ? "group" : "person";
                return html`<article class="phone ${kind}" data-panel="${panel.id}" data-unread="${panel.unreadCount}">
                  ${panel.inner}
                </article>`;
              })}
            </div>
          </section>`,
      )}
    </main>
    <script>
      ${new Html(phonesScript)};
    </script>`;
  return pageShell("企业微信模拟器", body, "phones");
}

function topBar(state: SimulatorState, clock: ClockReading | null, productUrl: string | null): Html {
  const now = (clock?.now ?? state.businessNow()).toISOString();
  const leads = productUrl !== null;
  return html`<header
    class="top"
    data-now="${now}"
    data-speed="${clock?.speed ?? 1}"
    data-alive="${String(clock !== null)}"
  >
    <div class="brand">
      <span class="logo" aria-hidden="true"><i></i><i></i></span>
      <div>
        <h1>企业微信模拟器</h1>
        <p>${state.world.corpName} · ${state.world.members.length} 人的手机和群</p>
      </div>
    </div>
    <nav class="people" aria-label="打开谁的手机">
      ${state.world.members.map(
        (member) =>
          html`<button
            data-goto="members/${member.userid}"
            title="${member.name}的手机"
            aria-label="打开${member.name}的手机"
          >
            ${avatarView(member.name, member.userid)}
          </button>`,
      )}
    </nav>
    ${
      leads &&
      html`<section class="clock" aria-label="演示时钟">
        <p class="clock-face">
          <time data-clock="time-s">--:--:--</time>
          <span data-clock="day-long"></span>
        </p>
        <div class="moves">
          <button data-move-ms="3600000">+1 小时</button>
          <button data-move-ms="86400000">+1 天</button>
          <button data-move-to="18:40">到 18:40</button>
          <form class="set">
            <input type="datetime-local" name="at" aria-label="设定时间" required />
            <button>设定</button>
          </form>
          <div class="speeds" role="group" aria-label="快慢">
            <button data-speed-to="0">停</button>
            <button data-speed-to="1">×1</button>
            <button data-speed-to="60">×60</button>
          </div>
        </div>
        <p class="clock-fault" hidden>产品没有应答，时钟暂时不能动。</p>
      </section>`
    }
  </header>`;
}
