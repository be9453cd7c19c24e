import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { request } from "node:http";
import type { TestApp } from "../../support/startTestApp";
import { rep, startApp } from "./givenApp";

let app: TestApp;
let h5: string;
beforeAll(async () => {
  h5 = await mkdtemp(path.join(tmpdir(), "xiaoli-h5-"));
  await mkdir(path.join(h5, "js"));
  await writeFile(path.join(h5, "index.html"), "<!doctype html><title>销励</title>");
  await writeFile(path.join(h5, "js/app.0a1b2c3d.js"), "1;".repeat(2_000));
});
beforeEach(async () => {
  app = await startApp({ settings: { H5_DIR: h5 } });
});
afterAll(() => rm(h5, { recursive: true }));

const open = (address: string, headers: Record<string, string> = { accept: "text/html" }) =>
  fetch(`${app.baseUrl}${address}`, { headers, redirect: "manual" });

describe("the H5 page", () => {
  it("is asked for again each time at the root", async () => {
    const response = await open("/");
    expect(await response.text()).toContain("销励");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it("keeps files with a hash in their name for good", async () => {
    const response = await open("/js/app.0a1b2c3d.js", { "accept-encoding": "gzip" });
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  it("sends files with a hash in their name packed", async () => {
    const response = await open("/js/app.0a1b2c3d.js", { "accept-encoding": "gzip" });
    expect(response.headers.get("content-encoding")).toBe("gzip");
  });

  it("leads every other address that a person opens to the one page", async () => {
    const response = await open("/pages/tabs/home/index");
    expect([response.status, response.headers.get("location")]).toEqual([302, "/"]);
    expect((await open("/js/missing.js")).status).toBe(404);
  });

  it("is kept by browsers through the worker of its build, which is asked for again each time", async () => {
    await writeFile(path.join(h5, "worker.js"), "// keeps");
    const response = await open("/worker.js");
    expect(await response.text()).toBe("// keeps");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("content-type")).toContain("javascript");
  });

  it.each([
    ["a setting says so", { settings: { OFFLINE_PAGES: "0" }, built: true }],
    ["a build has no worker", { settings: {}, built: false }],
  ])("is given up by browsers that keep it where %s", async (_, { settings, built }) => {
    await rm(path.join(h5, "worker.js"), { force: true });
    if (built) await writeFile(path.join(h5, "worker.js"), "// keeps");
    app = await startApp({ settings: { H5_DIR: h5, ...settings } });
    const response = await open("/worker.js");
    expect(await response.text()).toContain("registration.unregister()");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it("says so where it has not been built", async () => {
    const unbuilt = await startApp({ settings: { H5_DIR: path.join(h5, "not-there") } });
    const response = await fetch(`${unbuilt.baseUrl}/`, { headers: { accept: "text/html" } });
    expect([response.status, await response.text()]).toEqual([404, "The H5 page has not been built yet."]);
    app = await startApp({ settings: { H5_DIR: h5 } });
  });
});

describe("every answer", () => {
  it("says what browsers may do with it", async () => {
    const { headers } = await open("/");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'self';img-src 'self' data: blob:;media-src 'self' blob:;font-src 'self' data:;style-src 'self' 'unsafe-inline';" +
        "frame-ancestors 'self';base-uri 'self';form-action 'self';object-src 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull(); // plain http
  });

  it("says what time it is in the business, refusals too", async () => {
    for (const address of ["/", "/api/v1/me", "/healthz", "/api/v1/nothing"]) {
      expect((await open(address)).headers.get("x-server-now")).toBe("2026-03-26T01:00:00.000Z");
    }
  });

  it("of the API is kept by nobody", async () => {
    expect((await open("/api/v1/me")).headers.get("cache-control")).toBe("no-store");
  });
});

describe("operators", () => {
  it("see whether it lives, is ready and how it does", async () => {
    expect(await (await open("/healthz")).json()).toEqual({ status: "ok" });
    expect(await (await open("/readyz")).json()).toEqual({
      status: "ready",
      checks: { database: true, version: true, fieldKeys: true },
      wecom: { state: "unwatched" },
      directoryReadAt: null,
    });
    await app.me(rep.memberId);
    const metrics = await (await open("/metrics")).text();
    expect(metrics).toContain('http_request_duration_seconds_count{operation="me.read",status="200"} 1');
  });

  it("keep the numbers to themselves: who comes through a proxy does not see them", async () => {
    expect((await open("/metrics", { accept: "text/plain", "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
  });
});

describe("the documentation", () => {
  it("shows the API on a page that loads nothing from elsewhere, outside production", async () => {
    const page = await (await open("/docs")).text();
    expect(page).toContain('spec-url="/openapi.json"');
    expect(page).not.toMatch(/https?:\/\//);
    expect((await open("/docs/rapidoc.js")).headers.get("content-type")).toContain("javascript");
  });

  describe.each(["br", "gzip", "identity"])("packed as %s", (encoding) => {
    // Without the second, fetch asks for a fresh answer whatever the tag.
    const headers = { "accept-encoding": encoding, "cache-control": "max-age=0" };

    it("can be read", async () => {
      const answer = await open("/openapi.json", headers);
      expect((await answer.json()) as object).toMatchObject({ openapi: "3.1.0" });
      expect(answer.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      expect(answer.headers.get("vary")).toContain("Accept-Encoding");
    });

    it("is sent again only where it has changed", async () => {
      const tag = (await open("/openapi.json", headers)).headers.get("etag") ?? "";
      expect((await open("/openapi.json", { ...headers, "if-none-match": tag })).status).toBe(304);
      expect((await open("/openapi.json", { ...headers, "if-none-match": '"another"' })).status).toBe(200);
    });
  });
});

describe("what tells about the product", () => {
  const paths = ["/metrics", "/openapi.json", "/docs", "/docs/rapidoc.js"];
  const statusesWith = async (settings: Record<string, string>) => {
    app = await startApp({ settings: { H5_DIR: h5, ...settings } });
    return Promise.all(paths.map(async (path) => (await open(path, { accept: "application/json" })).status));
  };
  const production = {
    NODE_ENV: "production",
    PUBLIC_URL: "https://xiaoli.example.com",
    PRIVACY_CONTACT: "privacy@xiaoli.example",
  };

  it.each<[string, Record<string, string>, number[]]>([
    ["in production: nothing", production, [404, 404, 404, 404]],
    ["in production with SHOW_METRICS", { ...production, SHOW_METRICS: "1" }, [200, 404, 404, 404]],
    ["in production with SHOW_OPENAPI", { ...production, SHOW_OPENAPI: "1" }, [404, 200, 404, 404]],
    ["in production with SHOW_DOCS", { ...production, SHOW_DOCS: "1" }, [404, 404, 200, 200]],
    ["in the demo: all", { DEMO: "1" }, [200, 200, 200, 200]],
    ["in development: all", { NODE_ENV: "development" }, [200, 200, 200, 200]],
    [
      "in development with each turned off",
      { NODE_ENV: "development", SHOW_METRICS: "0", SHOW_OPENAPI: "0", SHOW_DOCS: "0" },
      [404, 404, 404, 404],
    ],
  ])("is shown %s", async (_where, settings, statuses) => {
    expect(await statusesWith(settings)).toEqual(statuses);
  });

  it.each([
    ["this host alone", {}, "max-age=15552000"],
    ["its subdomains where that is set", { HSTS_SUBDOMAINS: "1" }, "max-age=15552000; includeSubDomains"],
  ])("makes browsers insist on https for %s", async (_whom, settings, header) => {
    app = await startApp({ settings: { ...production, ...settings } });
    expect((await open("/healthz")).headers.get("strict-transport-security")).toBe(header);
  });
});

describe("stopping", () => {
  it("takes no new connection while the request under way is finished on an open one", async () => {
    const stopping = await startApp();
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const { wecom } = stopping.deps;
    const code = stopping.wecom.issueLoginCode(rep.memberId);
    const arrived = new Promise<void>((resolve) => {
      const slow = (given: string) => {
        resolve();
        return gate.then(() => wecom.jscode2session(given));
      };
      stopping.deps.wecom = { ...wecom, jscode2session: slow };
    });
    const login = stopping.api.call("auth.loginWeapp", {}, { code });
    await arrived;
    const stopped = stopping.stopServer();
    await expect(refusedConnection(stopping.baseUrl)).resolves.toBe("ECONNREFUSED");
    finish();
    expect((await login).token).toHaveLength(43);
    await stopped;
    await stopping.stop();
  });
});

function refusedConnection(baseUrl: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    request(`${baseUrl}/healthz`, { agent: false }, (response) => resolve(`answered ${response.statusCode}`))
      .on("error", (error: NodeJS.ErrnoException) => resolve(error.code))
      .end();
  });
}
