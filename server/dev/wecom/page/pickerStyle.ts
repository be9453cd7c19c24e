/** The person picker: a sheet that fits a phone, in the middle of a larger screen. */
export const pickerStyle = `
.page-picker { min-height: 100vh; }
.sheet { max-width: 480px; margin: 0 auto; padding: 32px 16px 24px; }
.sheet header { display: grid; justify-items: center; gap: 6px; padding-bottom: 20px; text-align: center; }
.sheet header .app-mark { width: 56px; height: 56px; border-radius: 14px; font-size: 26px; margin-bottom: 6px; }
.sheet h1 { font-size: 20px; line-height: 1.3; }
.sheet header p, footer { font-size: 13px; color: var(--text-3); overflow-wrap: anywhere; }
.sheet h2 { padding: 16px 4px 8px; font-size: 13px; line-height: 1.4; color: var(--text-2); }
.people { border-radius: 12px; background: var(--card); overflow: hidden; box-shadow: var(--lift); }
.person { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 60px; padding: 10px 14px; }
.person:hover { background: var(--brand-soft); }
.person > span:last-child { display: grid; }
.person b { font-size: 16px; line-height: 1.35; }
.person small { font-size: 13px; line-height: 1.4; color: var(--text-3); }
.people form + form .person { border-top: 1px solid var(--line); }
.suggested .person { border-radius: 12px; background: var(--brand-fill); color: #FFFFFF; min-height: 72px; }
.suggested .person:hover { background: var(--brand-fill-down); }
.suggested .person small { color: #FFFFFF; }
.outsider { background: #5F6C80; }
footer { padding: 20px 4px 0; text-align: center; }
.refused { padding-top: 96px; text-align: center; display: grid; gap: 8px; }
.refused p { color: var(--text-2); }
.refused .errcode { font-size: 13px; color: var(--text-3); }
`;
