/** The page of phones: a bar with the clock, and lanes of phones that are slim while locked and wide once opened. */
export const phonesStyle = `
.top {
  position: sticky; top: 0; z-index: 2; display: grid; grid-template-columns: auto 1fr auto; gap: 12px 24px; align-items: center;
  padding: 12px 24px; background: var(--card); border-bottom: 1px solid var(--line);
}
.brand { display: flex; gap: 12px; align-items: center; }
.brand h1 { font-size: 17px; line-height: 1.3; }
.brand p { font-size: 12px; color: var(--text-3); white-space: nowrap; }
.logo { position: relative; width: 36px; height: 36px; border-radius: 10px; background: #1B57CC; }
.logo i { position: absolute; width: 15px; height: 12px; border-radius: 6px 6px 6px 1px; background: #FFFFFF; left: 6px; top: 8px; }
.logo i + i { left: 15px; top: 16px; background: #8AE0B8; border-radius: 6px 6px 1px 6px; }
.people { display: flex; overflow-x: auto; justify-content: safe center; scrollbar-width: none; padding: 4px 2px; }
.people button { position: relative; flex: none; padding: 3px; border-radius: 10px; }
.people button:hover { background: var(--sunken); }
.people .avatar { display: flex; width: 28px; height: 28px; border-radius: 7px; font-size: 11px; }
.people button.on .avatar { box-shadow: 0 0 0 2px var(--card), 0 0 0 4px var(--brand); }
.people button[data-unread]:not([data-unread="0"])::after {
  content: ""; position: absolute; right: 0; top: 0; width: 10px; height: 10px; border-radius: 5px; background: var(--bad-fill);
  border: 2px solid var(--card);
}
.clock { display: grid; justify-items: end; gap: 6px; }
.clock-face { display: flex; align-items: baseline; gap: 10px; }
.clock-face time { font-size: 24px; line-height: 1.2; font-weight: 600; letter-spacing: -.01em; }
.clock-face span { color: var(--text-2); font-size: 13px; }
.moves { display: flex; flex-wrap: wrap; gap: 6px; justify-content: flex-end; font-size: 13px; }
.moves button { padding: 0 10px; min-height: 32px; border-radius: 8px; background: var(--sunken); color: var(--text-1); white-space: nowrap; }
.moves button:hover:not(:disabled) { background: var(--brand-soft); color: var(--brand); }
.moves button:disabled, .moves input:disabled { opacity: .5; }
.set { display: flex; gap: 1px; }
.set input {
  width: 190px; min-height: 32px; padding: 0 8px; border: 1px solid var(--line); border-right: 0; border-radius: 8px 0 0 8px;
  background: var(--card); font-size: 13px;
}
.set button { border-radius: 0 8px 8px 0; }
.speeds { display: flex; }
.speeds button { border-radius: 0; }
.speeds button:first-child { border-radius: 8px 0 0 8px; }
.speeds button:last-child { border-radius: 0 8px 8px 0; }
.speeds button[aria-pressed=true] { background: var(--brand-fill); color: #FFFFFF; }
.clock-fault { font-size: 12px; color: var(--warn); }
main { padding: 8px 0 48px; }
.lane h2 { padding: 16px 24px 8px; font-size: 15px; color: var(--text-2); }
.phones { display: flex; gap: 16px; padding: 4px 24px 16px; overflow-x: auto; scroll-padding: 24px; scroll-snap-type: x proximity; }
.phone { position: relative; flex: none; width: 192px; scroll-snap-align: start; }
.phone.open { width: 344px; }
.who { display: flex; align-items: center; gap: 8px; height: 48px; padding: 0 2px 8px; }
.who > div { min-width: 0; flex: 1; }
.who h3 { font-size: 15px; line-height: 1.3; white-space: nowrap; }
.who p { font-size: 12px; line-height: 1.3; color: var(--text-3); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.login { flex: none; padding: 6px 10px; border-radius: 14px; background: var(--brand-soft); font-size: 12px; line-height: 1.4; }
.phone:not(.open) .login span { display: none; }
.group-mark { display: grid; grid-template-columns: 1fr 1fr; gap: 2px; flex: none; width: 36px; height: 36px; padding: 2px; border-radius: 8px; background: var(--sunken); overflow: hidden; }
.group-mark .avatar { width: 15px; height: 15px; border-radius: 3px; font-size: 0; }
.badge {
  position: absolute; z-index: 1; right: -6px; top: 42px; min-width: 22px; padding: 0 6px; border-radius: 11px; background: var(--bad-fill);
  color: #FFFFFF; font-size: 12px; line-height: 22px; text-align: center; font-weight: 600;
}
.screen {
  position: relative; height: 560px; border-radius: 26px; overflow: hidden; background: var(--chat); border: 5px solid #1B222C;
  box-shadow: var(--lift);
}
@media (prefers-color-scheme: dark) { .screen { border-color: #39434F; } }
.lock {
  position: absolute; inset: 0; display: flex; flex-direction: column; align-items: stretch; width: 100%; padding: 36px 10px 14px;
  background: linear-gradient(170deg, #16335F 0%, #2B5FA8 55%, #6E9BD0 100%); color: #FFFFFF; text-align: center;
}
.group .lock { background: linear-gradient(170deg, #0D3B38 0%, #1D7468 55%, #72B5A0 100%); }
.lock-time { font-size: 44px; line-height: 1.1; font-weight: 400; letter-spacing: -.02em; }
.lock-day { font-size: 14px; opacity: .92; }
.notes { display: grid; gap: 8px; margin-top: 22px; }
.note {
  display: block; padding: 9px 10px 10px; border-radius: 12px; background: rgba(255,255,255,.94); color: #16202E; text-align: left;
  font-size: 12px; line-height: 1.45;
}
.note-head { display: flex; align-items: center; gap: 5px; color: #475467; font-size: 11px; }
.note-head .app-mark { width: 16px; height: 16px; border-radius: 4px; font-size: 9px; }
.note-head i { margin-left: auto; font-style: normal; }
.note b { display: block; font-size: 13px; }
.note-text { display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
.hint { margin-top: auto; font-size: 12px; opacity: .92; }
.chat { position: absolute; inset: 0; display: none; flex-direction: column; background: var(--chat); }
.open .lock { display: none; }
.open .chat { display: flex; }
.bar { display: grid; grid-template-columns: 44px 1fr 44px; align-items: center; flex: none; min-height: 48px; background: var(--card); border-bottom: 1px solid var(--line); text-align: center; font-size: 15px; }
.back { min-height: 44px; font-size: 26px; line-height: 1; text-align: center; color: var(--text-2); }
.log { flex: 1; min-height: 0; overflow-y: auto; padding: 4px 12px 20px; overscroll-behavior: contain; }
.empty { padding: 48px 0; text-align: center; color: var(--text-3); font-size: 13px; }
@media (max-width: 1100px) {
  .top { grid-template-columns: 1fr auto; }
  .people { grid-column: 1 / -1; grid-row: 2; }
  .people button { padding: 4px; }
  .people .avatar { width: 36px; height: 36px; font-size: 13px; }
}
@media (max-width: 720px) {
  .top { position: static; grid-template-columns: 1fr; padding: 12px 16px; }
  .people { grid-row: auto; margin: 0 -16px; padding: 4px 12px; }
  .clock { justify-items: start; }
  .clock-face time { font-size: 32px; }
  .moves { justify-content: flex-start; }
  .moves button, .set input { min-height: 44px; }
  .set { flex: 1 1 100%; order: 9; }
  .set input { flex: 1; }
  .login { padding: 12px 14px; border-radius: 22px; }
  .lane h2 { padding: 16px 16px 8px; }
  .phones { padding: 4px 16px 16px; gap: 14px; scroll-padding: 16px; }
  .phone.open { width: calc(100vw - 32px); max-width: 344px; }
}
`;
