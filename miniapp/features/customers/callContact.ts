/** For pages, which do not know the platform. */
export { dial as callContact } from "@/platform/dial";
