/**
 * The embedded engine's releases, newest first: which wheel for which machine, and the SHA-256 that it must have.
 * Its author removes old releases, so a version that is gone falls back to the next one.
 */
const LINUX_X64 = "manylinux_2_28_x86_64";

export const PACKAGE = "SecantusDB";

export const wheels = [
  wheel("0.6.0b17", LINUX_X64, "fe8ccfd1295c872c92a4c4c13c5a6a1dead88b2ff3b9aafb361406ec8aac4d14"),
  wheel("0.6.0b17", "manylinux_2_28_aarch64", "690fed7d7268bf7e90aeb2c8a5b390b32b34685170df9a304f961713e30540fe"),
  wheel("0.6.0b17", "musllinux_1_2_x86_64", "4f648c25d5c4015fa9b37831c1caaaa3a8e7cd1bccc1c5f27c3bcb7731a1dba4"),
  wheel("0.6.0b17", "macosx_11_0_arm64", "030a69eabbbb0761c244c0d041c1aa89df17680b26c98b374030f61b1c890aec"),
  wheel("0.6.0b17", "win_amd64", "2002515e1ae0c4f419ea94f55cef2611391ca8c6e17f866284c86d033d5061c4"),
  wheel("0.6.0b16", LINUX_X64, "c11b7e9cc0a15d9c182aade2813ad25a02eebe900ddbc8dac6a3344a1e20c035"),
  wheel("0.6.0b15", LINUX_X64, "6a9933360b5c8b65ad0720e621c71d523539f8f718754611f0d55f04b312d0ad"),
  wheel("0.6.0b14", LINUX_X64, "7a90715f3fd953d02ea3526f2f05cc793d03a022e6f82ed10ff07f8d80ebb237"),
  wheel("0.6.0b12", LINUX_X64, "ca48aa793a328564c9ea77457a7ba4e0030a8f36a3da0e061bb9c181ecb685b2"),
];

function wheel(version, tag, sha256) {
  return { version, tag, sha256 };
}

/** The tag of the wheels that run on this machine; null where there are none. */
export function platformTag({ platform, arch, glibc }) {
  if (platform === "darwin" && arch === "arm64") return "macosx_11_0_arm64";
  if (platform === "win32" && arch === "x64") return "win_amd64";
  if (platform !== "linux") return null;
  if (glibc === null) return arch === "x64" ? "musllinux_1_2_x86_64" : null;
  const [major, minor] = glibc.split(".").map(Number);
  if (major < 2 || (major === 2 && minor < 28)) return null;
  return { x64: LINUX_X64, arm64: "manylinux_2_28_aarch64" }[arch] ?? null;
}

/** This machine, as far as a binary cares. `glibc` is its version, null where the C library is another one (musl). */
export function thisMachine() {
  process.report.excludeNetwork = true;
  const { header } = process.platform === "linux" ? process.report.getReport() : { header: {} };
  return { platform: process.platform, arch: process.arch, glibc: header.glibcVersionRuntime ?? null };
}
