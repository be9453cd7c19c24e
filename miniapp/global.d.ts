/// <reference types="@tarojs/taro" />

declare module "*.scss";
declare module "*.png";

/** The server of this installation, written into the mini-program at build time. */
declare const SERVER_URL: string;
/** As package.json has it. */
declare const PROGRAM_VERSION: string;
