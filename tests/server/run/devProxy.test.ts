import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { freePortsOf } from "../../../config/run/ports.mjs";
import { startModule, until } from "./support";

/* The address that people open during `npm run dev`. It is told line by line what happens: `direct 4001`, `began page` … */

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A server that says its name, and whether a proxy is named to it. */
async function server(name: string): Promise<number> {
  const one = createServer((request, response) => {
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.end(`${name} for ${request.headers.host} from ${request.headers["x-forwarded-for"]?.toString()}`);
  });
  servers.push(one);
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  return (one.address() as AddressInfo).port; // it listens on TCP
}

async function proxy(steps: string) {
  const [port = 0] = await freePortsOf(1);
  const { child, output } = startModule(`
import { startDevProxy } from "run/devProxy.mjs";
const { direct, began, ended } = await startDevProxy(${port});
const told = [];
let wake = () => undefined;
process.on("message", () => { told.push(1); wake(); });
const heard = async () => { if (told.length === 0) await new Promise((resolve) => (wake = resolve)); told.pop(); };
console.log("listening");
${steps}
await new Promise((resolve) => setTimeout(resolve, 60_000));`);
  await until(() => output().includes("listening"), output);
  return { address: `http://127.0.0.1:${port}`, go: () => child.send("go") };
}

/** What an open page hears: the version of what is to be seen, whenever there is a new one. */
async function openPage(address: string): Promise<{ versions: () => string[]; answer: IncomingMessage }> {
  let heard = "";
  const answer = await new Promise<IncomingMessage>((resolve) => get(`${address}/dev/edits`, resolve));
  answer.setEncoding("utf8").on("data", (text: string) => (heard += text));
  answer.on("error", () => undefined);
  return { versions: () => [...heard.matchAll(/data: \d+\.(\d+)/g)].map(([, version = ""]) => version), answer };
}

test("a server hears which host was asked", async () => {
  const { address } = await proxy(`direct(${await server("first")});`);
  expect(await (await fetch(address)).text()).toBe(`first for ${new URL(address).host} from undefined`);
});

test("an answer comes with every header of the server", async () => {
  const { address } = await proxy(`direct(${await server("first")});`);
  expect((await fetch(address)).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("a request goes to the server of the moment", async () => {
  const [first, second] = [await server("first"), await server("second")];
  const { address, go } = await proxy(`direct(${first});\nawait heard();\ndirect(${second});`);
  expect(await (await fetch(address)).text()).toMatch(/^first/);
  go();
  let words = "";
  const ask = () => void fetch(address).then(async (later) => (words = await later.text()));
  await until(() => (ask(), words.startsWith("second")));
});

test("a server that does not answer is said until the next one is found", async () => {
  const [unused = 0] = await freePortsOf(1);
  const { address } = await proxy(`direct(${unused});`);
  const answer = await fetch(address);
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain("The server does not answer; npm run dev says why.");
});

test("an open page hears of an edit once, when both what is built and what is started for it are done", async () => {
  const { address, go } = await proxy(`
await heard();
began("server"); began("page"); ended("page", true);
await heard();
ended("server", true);`);
  const page = await openPage(address);
  await until(() => page.versions().length === 1);
  go();
  go();
  await until(() => page.versions().length === 2);
  expect(page.versions()).toEqual(["0", "1"]);
  page.answer.destroy();
});

test("an open page does not hear of an edit that changes nothing or does not compile", async () => {
  const { address, go } = await proxy(`
await heard();
began("page"); ended("page", false);
began("server"); ended("server", false);
began("page"); ended("page", true);`);
  const page = await openPage(address);
  await until(() => page.versions().length === 1);
  go();
  await until(() => page.versions().length === 2);
  expect(page.versions()).toEqual(["0", "1"]);
  page.answer.destroy();
});
