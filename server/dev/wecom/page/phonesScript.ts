/** Runs in the browser and must not use anything from outside itself. */
function phones(): void {
  const top = document.querySelector<HTMLElement>(".top");
  const opened = new Set<string>(JSON.parse(localStorage.getItem("opened") ?? "[]") as string[]);
  const clock = {
    nowMs: Date.parse(top?.dataset.now ?? ""),
    speed: Number(top?.dataset.speed),
    alive: top?.dataset.alive === "true",
    readAtMs: performance.now(),
  };
  const shown = new Map<string, string>();
  let revision = "";

  const businessNow = () => new Date(clock.nowMs + (performance.now() - clock.readAtMs) * clock.speed);
  const phoneOf = (id: string) => document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(id)}"]`);

  function post(path: string, body: object): Promise<Response> {
    const headers = { "Content-Type": "application/json" };
    return fetch(`/_control/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }

  function tick(): void {
    const local = new Date(businessNow().getTime() + 8 * 3_600_000);
    const [date = "", time = ""] = local.toISOString().split("T");
    const [year, month, day] = date.split("-").map(Number);
    const weekday = `周${"日一二三四五六".charAt(local.getUTCDay())}`;
    const texts: Record<string, string> = {
      time: time.slice(0, 5),
      "time-s": time.slice(0, 8),
      day: `${month}月${day}日 ${weekday}`,
      "day-long": `${year}年${month}月${day}日 ${weekday}`,
    };
    for (const place of document.querySelectorAll<HTMLElement>("[data-clock]")) {
      const text = texts[place.dataset.clock ?? ""] ?? "";
      if (place.textContent !== text) place.textContent = text;
    }
    for (const button of document.querySelectorAll<HTMLElement>("[data-speed-to]"))
      button.setAttribute("aria-pressed", String(clock.alive && Number(button.dataset.speedTo) === clock.speed));
    for (const control of document.querySelectorAll<HTMLInputElement>(".moves button, .moves input"))
      control.disabled = !clock.alive;
    const fault = document.querySelector<HTMLElement>(".clock-fault");
    if (fault) fault.hidden = clock.alive;
    const at = document.querySelector<HTMLInputElement>(".set input");
    if (at && at.value === "") at.value = local.toISOString().slice(0, 16);
  }

  /** Opens or locks a phone. Whoever opens one has read what is in it. */
  function mark(id: string, open: boolean): void {
    if (open) opened.add(id);
    else opened.delete(id);
    localStorage.setItem("opened", JSON.stringify([...opened]));
    const phone = phoneOf(id);
    phone?.classList.toggle("open", open);
    document.querySelector(`[data-goto="${id}"]`)?.classList.toggle("on", open);
    if (open && phone) {
      readIfUnread(phone, id);
      scrollToLast(phone);
    }
  }

  function readIfUnread(phone: HTMLElement, id: string): void {
    if (Number(phone.dataset.unread) > 0) void post(`${id}/read`, {}).then(refresh);
  }

  function scrollToLast(phone: HTMLElement): void {
    const log = phone.querySelector(".log");
    if (log) log.scrollTop = log.scrollHeight;
  }

  /** Where somebody has scrolled to; kept unless there is something new. */
  function placeIn(phone: HTMLElement): { count: number; scrollTop: number } {
    const scrollTop = phone.querySelector(".log")?.scrollTop ?? 0;
    return { count: phone.querySelectorAll(".message").length, scrollTop };
  }

  async function refresh(): Promise<void> {
    const answer = await fetch(`/_page/changes?revision=${revision}`).catch(() => null);
    if (!answer?.ok) return;
    const changes = (await answer.json()) as {
      revision: string;
      clock: { now: string; speed: number } | null;
      panels: { id: string; unreadCount: number; html: string }[];
    };
    revision = changes.revision;
    clock.alive = changes.clock !== null;
    if (changes.clock) {
      clock.nowMs = Date.parse(changes.clock.now);
      clock.speed = changes.clock.speed;
      clock.readAtMs = performance.now();
    }
    for (const { id, unreadCount, html } of changes.panels) {
      const phone = phoneOf(id);
      if (!phone || shown.get(id) === html) continue;
      shown.set(id, html);
      const before = placeIn(phone);
      phone.innerHTML = html;
      phone.dataset.unread = String(unreadCount);
      document.querySelector(`[data-goto="${id}"]`)?.setAttribute("data-unread", String(unreadCount));
      if (!opened.has(id)) continue;
      readIfUnread(phone, id);
      const log = phone.querySelector(".log");
      if (log && placeIn(phone).count === before.count) log.scrollTop = before.scrollTop;
      else scrollToLast(phone);
    }
    tick();
  }

  function setClock(change: { now?: string; speed?: number }): void {
    void post("clock", change).then(refresh);
  }

  /** As the wire wants an instant: with the offset of Shanghai. */
  function shanghai(instant: Date): string {
    return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) + "+08:00";
  }

  function nextTime(time: string): string {
    const today = shanghai(businessNow()).slice(0, 10);
    const at = new Date(`${today}T${time}:00+08:00`);
    const passed = at.getTime() <= businessNow().getTime();
    return shanghai(passed ? new Date(at.getTime() + 86_400_000) : at);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
    if (!target) return;
    const panel = target.closest<HTMLElement>("[data-panel]")?.dataset.panel ?? "";
    const { goto: goTo, moveMs, moveTo, speedTo } = target.dataset;
    if ("open" in target.dataset) mark(panel, true);
    if ("close" in target.dataset) mark(panel, false);
    if (goTo) {
      mark(goTo, true);
      phoneOf(goTo)?.scrollIntoView({ behavior: "smooth", block: "center", inline: "center" });
    }
    if (moveMs) setClock({ now: shanghai(new Date(businessNow().getTime() + Number(moveMs))) });
    if (moveTo) setClock({ now: nextTime(moveTo) });
    if (speedTo) setClock({ speed: Number(speedTo) });
  });
  document.querySelector(".set")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const at = document.querySelector<HTMLInputElement>(".set input");
    if (at?.value) setClock({ now: `${at.value}:00+08:00` });
  });

  for (const id of opened) mark(id, true);
  tick();
  setInterval(tick, 250);
  setInterval(() => void refresh(), 1000);
  void refresh();
}

// Some bundlers wrap functions in a helper named __name, which a browser does not have.
export const phonesScript = `var __name=(f)=>f;(${phones.toString()})()`;
