/** Messages as WeCom's clients draw them: bubbles, template cards, markdown with its three colours. */
export const cardStyle = `
.notice { margin: 14px 0 10px; text-align: center; font-size: 12px; color: var(--text-3); }
.message { display: flex; gap: 8px; margin-top: 10px; }
.said { min-width: 0; flex: 1; }
.bubble {
  display: inline-block; max-width: 100%; padding: 9px 12px; border-radius: 4px 10px 10px 10px; background: var(--bubble); font-size: 15px;
  overflow-wrap: anywhere;
}
.read { margin-top: 4px; font-size: 11px; line-height: 1.4; color: var(--text-3); }
.read.unread { color: var(--brand); }
.at { color: var(--brand); }
.card { border-radius: 4px 10px 10px 10px; background: var(--bubble); overflow: hidden; overflow-wrap: anywhere; }
.card-body { display: grid; gap: 10px; padding: 14px; }
.source { display: flex; align-items: center; gap: 6px; padding: 12px 14px 0; font-size: 12px; line-height: 1.4; color: var(--text-3); }
.source i { width: 14px; height: 14px; border-radius: 4px; background: #1B57CC; }
.source + .card-body { padding-top: 10px; }
.source-1 { color: var(--text-1); } .source-2 { color: var(--bad); } .source-3 { color: var(--ok); }
.title { display: block; font-size: 17px; line-height: 1.4; color: var(--text-1); }
.desc { display: block; margin-top: 2px; font-size: 13px; color: var(--text-3); }
.opens { display: block; }
.opens:hover .title { color: var(--brand); }
.emphasis { padding: 6px 0 2px; text-align: center; }
.emphasis b { display: block; font-size: 28px; line-height: 1.25; letter-spacing: -.01em; }
.emphasis span { font-size: 13px; color: var(--text-3); }
.sub { font-size: 15px; line-height: 1.55; color: var(--text-1); }
.quote { padding: 8px 10px; border-radius: 6px; background: var(--chat); font-size: 13px; color: var(--text-2); }
.quote b, .vertical b { display: block; font-weight: 600; }
.vertical { font-size: 13px; color: var(--text-2); }
.picture { height: 96px; border-radius: 6px; background: var(--chat); }
.rows { display: grid; gap: 4px; font-size: 14px; }
.rows > div { display: grid; grid-template-columns: 5em 1fr; gap: 8px; }
.rows dt { color: var(--text-3); }
.rows dd { color: var(--text-1); }
.choice { font-size: 13px; color: var(--text-2); }
.choice b { display: block; }
.jump {
  display: flex; align-items: center; min-height: 44px; margin: 0 14px; border-top: 1px solid var(--line); color: var(--text-1); font-size: 15px;
}
.jump::after { content: ""; flex: none; width: 7px; height: 7px; margin-left: auto; border: solid var(--text-3); border-width: 1.5px 1.5px 0 0; transform: rotate(45deg); }
.buttons { display: grid; gap: 8px; padding: 2px 14px 14px; }
.button { display: block; min-height: 40px; padding: 8px 12px; border-radius: 6px; background: var(--chat); text-align: center; font-size: 15px; line-height: 24px; }
.style-1 { background: var(--brand-fill); color: #FFFFFF; }
.style-2 { color: var(--brand); } .style-3 { color: var(--bad); } .style-4 { color: var(--text-1); }
.markdown { line-height: 1.55; }
.markdown p + p, .markdown blockquote { margin-top: 4px; }
.markdown .h { font-size: 17px; font-weight: 600; } .markdown .h1 { font-size: 20px; } .markdown .h2 { font-size: 18px; }
.markdown .gap { height: 8px; }
.markdown blockquote { padding-left: 10px; border-left: 3px solid var(--line); color: var(--text-2); }
.markdown code { padding: 1px 5px; border-radius: 4px; background: var(--chat); font-size: 13px; }
.font-info { color: var(--ok); } .font-comment { color: var(--text-3); } .font-warning { color: #C2560C; }
.d-gray { color: var(--text-3); } .d-highlight { color: #C2560C; }
@media (prefers-color-scheme: dark) { .font-warning, .d-highlight { color: #F5A05A; } }
`;
