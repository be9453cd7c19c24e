/** Colours, type and the small marks that both pages share. Light and dark follow the system. */
export const baseStyle = `
:root {
  --page: #F3F5F8; --card: #FFFFFF; --sunken: #E9EDF2; --text-1: #16202E; --text-2: #475467; --text-3: #5F6C80;
  --line: #D9E0E8; --brand: #1B57CC; --brand-fill: #1B57CC; --brand-fill-down: #15469F; --brand-soft: #E7EEFC;
  --ok: #0A7040; --warn: #8F5200; --bad: #B8241A; --bad-fill: #D63A2E; --chat: #EDEFF2; --bubble: #FFFFFF;
  --lift: 0 1px 2px rgba(16,24,40,.06), 0 8px 24px -12px rgba(16,24,40,.18);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0E1319; --card: #171F29; --sunken: #0A0E13; --text-1: #ECF0F5; --text-2: #B5C0CD; --text-3: #94A1B2;
    --line: #2B3643; --brand: #8AB0FF; --brand-fill: #2F65D4; --brand-fill-down: #2856B8; --brand-soft: #1A2B4D;
    --ok: #5FCB94; --warn: #EFB458; --bad: #FF958B; --bad-fill: #C8382D; --chat: #0A0E13; --bubble: #1F2935;
    --lift: none;
  }
}
* { box-sizing: border-box; margin: 0; }
html { -webkit-text-size-adjust: 100%; }
body {
  background: var(--page); color: var(--text-1); font: 400 15px/1.5 -apple-system, "PingFang SC", "HarmonyOS Sans SC",
  "MiSans", "Noto Sans SC", "WenQuanYi Zen Hei", sans-serif; font-variant-numeric: tabular-nums;
}
h1, h2, h3, b { font-weight: 600; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; border: 0; background: none; text-align: inherit; }
button:disabled { cursor: default; }
a { color: var(--brand); text-decoration: none; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.avatar {
  display: inline-flex; flex: none; align-items: center; justify-content: center; width: 36px; height: 36px;
  border-radius: 8px; color: #FFFFFF; font-size: 13px; line-height: 1; letter-spacing: .02em;
}
.tone-0 { background: #3568C9; } .tone-1 { background: #0F7A63; } .tone-2 { background: #A4551A; }
.tone-3 { background: #7A4BB5; } .tone-4 { background: #B03A5B; } .tone-5 { background: #47657F; }
.app-mark {
  display: inline-flex; flex: none; align-items: center; justify-content: center; width: 36px; height: 36px;
  border-radius: 8px; background: #1B57CC; color: #FFFFFF; font-weight: 600; font-size: 16px; line-height: 1;
}
.robot-mark { background: #0F7A63; }
@media (prefers-reduced-motion: no-preference) {
  .phone, .lock, .chat, .person { transition: transform .2s cubic-bezier(.2,0,0,1), opacity .2s cubic-bezier(.2,0,0,1); }
}
`;
