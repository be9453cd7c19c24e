/** What the compile step hands to a host; plain JSON, so that it can travel into a browser. */
export interface CompiledWeapp {
  appConfig: AppConfig;
  /** Routes of the main package and of all sub-packages. */
  pages: string[];
  /** Parsed .json by path without its ending. */
  configs: Record<string, ComponentConfig>;
  /** Code of every .js by its full path. */
  scripts: Record<string, string>;
  /** CSS by path without its ending; imports are inlined. */
  styles: Record<string, string>;
  /** One expression whose value maps a path without its ending to its template. */
  templates: string;
  /** Names of all `<template name="…">`, to check what setData asks for. */
  templateNames: string[];
  /** Every file of the package, with its size. */
  files: Record<string, number>;
  /** Members of `wx` in WeChat, each with the base library that brought it. */
  apiNames: Record<string, string>;
  problems: Problem[];
}

export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  window?: WindowConfig;
  tabBar?: { list: { pagePath: string; text: string }[] };
  preloadRule?: Record<string, { packages: string[] }>;
  requiredPrivateInfos?: string[];
}

export interface WindowConfig {
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
}

export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
}

export interface Problem {
  file: string;
  line?: number;
  level: "error" | "warn";
  message: string;
}
