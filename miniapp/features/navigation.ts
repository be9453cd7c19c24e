/** For pages, which do not know the platform. */
export { reveal } from "@/platform/reveal";
export { back, open, replace, restartAt } from "@/platform/navigation";
export { useBrokenPage, useMissingPage, usePageParams, usePageShow, usePullDown } from "@/platform/page";
