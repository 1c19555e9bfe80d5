// The glue that Emscripten writes for src/programs/web: its exports are numbers and pointers, so web/painted/program.js gives
// them types.
type Imports = WebAssembly.Imports;
type Options = {
  instantiateWasm(imports: Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
  onAbort(reason: string): void;
};
export default function create(options: Options): Promise<any>;
