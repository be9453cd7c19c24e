/** For pages, which do not know the platform. */
export { useIsMonitor } from "@/platform/monitor";
