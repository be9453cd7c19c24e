declare module "miniprogram-compiler" {
  interface Compiler {
    /** Throws with file and line where the client would refuse. */
    wxmlToJs(dir: string): string;
    wxssToJs(dir: string): string;
  }
  const compiler: Compiler;
  export default compiler;
}
