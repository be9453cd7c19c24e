/**
 * Who may import whom: one rule for each part of the tree. A rule's comment says where to go instead, and is printed with
 * the violation.
 */

/** The given folders with all that is in them, or files without their ending. */
const under = (...folders) => `^(${folders.join("|")})(/|$|\\.)`;
const pureLibraries = "(^|/)node_modules/gcoord(/|$)";
const anyPackage = "(^|/)node_modules/";
const typesOnly = ["type-only"];
/** The folders of the pay engine, each standing on those before it. */
const payFolders = [
  "numbers",
  "formula",
  "facts",
  "plan",
  "release",
  "evaluation",
  "explanation",
  "check",
  "simulation",
];
const ofPay = (folders) => under(...folders.map((folder) => `shared/domain/pay/${folder}`));

const forbidden = [
  {
    name: "no-circular",
    comment:
      "Two files that need each other are one, or each needs a third: move what both use into a file of its own.",
    from: {},
    // A type that is named both ways costs nothing at run time.
    to: { circular: true, viaOnly: { dependencyTypesNot: typesOnly } },
  },
  {
    name: "domain-is-pure",
    comment:
      "Rules run on both sides and know no clock, database, network or framework: pass the value in, or put this code in server or miniapp.",
    from: { path: under("shared/domain") },
    to: { pathNot: [under("shared/domain", "shared/errors"), pureLibraries] },
  },
  ...payFolders.slice(0, -1).map((folder, at) => ({
    name: `pay-${folder}-stands-below`,
    comment: `In the pay engine ${folder} knows nothing of ${payFolders.slice(at + 1).join(", ")}: hand the value in, or move the rule up.`,
    from: { path: ofPay([folder]) },
    to: { path: ofPay(payFolders.slice(at + 1)), dependencyTypesNot: typesOnly },
  })),
  {
    name: "phones-carry-what-they-run",
    comment:
      "Phones import shared/domain/pay/phone, and pages that write plans its check: the whole engine is the server's.",
    from: { path: under("miniapp") },
    to: { path: under("shared/domain/pay/index", "shared/domain/pay/simulation") },
  },
  {
    name: "pay-numbers-know-nothing",
    comment: "Exact numbers are used by everything, money too: what they need stands beside them.",
    from: { path: ofPay(["numbers"]) },
    to: { pathNot: ofPay(["numbers"]) },
  },
  {
    name: "contracts-know-rules-only",
    comment: "A contract says what is on the wire. What only one side knows belongs into server or miniapp.",
    from: { path: under("shared/contracts") },
    to: {
      pathNot: [under("shared/contracts", "shared/domain", "shared/api", "shared/errors"), "(^|/)node_modules/zod/"],
    },
  },
  {
    name: "shared-api-is-a-table",
    comment: "The mini-program imports the table of operations as it is: keep zod and everything else out of it.",
    from: { path: [under("shared/api"), "^shared/errors\\.ts$"] },
    to: { pathNot: under("shared/api", "shared/errors") },
  },
  {
    name: "pages-lay-out-only",
    comment:
      "A page lays out. Take state and decisions from a hook in miniapp/features, which may use api and platform.",
    from: { path: under("miniapp/pages") },
    to: {
      pathNot: [
        under(
          "miniapp/pages",
          "miniapp/features",
          "miniapp/components",
          "miniapp/ui",
          "miniapp/texts",
          "miniapp/routes",
        ),
        under("shared/domain", "shared/contracts", "shared/errors"),
        anyPackage,
      ],
    },
  },
  {
    name: "pages-leave-packages-to-others",
    comment: "Taro's functions are called in miniapp/platform; a page needs React and Taro's components at most.",
    from: { path: under("miniapp/pages") },
    to: { path: anyPackage, pathNot: "(^|/)node_modules/(@types/)?(react|@tarojs/(components|taro))(/|$)" },
  },
  {
    name: "components-are-handed-what-they-show",
    comment:
      "A component gets its data as props and tells by callbacks: call api and platform in a hook of miniapp/features.",
    from: { path: under("miniapp/components") },
    to: {
      path: under("miniapp", "server", "config", "tests", "shared"),
      pathNot: [
        under("miniapp/components", "miniapp/ui", "miniapp/texts", "miniapp/routes"),
        under("shared/domain", "shared/contracts", "shared/errors"),
      ],
    },
  },
  {
    name: "ui-knows-no-product",
    comment: "Building blocks know no product nouns: a part that does belongs into miniapp/components.",
    from: { path: under("miniapp/ui") },
    to: {
      path: under("miniapp", "server", "config", "tests", "shared"),
      pathNot: [
        under("miniapp/ui", "miniapp/texts"),
        under("shared/domain/moneyText", "shared/domain/money", "shared/domain/hiddenAmounts"),
      ],
    },
  },
  {
    name: "page-words-behind-the-tabs",
    comment:
      "What pages of sub-packages say would come into the main package with one page or part of it: there, the first words and areas/main.",
    from: {
      path: [
        under("miniapp/ui", "miniapp/components", "miniapp/features", "miniapp/pages/tabs", "miniapp/pages/auth"),
        under(
          "miniapp/pages/field/visit",
          "miniapp/pages/field/doubt",
          "miniapp/pages/field/queue",
          "miniapp/pages/common/inbox",
        ),
      ],
    },
    to: { path: "^miniapp/texts/areas/[^/]+$", dependencyTypesNot: typesOnly },
  },
  {
    name: "shapes-come-with-what-asks",
    comment:
      "The table of all answers is for the build and for tests: import the file of the area (answerShapes/<area>), so that a page loads its own.",
    from: { path: under("miniapp") },
    to: { path: "^miniapp/api/answerShapes/index\\.ts$", dependencyTypesNot: typesOnly },
  },
  {
    name: "tables-come-with-the-desktop",
    comment:
      "Tables are read on monitors alone: what draws one is loaded by an index.h5.tsx with import(), so that no phone waits for it.",
    from: {
      path: under("miniapp"),
      pathNot: [
        under("miniapp/gallery", "miniapp/ui/DataTable", "miniapp/texts/tableWords"),
        "^miniapp/pages/[^/]+/[^/]+/desk/",
      ],
    },
    to: { path: under("miniapp/ui/DataTable", "miniapp/texts/tableWords"), dependencyTypesNot: typesOnly },
  },
  {
    name: "desk-comes-by-itself",
    comment:
      "The desktop's frame is a file of its own, which no phone loads: app.tsx mounts its index, and nothing else imports it.",
    from: { path: under("miniapp"), pathNot: under("miniapp/desk") },
    to: { path: under("miniapp/desk"), pathNot: "^miniapp/desk/index\\.(h5|weapp)\\.tsx$" },
  },
  {
    name: "gallery-is-not-the-product",
    comment:
      "The gallery shows parts to developers and tests; what a page needs from it belongs into ui or components.",
    from: { path: under("miniapp"), pathNot: under("miniapp/gallery") },
    to: { path: under("miniapp/gallery") },
  },
  {
    name: "gallery-shows-parts",
    comment: "Examples are plain data: a part that needs the server or a page to be seen is not a part yet.",
    from: { path: under("miniapp/gallery") },
    to: { path: under("miniapp/api", "miniapp/pages", "server", "config", "tests") },
  },
  {
    name: "features-see-no-screen",
    comment:
      "A hook is tested without a screen: what it needs to show goes out as a value, and a page or component shows it.",
    from: { path: under("miniapp/features") },
    to: { path: under("miniapp/pages", "miniapp/components", "server", "config", "tests") },
  },
  {
    name: "features-know-parts-as-types",
    comment:
      "A hook names what a part shows (`import type`), and draws nothing. Only features/frame hands theme and tabs to the parts.",
    from: { path: under("miniapp/features"), pathNot: under("miniapp/features/frame") },
    to: { path: under("miniapp/ui"), dependencyTypesNot: typesOnly },
  },
  {
    name: "phone-takes-contracts-as-types",
    comment:
      "zod would double the mini-program: import contracts with `import type`, and take rules from shared/domain.",
    from: { path: under("miniapp") },
    to: { path: [under("shared/contracts"), "(^|/)node_modules/zod/"], dependencyTypesNot: typesOnly },
  },
  {
    name: "phone-never-imports-server",
    comment:
      "The phone and the server share shared/ alone: move the rule to shared/domain, the shape to shared/contracts.",
    from: { path: under("miniapp") },
    to: { path: under("server", "config", "tests") },
  },
  {
    name: "api-and-platform-know-no-feature",
    comment:
      "api and platform are below features: hand in what they need, or move the decision up into miniapp/features.",
    from: { path: under("miniapp/api", "miniapp/platform") },
    to: { path: under("miniapp/features", "miniapp/pages", "miniapp/components", "miniapp/ui") },
  },
  {
    name: "platform-knows-no-api",
    comment: "platform speaks to the phone, api to the server: api may use platform, not the other way round.",
    from: { path: under("miniapp/platform") },
    to: { path: under("miniapp/api") },
  },
  {
    name: "taro-in-platform-only",
    comment:
      "Taro's functions are called in miniapp/platform alone, so that a test can stand in for the phone: add one there.",
    from: { path: under("miniapp/api", "miniapp/features", "miniapp/components") },
    to: { path: "(^|/)node_modules/@tarojs/taro/", dependencyTypesNot: typesOnly },
  },
  {
    name: "features-by-their-door",
    comment:
      "Another feature is used by its index.ts. If two need each other, let the later step listen to an event of the earlier one.",
    from: { path: "^server/features/([^/]+)/" },
    to: { path: "^server/features/[^/]+/", pathNot: ["^server/features/$1/", "^server/features/[^/]+/index\\.ts$"] },
  },
  {
    name: "features-stand-on-the-ground",
    comment:
      "A feature uses shared, http, db, outbox, tasks, audit, files, texts, lib and other features; the process and its commands use it.",
    from: { path: under("server/features") },
    to: {
      path: under("server", "miniapp", "tests"),
      pathNot: under("server/(features|http|db|outbox|tasks|audit|files|texts|lib|integrations|deps)"),
    },
  },
  {
    name: "deps-as-types",
    comment:
      "What a part needs is handed to it: import the type of deps with `import type`, and let main.ts make the real ones.",
    from: { path: under("server/(features|http|outbox|tasks|audit|files|integrations|jobs)") },
    to: { path: [under("server/deps"), "^config/env\\.ts$"], dependencyTypesNot: typesOnly },
  },
  {
    name: "integrations-as-types-in-features",
    comment:
      "A feature reaches WeCom through deps.wecom, so that a test can watch it: import types and errors from its index.ts only.",
    from: { path: under("server/features") },
    to: { path: under("server/integrations"), pathNot: "^server/integrations/[^/]+/index\\.ts$" },
  },
  {
    name: "dev-is-not-the-product",
    comment:
      "server/dev (the simulated WeCom, the demo company) is no part of the product: only the demo, development and tests load it. The product speaks to WeCom by its client.",
    from: { pathNot: under("server/dev", "tests") },
    to: { path: under("server/dev") },
  },
  {
    name: "db-knows-no-feature",
    comment: "The database layer is handed what it needs (the audit insert, say): pass a function in.",
    from: { path: under("server/db") },
    to: { path: under("server", "miniapp", "tests"), pathNot: under("server/(db|lib)") },
  },
  {
    name: "ground-knows-no-feature",
    comment: "What serves every feature knows none of them: pass a function in, or move this into the feature.",
    from: { path: under("server/(http|outbox|tasks|audit|files|integrations|texts)") },
    to: {
      path: under(
        "server/(features|jobs|migrations|cli|dev|main|app|routes|subscriptions|taskKinds)",
        "miniapp",
        "tests",
      ),
    },
  },
  {
    name: "lib-knows-nothing",
    comment: "lib holds small things without product knowledge: what knows more belongs to the part that it knows.",
    from: { path: under("server/lib") },
    to: { path: under("server", "miniapp", "tests"), pathNot: under("server/lib") },
  },
  {
    name: "tables-use-doors",
    comment: "The tables of routes, subscriptions and jobs take what a feature offers in its index.ts; offer it there.",
    from: { path: under("server/(routes|subscriptions|taskKinds|jobs|migrations)") },
    to: { path: "^server/features/[^/]+/", pathNot: "^server/features/[^/]+/index\\.ts$" },
  },
  {
    name: "programs-are-not-imported",
    comment: "main.ts and cli are where programs begin: move what others need to the part that it belongs to.",
    from: { pathNot: under("server/cli", "server/dev", "tests") },
    to: { path: under("server/main", "server/cli") },
  },
  {
    name: "tests-are-not-imported",
    comment: "The product knows no tests: move what both need into the product.",
    from: { path: under("server", "miniapp", "shared", "config") },
    to: { path: under("tests") },
  },
  {
    name: "settings-through-env",
    comment: "Operators change config/env.ts; the rest of config builds and runs the product and is no part of it.",
    from: { path: under("server", "shared", "miniapp") },
    to: { path: "^config/", pathNot: "^config/env\\.ts$" },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.data|\\.engine)/" },
    enhancedResolveOptions: {
      // Suffix files stand for their target; either will do to see who imports whom.
      extensions: [".weapp.ts", ".weapp.tsx", ".h5.ts", ".h5.tsx", ".ts", ".tsx", ".mjs", ".js", ".json", ".scss"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
