export { rightsOf } from "./rightsOf";
