/** For pages, which do not know the platform. */
export { goByArrows } from "@/platform/arrows";
