import type { AppConfig } from "../compile/compiledWeapp";

export interface PackageSize {
  name: string;
  bytes: number;
  /** The ten largest files, to say what to look at. */
  largest: string[];
}

/** How big the main package and each sub-package are, in bytes as the client counts them before packing. */
export function packageSizes(files: Record<string, number>, { subPackages, subpackages }: AppConfig): PackageSize[] {
  const roots = (subPackages ?? subpackages ?? []).map(({ root }) => `${root.replace(/\/$/, "")}/`);
  const homeOf = (file: string) => roots.find((root) => file.startsWith(root)) ?? "main";
  return ["main", ...roots].map((name) => {
    const own = Object.entries(files)
      .filter(([file]) => homeOf(file) === name)
      .sort(([, a], [, b]) => b - a);
    return {
      name,
      bytes: own.reduce((sum, [, bytes]) => sum + bytes, 0),
      largest: own.slice(0, 10).map(([file, bytes]) => `${file} ${Math.round(bytes / 1024)} KB`),
    };
  });
}
