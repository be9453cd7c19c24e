/**
 * The address that people open while the product is edited. Every request goes on to the server of the moment, so that none meets
 * one that is being replaced; and pages that are open hear here when there is something new to see.
 */
import { createServer, request as ask } from "node:http";

const HOST = "127.0.0.1";
/** Where a page of `npm run dev` listens (reloadItself.js). */
const EDITS = "/dev/edits";

/** @returns `{ direct(port), began(what), ended(what, isNew), pageDone(), stop() }` */
export async function startDevProxy(port) {
  let serverPort = null;
  const pages = new Set();
  const server = createServer((request, response) => {
    if (request.url === EDITS) keepOpen(request, response);
    else forward(request, response, serverPort);
  });

  // A page that was away while something changed sees another version when it is back.
  const version = { start: Date.now(), edits: 0 };
  const tell = (response) => response.write(`data: ${version.start}.${version.edits}\n\n`);
  const keepOpen = (request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    tell(response);
    pages.add(response);
    response.once("close", () => pages.delete(response));
  };

  // What an edit changes on both sides is shown when both are done.
  const underWay = new Set();
  let isNews = false;
  const waiting = [];
  const pageDone = () => new Promise((resolve) => (underWay.has("page") ? waiting.push(resolve) : resolve()));
  const began = (what) => underWay.add(what);
  const ended = (what, isNew) => {
    underWay.delete(what);
    if (what === "page") waiting.splice(0).forEach((go) => go());
    isNews ||= isNew;
    if (!isNews || underWay.size > 0) return;
    isNews = false;
    version.edits += 1;
    pages.forEach(tell);
  };

  await new Promise((resolve, reject) => server.once("error", reject).listen({ port, host: HOST }, resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { direct: (newPort) => (serverPort = newPort), began, ended, pageDone, stop };
}

function forward(request, response, port) {
  // As if it were not there: what is for this machine alone, such as the demo's clock, is refused to whoever comes by a proxy.
  const { method, url: path, headers } = request;
  const onward = ask({ host: HOST, port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.rawHeaders);
    answer.pipe(response);
  });
  onward.once("error", (error) => {
    if (response.headersSent) return response.destroy();
    response.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
    response.end(`The server does not answer; npm run dev says why. (${error.message})\n`);
  });
  response.once("close", () => onward.destroy());
  request.pipe(onward);
}
