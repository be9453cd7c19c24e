import { html, Html } from "../html";
import { baseStyle } from "./baseStyle";
import { cardStyle } from "./cardStyle";
import { phonesStyle } from "./phonesStyle";
import { pickerStyle } from "./pickerStyle";

/** A whole page. Everything it needs is in it: no other file, host or font. */
export function pageShell(title: string, body: Html, page: "phones" | "picker"): string {
  const styles = baseStyle + (page === "phones" ? phonesStyle + cardStyle : pickerStyle);
  return html`${new Html("<!doctype html>")}
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(styles)}
        </style>
      </head>
      <body class="page-${page}">
        ${body}
      </body>
    </html>`.text;
}
