declare module 'pngjs' {
  export const PNG: {
    readonly sync: {
      read(bytes: Buffer): { readonly width: number; readonly height: number; readonly data: Uint8Array }
    }
  }
}
declare module '@jsquash/jpeg/decode.js' {
  export function init(module: WebAssembly.Module): Promise<void>
  function decode(
    bytes: ArrayBuffer,
  ): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>
  export { decode as default }
}
