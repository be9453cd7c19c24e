/**
 * Names that a browser or Node has and a mini-program lacks. The host hands them to the code as `undefined`, so that code
 * that leans on one fails here as it does on the phone.
 */
const browserNames = [
  ...[
    "window",
    "document",
    "navigator",
    "location",
    "history",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches",
    "screen",
  ],
  ...[
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "FormData",
    "Blob",
    "File",
    "FileReader",
    "URL",
    "URLSearchParams",
  ],
  ...[
    "Headers",
    "Request",
    "Response",
    "AbortController",
    "AbortSignal",
    "TextEncoder",
    "TextDecoder",
    "crypto",
    "performance",
  ],
  ...[
    "requestAnimationFrame",
    "cancelAnimationFrame",
    "requestIdleCallback",
    "Image",
    "Event",
    "CustomEvent",
    "EventTarget",
  ],
  ...["HTMLElement", "Element", "Node", "getComputedStyle", "matchMedia", "MutationObserver", "IntersectionObserver"],
  ...[
    "ResizeObserver",
    "structuredClone",
    "MessageChannel",
    "BroadcastChannel",
    "Worker",
    "postMessage",
    "queueMicrotask",
  ],
  ...["btoa", "atob", "alert", "confirm", "prompt", "self", "top", "parent", "frames", "addEventListener", "DOMParser"],
];
const nodeNames = ["process", "Buffer", "setImmediate", "clearImmediate", "__dirname", "__filename"];
/** Absent in the JavaScriptCore of older iPhones. */
const newNames = [
  "BigInt",
  "BigInt64Array",
  "BigUint64Array",
  "WeakRef",
  "FinalizationRegistry",
  "Intl",
  "SharedArrayBuffer",
];

export const missingNames: readonly string[] = [...browserNames, ...nodeNames, ...newNames];

/** What `globalThis` holds in a mini-program: the language and no more. */
export const languageNames = [
  ...[
    "Object",
    "Function",
    "Array",
    "String",
    "Number",
    "Boolean",
    "Symbol",
    "Math",
    "JSON",
    "Date",
    "RegExp",
    "Promise",
    "Proxy",
  ],
  ...[
    "Reflect",
    "Map",
    "Set",
    "WeakMap",
    "WeakSet",
    "Error",
    "TypeError",
    "RangeError",
    "SyntaxError",
    "ReferenceError",
  ],
  ...["EvalError", "URIError", "ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array"],
  ...[
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
    "Float32Array",
    "Float64Array",
    "parseInt",
    "parseFloat",
    "isNaN",
    "isFinite",
  ],
  ...[
    "encodeURIComponent",
    "decodeURIComponent",
    "encodeURI",
    "decodeURI",
    "escape",
    "unescape",
    "NaN",
    "Infinity",
    "undefined",
  ],
];
