declare module 'jsfive' {
  /** A group of an HDF5 file; nothing is read before it is asked for. */
  export class Group {
    readonly name: string
    readonly keys: readonly string[]
    readonly attrs: Readonly<Record<string, unknown>>
    get(path: string): Group | Dataset | null
  }
  export class File extends Group {
    constructor(content: ArrayBuffer, name: string)
  }
  /** An array of an HDF5 file. */
  export class Dataset {
    readonly shape: readonly number[]
    readonly dtype: unknown
    readonly value: ArrayLike<number>
    readonly attrs: Readonly<Record<string, unknown>>
    /** What the file says of it; not part of the library's own description. */
    readonly _dataobjects: {
      find_msg_type(type: number): readonly ReadonlyMap<string, number>[]
      /** Version, sides, class of the layout, and where its properties begin. */
      _get_data_message_properties(at: number): readonly [number, number, number, number]
    }
  }
}
