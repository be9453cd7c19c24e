import type Koa from "koa";
import helmet from "koa-helmet";

/** Headers that tell browsers what our pages may do: load from here only, be framed from here only. */
export function securityHeaders(options: { https: boolean; subdomains: boolean }): Koa.Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        // What was spoken is heard before it is sent.
        mediaSrc: ["'self'", "blob:"],
        // An icon font arrives as data:.
        fontSrc: ["'self'", "data:"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        frameAncestors: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: options.https
      ? { maxAge: 180 * 24 * 60 * 60, includeSubDomains: options.subdomains }
      : false,
    // WeCom's own pages and the simulator's send people here and back.
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: "same-origin" },
  });
}
